import { fileURLToPath } from 'node:url'
import { AppError } from '../errors.ts'
import { createFolderSource } from './folder-source.ts'
import type { Source } from './source.ts'

export interface SourceOptions {
  readonly maxDocumentBytes: number
}

/** A kind of source: recognises what an admin writes and opens it. */
interface SourceKind {
  readonly id: string
  readonly example: string
  recognises(given: string): boolean
  open(given: string, options: SourceOptions): Source
}

/** Every kind of source; the first that recognises what was given opens it. */
export const SOURCE_KINDS: readonly SourceKind[] = [
  {
    id: 'folder',
    example: './postings',
    recognises: given => !/^[a-z][a-z0-9+.-]+:\/\//i.test(given),
    open: (given, options) => createFolderSource({ path: given, ...options }),
  },
]

/**
 * Opens what `--data` or ROLECALL_DATA names.
 * @throws {AppError} `SOURCE_UNSUPPORTED` when no kind of source recognises it
 */
export function openSource(given: string, options: SourceOptions): Source {
  const kind = SOURCE_KINDS.find(candidate => candidate.recognises(given))
  if (!kind) throw new AppError('SOURCE_UNSUPPORTED', given)
  return kind.open(given, options)
}

/**
 * Opens everything that is named, each once however often it is named.
 * @throws {AppError} `SOURCE_UNSUPPORTED` when no kind of source recognises one of them
 */
export function openSources(given: readonly string[], options: SourceOptions): Source[] {
  const sources = given.map(address => openSource(address, options))
  return [...new Map(sources.map(source => [source.id, source])).values()]
}

/** The sample postings that come with the project. */
export function openSampleSource(options: SourceOptions): Source {
  const path = fileURLToPath(new URL('../../data/postings', import.meta.url))
  return createFolderSource({ path, name: 'sample data', isSample: true, ...options })
}
