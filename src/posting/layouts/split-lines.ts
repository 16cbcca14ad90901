import { narrowText } from '../narrow-text.ts'

/** The lines of a document, whichever way it ends them. */
export const cutLines = (text: string): string[] =>
  text.includes('\r') ? text.split(/\r\n|[\n\r]/) : text.split('\n')

/** The lines of a document, each kept as narrow as it can be. */
export const splitLines = (text: string): string[] => cutLines(text).map(narrowText)
