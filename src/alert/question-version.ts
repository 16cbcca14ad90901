import { listFiles, listReadFiles, nameContents } from '../catalog/archive/reading-version.ts'

/** What a reading depends on besides what postings are read with. */
const FOLDER = 'src/query'
const FILES = ['watched-words', 'match-questions', 'pack-reading'].map(name => `src/alert/${name}.ts`)

let known: string | null = null

/**
 * Names the code and the tables that questions are read with, by their contents: readings that were kept under another
 * name are of no use. Takes some ten milliseconds the first time.
 */
export function readQuestionVersion(): string {
  known ??= nameContents([...new Set([...listReadFiles(), ...listFiles(FOLDER), ...FILES])].sort())
  return known
}
