import { createReadStream } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { AppError } from '../errors.ts'
import type { Source, SourceDocument, UnreadDocument } from './source.ts'

export interface FolderSourceOptions {
  /** A file, or a folder that is walked. */
  readonly path: string
  /** Larger files are reported instead of read (bytes). */
  readonly maxDocumentBytes: number
  readonly name?: string
  readonly isSample?: boolean
}

/** A source of the files below a folder, in order of their paths; or of a single file. */
export function createFolderSource(options: FolderSourceOptions): Source {
  return {
    id: `folder:${options.path}`,
    name: options.name ?? basename(options.path),
    isSample: options.isSample ?? false,
    maxAgeDays: null,
    collect: () => collect(options),
  }
}

async function* collect(options: FolderSourceOptions): AsyncGenerator<SourceDocument | UnreadDocument> {
  const root = options.path
  if ((await statOrThrow(root)).isFile()) {
    yield await readDocument(root, basename(root), options.maxDocumentBytes)
    return
  }
  for (const file of await listFiles(root)) {
    const path = relative(root, file).split(sep).join('/')
    yield await readDocument(file, path, options.maxDocumentBytes)
  }
}

async function statOrThrow(path: string) {
  try {
    return await stat(path)
  } catch (cause) {
    throw new AppError('SOURCE_NOT_FOUND', path, { cause })
  }
}

/** Every file below a folder, sorted; names that start with a dot are passed over, links to folders not followed. */
async function listFiles(folder: string): Promise<string[]> {
  const files: string[] = []
  const folders = [folder]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for await (const entry of await openFolder(next)) {
      if (entry.name.startsWith('.')) continue
      const path = join(next, entry.name)
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile() || entry.isSymbolicLink()) files.push(path)
    }
  }
  return files.sort()
}

async function openFolder(path: string) {
  try {
    return await opendir(path)
  } catch (cause) {
    throw new AppError('SOURCE_UNREADABLE', path, { cause })
  }
}

/** Reads one byte more than allowed at the most, so that a huge or growing file cannot fill the memory. */
async function readDocument(
  file: string,
  path: string,
  maxBytes: number,
): Promise<SourceDocument | UnreadDocument> {
  try {
    if (!(await stat(file)).isFile()) return { path, reason: 'This is not a regular file.' }
    const content = await readUpTo(file, maxBytes + 1)
    return content.length > maxBytes ? { path, reason: tooLarge(maxBytes) } : { path, content }
  } catch (error) {
    return { path, reason: `The file cannot be read (${error instanceof Error ? error.message : error}).` }
  }
}

async function readUpTo(file: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(file, { end: maxBytes - 1 })) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function tooLarge(maxBytes: number): string {
  return `The file is larger than ${maxBytes} bytes; raise ROLECALL_MAX_DOCUMENT_BYTES to read it.`
}
