import { copyText } from '../posting/narrow-text.ts'
import type { Posting } from '../posting/posting.ts'
import type { SectionKind } from '../posting/posting-text.ts'
import { rememberByPassage } from '../posting/remember-by-passage.ts'
import { doubleArray } from './double-array.ts'
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

/** Words whose numbers are remembered at once: more than those that come again and again. */
const MOST_WORDS = 50_000

/** Words are numbered in rounds: after so many the next round begins with none. */
let round = 0
let numbers = new Map<string, number>()
/** One text for all places where a word stands: a part of a document would keep all of it. */
let texts: string[] = []
/** The last posting in which each word was seen. */
let lastSeen = new Int32Array(MOST_WORDS)
let posting = 0

/** The words of a posting's title, company and text. */
export function listPostingWords({ title, company, sections }: Posting): PostingWords {
  beginPosting()
  const [searched, others]: [string[], string[]] = [[], []]
  const add = (words: readonly number[], into: string[]) => {
    for (const word of words) {
      if (lastSeen[word] === posting) continue
      lastSeen[word] = posting
      into.push(texts[word] ?? '')
    }
  }
  const addSections = (isSearched: boolean, into: string[]) => {
    for (const { kind, heading, lines } of sections) {
      if (SEARCHED_SECTIONS.has(kind) !== isSearched) continue
      if (heading !== null) add(numberLine(heading), into)
      for (const { text } of lines) add(numberLine(text), into)
    }
  }
  add(numberWords(`${title} ${company ?? ''}`), searched)
  addSections(true, searched)
  addSections(false, others)
  return { searched, others }
}

function beginPosting(): void {
  posting++
  if (texts.length < MOST_WORDS) return
  round++
  numbers = new Map()
  texts = []
  lastSeen.fill(0)
}

/** The words of a line by their numbers in a round. */
interface NumberedLine {
  round: number
  words: readonly number[]
}

/** The same lines stand in many postings, and in few lines a word stands twice. */
const rememberLine = rememberByPassage((line): NumberedLine => ({ round, words: numberWords(line) }))

function numberLine(line: string): readonly number[] {
  const numbered = rememberLine(line)
  if (numbered.round !== round) {
    numbered.round = round
    numbered.words = numberWords(line)
  }
  return numbered.words
}

function numberWords(text: string): readonly number[] {
  return splitWords(text).map(numberWord)
}

function numberWord(word: string): number {
  const known = numbers.get(word)
  if (known !== undefined) return known
  const text = copyText(word)
  const number = texts.push(text) - 1
  numbers.set(text, number)
  // A posting may have more words than there was room left.
  if (number === lastSeen.length) lastSeen = doubleArray(lastSeen)
  return number
}
