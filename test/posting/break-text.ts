import { WINDOWS_1252_HIGH } from '../../src/posting/decode-text.ts'

/** Does to a text what a program does that reads UTF-8 as Windows-1252. */
export function breakText(text: string): string {
  return Array.from(Buffer.from(text), byte =>
    byte >= 0x80 && byte <= 0x9f ? (WINDOWS_1252_HIGH[byte - 0x80] ?? '') : String.fromCharCode(byte),
  ).join('')
}
