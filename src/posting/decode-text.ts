/** Largest document that is read unless a setting says otherwise (bytes; 1 MiB). */
export const DEFAULT_MAX_BYTES = 1_048_576

/** Why a document cannot be read, as a sentence with a way out. */
export interface Refusal {
  readonly reason: string
}

/** How much of a document is looked at to tell its encoding (bytes). */
const SAMPLE_BYTES = 4096

const BINARY_KINDS: readonly { readonly magic: readonly number[]; readonly name: string }[] = [
  { magic: [0x25, 0x50, 0x44, 0x46], name: 'a PDF' },
  { magic: [0x50, 0x4b, 0x03, 0x04], name: 'a ZIP archive or an Office document' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Office document' },
  { magic: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { magic: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { magic: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture' },
  { magic: [0x1f, 0x8b], name: 'a gzip archive' },
  { magic: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
]

/**
 * Decodes a document: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252.
 * @param maxBytes largest size that is read (bytes; default 1 MiB)
 * @example decodeText(Uint8Array.of(0x63, 0x61, 0x66, 0xe9)) // 'café'
 */
export function decodeText(content: Uint8Array, maxBytes = DEFAULT_MAX_BYTES): string | Refusal {
  if (content.length > maxBytes) return refuseSize(content.length, maxBytes)
  const binary = BINARY_KINDS.find(kind => kind.magic.every((byte, i) => content[i] === byte))
  if (binary)
    return { reason: `The document is ${binary.name}, not text. Save the posting as text, Markdown or HTML.` }
  const text = decodeBytes(content).replace(/^\ufeff/, '')
  if (text.trim() === '') return { reason: 'The document is empty. Put the text of one posting into it.' }
  if (hasControlCharacters(text)) {
    return { reason: 'The document is binary, not text. Save the posting as text, Markdown or HTML.' }
  }
  return text
}

function refuseSize(size: number, maxBytes: number): Refusal {
  return {
    reason: `The document has ${size} bytes, the limit is ${maxBytes}. Split it into one posting a document, or raise the size limit.`,
  }
}

function decodeBytes(content: Uint8Array): string {
  const utf16 = findUtf16(content)
  if (utf16) return new TextDecoder(utf16).decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return decodeDamaged(content)
  }
}

/** UTF-16 by its byte order mark, else by where the zero bytes of Latin letters, spaces and line ends stand. */
function findUtf16(content: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be'
  if (content.length < 4 || content.length % 2 === 1) return null
  const end = Math.min(content.length, SAMPLE_BYTES)
  if (content.subarray(0, end).indexOf(0) === -1) return null
  const zeros = [0, 0]
  for (let i = 0; i < end; i++) if (content[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const few = end / 2 / 50
  if (odd > few && even <= odd / 20) return 'utf-16le'
  if (even > few && odd <= even / 20) return 'utf-16be'
  return null
}

/** Text that is not sound UTF-8: a UTF-8 text with a few broken bytes, or Windows-1252. */
function decodeDamaged(content: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(content)
  const broken = utf8.split('\ufffd').length - 1
  const sound = (utf8.match(/[\u0080-\ufffc]/g) ?? []).length
  return sound > broken * 4 ? utf8 : (decodeDeclared(content) ?? decodeWindows1252(content))
}

/** Text in the encoding that a web page names for itself; null where it names none that is known. */
function decodeDeclared(content: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(content.subarray(0, 2048))
  const label = /<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s?=\s?["']?([\w-]{3,20})/i.exec(head)?.[1]
  if (label === undefined || /^(?:utf|windows-1252|iso-8859-1$|latin1$)/i.test(label)) return null
  try {
    return new TextDecoder(label).decode(content)
  } catch {
    return null
  }
}

/** The characters of the bytes 0x80 to 0x9f; the five undefined ones keep their code. */
export const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

function decodeWindows1252(content: Uint8Array): string {
  const latin1 = new TextDecoder('latin1').decode(content)
  return latin1.replace(/[\u0080-\u009f]/g, char => WINDOWS_1252_HIGH[char.charCodeAt(0) - 0x80] ?? char)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

function hasControlCharacters(text: string): boolean {
  // Most documents hold none, which the pattern tells three times as fast as the count.
  if (!CONTROL.test(text)) return false
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0) return true
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) count++
  }
  return count * 100 > text.length
}
