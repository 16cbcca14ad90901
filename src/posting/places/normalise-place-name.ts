const STROKED = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
])

/**
 * Makes a place name comparable: lower case, without accents, dots and apostrophes; "&" is "and", other signs are spaces.
 * @example normalisePlaceName('Washington, D.C.') // 'washington dc'
 */
export function normalisePlaceName(text: string): string {
  // Most names are a plain word or two; the table has 17,000 of them.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[.'’`´]/gu, '')
    .replace(/[łøđıßæœ]/g, letter => STROKED.get(letter) ?? letter)
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
