// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII and the signs of typesetters
const IS_PLAIN = /^[\u0000-\u007f\u2010-\u2027]*$/

/** Whether a text holds plain Latin letters only, for which simpler and faster patterns do. */
export const isPlainText = (text: string): boolean => IS_PLAIN.test(text)
