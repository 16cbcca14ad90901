import type { Posting } from '../posting/posting.ts'
import type { SectionKind } from '../posting/posting-text.ts'
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
  const searched = splitWords(`${title} ${company ?? ''}`)
  const others: string[] = []
  for (const { kind, heading, lines } of sections) {
    const words = splitWords([heading ?? '', ...lines.map(line => line.text)].join(' '))
    const target = SEARCHED_SECTIONS.has(kind) ? searched : others
    for (const word of words) target.push(word)
  }
  return { searched, others }
}
