import { memoizeByText } from '../posting/memoize-by-text.ts'
import { copyText } from '../posting/narrow-text.ts'
import type { Posting } from '../posting/posting.ts'
import type { SectionKind } from '../posting/posting-text.ts'
import { rememberByPassage } from '../posting/remember-by-passage.ts'
import { splitWords } from './split-words.ts'
import type { PostingWords } from './word-index.ts'

/** The sections that free words search; the blurb, benefits, process and legal text say little about the work. */
const SEARCHED_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'role',
  'duties',
  'requirements',
  'nice-to-have',
  'stack',
  'pay',
  'place',
] as const)

/** The words of a posting's title, company and text. */
export function listPostingWords({ title, company, sections }: Posting): PostingWords {
  const searched = new Set(splitWords(`${title} ${company ?? ''}`))
  const others = new Set<string>()
  for (const { kind, heading, lines } of sections) {
    const words = SEARCHED_SECTIONS.has(kind) ? searched : others
    if (heading !== null) addWords(heading, words)
    for (const { text } of lines) addWords(text, words)
  }
  return { searched, others }
}

function addWords(line: string, into: Set<string>): void {
  for (const word of listWords(line)) into.add(word)
}

/** The same lines stand in many postings, and in few lines a word stands twice. */
const listWords = rememberByPassage((line): readonly string[] => splitWords(line).map(shareWord))

/** More than the words that come again and again. */
const MOST_WORDS = 50_000

/** One text for all places where a word stands: what is remembered takes a quarter of the memory. */
const shareWord = memoizeByText(copyText, MOST_WORDS)
