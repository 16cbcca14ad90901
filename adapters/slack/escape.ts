import { cleanText, fitText } from '../../src/layout/fit-text.ts'

const ZERO_WIDTH_SPACE = '\u200b'
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Begin or end markup, but not inside of a word. */
const MARKUP = /(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])|`/gu
/** What Slack would draw as an emoji. Links and names are left alone: every text is sent as `verbatim`. */
const EMOJI = /:(?=[a-z0-9_+-]{1,64}:)/gi

/**
 * Text that Slack shows as it is: no mention, no link, no bold, no emoji made of it.
 * @example escapeText('<!channel> & *all*') // shows "<!channel> & *all*", and nobody is told
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[&<>]/g, sign => ENTITIES[sign] ?? sign)
    .replace(MARKUP, `${ZERO_WIDTH_SPACE}$&${ZERO_WIDTH_SPACE}`)
    .replace(EMOJI, `$&${ZERO_WIDTH_SPACE}`)
}

/** As `escapeText`, at most so long: whole words are left out at the end, never parts of one. */
export function escapeWithin(text: string, max: number): string {
  return fitText(text, max, escapeText)
}
