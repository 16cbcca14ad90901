/** What could steer or hide text: control characters, and marks that turn the reading direction. */
const INVISIBLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const RIGHT_TO_LEFT =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u
const ELLIPSIS = '…'
/** More than this many times the room is white space, or cannot fit. */
const HEAD_FACTOR = 4
const ISOLATE = '\u2068'
const END_ISOLATE = '\u2069'

/** The text in one line, without what cannot be seen. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
}

/**
 * Text as a platform's markup writes it, at most so long: whole words are left out at the end, never parts of one.
 * Text that is read from right to left is kept from turning what stands beside it.
 * @param write escapes a stretch of text
 */
export function fitText(text: string, max: number, write: (words: string) => string): string {
  const head = takeHead(text, max)
  const isolating = RIGHT_TO_LEFT.test(head)
  const fitted = fitWords(cleanText(head), max - (isolating ? 2 : 0), write)
  return isolating && fitted !== '' ? `${ISOLATE}${fitted}${END_ISOLATE}` : fitted
}

/** Text for where there is no markup, such as labels: whole words, at most so long. */
export function shortenText(text: string, max: number): string {
  return fitWords(cleanText(takeHead(text, max)), max, word => word).trim()
}

/** What can be of use of a text that may be huge; ends with a whole word. */
function takeHead(text: string, max: number): string {
  const most = HEAD_FACTOR * max
  if (text.length <= most) return text
  return `${text.slice(0, Math.max(0, text.lastIndexOf(' ', most)))} ${ELLIPSIS}`.trimStart()
}

function fitWords(text: string, max: number, write: (word: string) => string): string {
  if (text.length <= max) {
    const whole = write(text)
    if (whole.length <= max) return whole
  }
  // What is longer than this even before it is escaped cannot fit.
  const words = text.slice(0, max + 1).split(' ')
  if (text.length > max) words.pop()
  let fitted = ''
  for (const word of words) {
    const next = fitted === '' ? write(word) : `${fitted} ${write(word)}`
    if (next.length + ELLIPSIS.length + 1 > max) break
    fitted = next
  }
  return fitted === '' ? ELLIPSIS.slice(0, Math.max(0, max)) : `${fitted} ${ELLIPSIS}`
}
