const LONGEST = 320
const BEFORE = 120

/**
 * The stretch of a passage around a place in it, cut between words; the whole passage where it is short.
 * @param at where the words that matter begin, in UTF-16 code units
 */
export function cutQuote(passage: string, at = 0): string {
  const text = passage.trim()
  if (text.length <= LONGEST) return text
  const wanted = Math.max(0, Math.min(at - BEFORE, text.length - LONGEST))
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const end = start + LONGEST >= text.length ? text.length : text.lastIndexOf(' ', start + LONGEST)
  return text.slice(start, end > start ? end : start + LONGEST).trim()
}
