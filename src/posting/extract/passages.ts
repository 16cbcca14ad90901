import type { PostingText, SectionKind } from '../posting-text.ts'

/** One sentence of a posting, word for word, and where it stands. */
export interface Passage {
  readonly text: string
  readonly kind: SectionKind
  /** The heading it stands under; null where there is none. */
  readonly heading: string | null
  readonly isItem: boolean
}

const SENTENCE_END = /[.!?…](?=["”’)]?\s+["“(]?[\p{Lu}\p{N}*•])/gu
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|min|max|incl|inc|ltd|sr|jr|dr|mr|mrs|ms|no|z\.b|bzw|ca|u\.s|[a-z])$/i
const LONGEST_SENTENCE = 2000

/** The sentences of the sections of the given kinds, in reading order. */
export function listPassages(text: PostingText, kinds: ReadonlySet<SectionKind>): Passage[] {
  return text.sections
    .filter(section => kinds.has(section.kind))
    .flatMap(({ kind, heading, lines }) =>
      lines.flatMap(line =>
        splitSentences(line.text).map(s => ({ text: s, kind, heading, isItem: line.isItem })),
      ),
    )
}

/**
 * Splits a line into sentences, word for word; "e.g." and "U.S." end none.
 * @example splitSentences('Go, e.g. Gin. You like it.') // ['Go, e.g. Gin.', 'You like it.']
 */
export function splitSentences(line: string): string[] {
  const sentences: string[] = []
  let start = 0
  const cut = (end: number) => {
    const sentence = line.slice(start, end).trim()
    if (sentence !== '') sentences.push(sentence.slice(0, LONGEST_SENTENCE))
    start = end
  }
  for (const { index } of line.matchAll(SENTENCE_END)) {
    const isAbbreviation = ABBREVIATION.test(line.slice(Math.max(start, index - 8), index))
    if (!isAbbreviation) cut(index + 1)
  }
  cut(line.length)
  return sentences
}
