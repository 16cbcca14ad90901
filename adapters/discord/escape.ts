/** What could steer or hide text: control characters, and marks that turn the reading direction. */
const INVISIBLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
/** Every character that begins some markup of Discord. */
const MARKUP = /[\\*_~`|<>#@[\]()+=-]/g
/** Would make a link, an invitation, or a numbered list. */
const LINKING = /:(?=\/\/)|\.(?=[a-z])|(?<=^\d{1,4})[.)]/gi
const RIGHT_TO_LEFT =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u
const ZERO_WIDTH_SPACE = '\u200b'
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
 * Text that Discord shows as it is: no markup, no mention, no link, no custom emoji.
 * @example escapeText('*@everyone*') // a star, an at sign, "everyone" and a star, and nobody is pinged
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`)
    .replace(MARKUP, '\\$&')
    .replace(LINKING, '\\$&')
}

/** As `escapeText`, at most so long: whole words are left out at the end, never parts of one. */
export function escapeWithin(text: string, max: number): string {
  const head = takeHead(text, max)
  const isolating = RIGHT_TO_LEFT.test(head)
  const fitted = fitWords(cleanText(head), max - (isolating ? 2 : 0), escapeText)
  return isolating && fitted !== '' ? `${ISOLATE}${fitted}${END_ISOLATE}` : fitted
}

/** Text for where Discord knows no markup, such as labels: whole words, at most so long. */
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

/** A link that Discord takes, or null where the address is no http(s) address or longer than allowed. */
export function readLink(url: string, max: number): string | null {
  if (url.length > max || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  const safe = href.replace(/[^\x21-\x7e]|[()<>\\"'`*_|~[\]]/g, encodeCharacter)
  return safe.length <= max ? safe : null
}

function encodeCharacter(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x80 ? `%${code.toString(16).padStart(2, '0')}` : encodeURIComponent(character.toWellFormed())
}
