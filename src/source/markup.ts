const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const NAMED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#34;': '"',
  '&#60;': '<',
  '&#62;': '>',
  '&amp;': '&',
}

const TAGS = '(?:p|div|br|ul|ol|li|h[1-6]|span|strong|b|em|i|u|a|table|tr|td|section|article)'
const TAG = new RegExp(`</?${TAGS}(?:\\s[^<>]{0,2000})?/?>`, 'i')
const ESCAPED_TAG = new RegExp(`&lt;/?${TAGS}(?:\\s[^<>]{0,300}?)?/?&gt;`, 'i')
/** How much of a text is looked at to tell what it is (characters). */
const SAMPLE = 20_000

/** Writes a text so that it stands for itself in HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, sign => ESCAPES[sign] ?? sign)

/** Takes one level of escaping off HTML. */
const unescapeHtml = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp|#39|#34|#60|#62);/g, entity => NAMED[entity] ?? entity)

/** Whether a text is HTML rather than plain text. */
export const isMarkup = (text: string): boolean => TAG.test(text.slice(0, SAMPLE))

/** Makes HTML of a text that is HTML already, HTML with its signs escaped, or plain text. */
export function toHtml(text: string): string {
  if (isMarkup(text)) return text
  if (ESCAPED_TAG.test(text.slice(0, SAMPLE))) return unescapeHtml(text)
  return text
    .split(/\r\n|[\n\r]/)
    .map(toBlock)
    .join('\n')
}

const ITEM = /^\s{0,20}[-*•·‣▪]\s{1,5}/

/** One line of plain text as a block of its own; lines that begin with a dash are items of a list. */
function toBlock(line: string): string {
  if (line.trim() === '') return ''
  // Entities in plain text were written by the sender ("R&amp;D").
  const text = escapeHtml(unescapeHtml(line.replace(ITEM, '')))
  return ITEM.test(line) ? `<li>${text}</li>` : `<p>${text}</p>`
}
