import { narrowText } from '../narrow-text.ts'

/** The lines of a document, whichever way it ends them, each kept as narrow as it can be. */
export const splitLines = (text: string): string[] =>
  (text.includes('\r') ? text.split(/\r\n|[\n\r]/) : text.split('\n')).map(narrowText)
