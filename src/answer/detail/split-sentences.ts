/** A sentence or list item of a posting, word for word. */
export interface Sentence {
  readonly text: string
}

/** Ends that are no ends of sentences. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|approx|incl|inc|ltd|mr|mrs|ms|dr|vs|no|st|sr|jr|u\.s|u\.k|a\.m|p\.m|bzw|z\.b|ca)|\b\p{Lu})\.$/iu
const BREAK = /(?<=[.!?…])["”’)]?\s+(?=["“‘(*•–-]?\s?[\p{Lu}\p{N}])/gu
const LONGEST_LINE = 6000

/**
 * Splits a line into sentences; each is a stretch of the line as it stands.
 * @example splitSentences('We pay well. You report to the CTO.') // ['We pay well.', 'You report to the CTO.']
 */
export function splitSentences(line: string): readonly string[] {
  const text = line.slice(0, LONGEST_LINE)
  const sentences: string[] = []
  let start = 0
  for (const { index, 0: gap } of text.matchAll(BREAK)) {
    if (ABBREVIATION.test(text.slice(Math.max(start, index - 8), index))) continue
    sentences.push(text.slice(start, index + gap.trimEnd().length).trim())
    start = index + gap.length
  }
  sentences.push(text.slice(start).trim())
  return sentences.filter(sentence => sentence !== '')
}
