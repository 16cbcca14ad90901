import { cleanText, fitText } from '../../src/layout/fit-text.ts'

/** Every character that begins some markup of Discord. */
const MARKUP = /[\\*_~`|<>#@[\]()+=-]/g
/** Would make a link, an invitation, or a numbered list. */
const LINKING = /:(?=\/\/)|\.(?=[a-z])|(?<=^\d{1,4})[.)]/gi
const ZERO_WIDTH_SPACE = '\u200b'

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
  return fitText(text, max, escapeText)
}
