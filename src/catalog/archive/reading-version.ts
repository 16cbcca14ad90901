import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** What a record depends on besides its document: code, tables and packages. */
const FOLDERS = ['src/posting', 'src/catalog', 'data']
const FILES = ['src/source/source.ts', 'package-lock.json', 'package.json']
/** Samples are documents like others. */
const DOCUMENTS = 'data/postings'

/**
 * Names the code and the tables that postings are read with, by their contents: what was kept under another name is
 * read anew. Takes some ten milliseconds; to be called once a process.
 */
export function readReadingVersion(): string {
  return nameContents(listReadFiles())
}

/** Names files by their contents; a file that is not there counts as empty. @param paths relative to the project */
export function nameContents(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${path}\n`).update(readIfThere(join(ROOT, path)))
  return hash.digest('base64url').slice(0, 16)
}

/** The files that it depends on, in a fixed order, relative to the project. */
export function listReadFiles(): readonly string[] {
  return [...FOLDERS.flatMap(listFiles), ...FILES].filter(path => !path.startsWith(DOCUMENTS)).sort()
}

/** All files of a folder and its folders, relative to the project. */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length).replaceAll('\\', '/'))
}

/** An installed package comes without its lock file. */
function readIfThere(path: string): Uint8Array | string {
  try {
    return readFileSync(path)
  } catch {
    return ''
  }
}
