import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { AppError } from '../errors.ts'
import { decodeBody } from './decode-body.ts'
import { handOver } from './hand-over.ts'
import { readPathDate } from './path-date.ts'
import { readList } from './read-list.ts'
import type { Source, SourceDocument, UnreadDocument } from './source.ts'

export interface FolderSourceOptions {
  /** A file, or a folder that is walked. */
  readonly path: string
  /** Larger files are reported instead of read (bytes). */
  readonly maxDocumentBytes: number
  /** The same for files that list many postings (bytes; default 64 MiB). */
  readonly maxSourceBytes?: number
  readonly name?: string
  readonly isSample?: boolean
}

/** A source of the files below a folder, in order of their paths; or of a single file. */
export function createFolderSource(options: FolderSourceOptions): Source {
  return {
    id: `folder:${resolve(options.path)}`,
    name: options.name ?? basename(options.path),
    origin: resolve(options.path),
    terms: 'Files on the machine that Rolecall runs on; whoever put them there knows their terms.',
    isSample: options.isSample ?? false,
    maxAgeDays: null,
    collect: () => collect(options),
  }
}

async function* collect(options: FolderSourceOptions): AsyncGenerator<SourceDocument | UnreadDocument> {
  const root = options.path
  if ((await statOrThrow(root)).isFile()) {
    yield* handOver(await readFileAt(root, basename(root), options))
    return
  }
  for (const { file, problem } of await listFiles(root)) {
    const path = relative(root, file).split(sep).join('/')
    if (problem) yield { path, reason: problem }
    else yield* handOver(await readFileAt(file, path, options))
  }
}

async function statOrThrow(path: string) {
  try {
    return await stat(path)
  } catch (cause) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(codeOf(cause))
    throw new AppError(isMissing ? 'SOURCE_NOT_FOUND' : 'SOURCE_UNREADABLE', path, { cause })
  }
}

/** A file to read; or, with the problem, a folder that cannot be listed. */
interface Found {
  readonly file: string
  readonly problem: string | null
}

/** Every file below a folder, sorted; names that start with a dot are passed over, links to folders not followed. */
async function listFiles(root: string): Promise<Found[]> {
  try {
    return (await listFolder(root)).sort((a, b) => (a.file < b.file ? -1 : 1))
  } catch (cause) {
    throw new AppError('SOURCE_UNREADABLE', root, { cause })
  }
}

async function listFolder(folder: string): Promise<Found[]> {
  const found: Found[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const file = join(folder, entry.name)
    if (entry.isDirectory()) for (const below of await listFolderBelow(file)) found.push(below)
    else found.push({ file, problem: null })
  }
  return found
}

/** A folder below that is closed to us is reported, so that the others go on. */
async function listFolderBelow(folder: string): Promise<Found[]> {
  try {
    return await listFolder(folder)
  } catch (error) {
    return [{ file: folder, problem: `The folder cannot be read (${codeOf(error)}).` }]
  }
}

const DEFAULT_LIST_BYTES = 67_108_864
/** Files of these kinds may hold many postings. */
const LIST_FILE = /\.(?:json|jsonl|ndjson|xml|rss|atom|rdf)$/i

/** A file is one document, or a list of them (a feed, JSON, JSON lines). */
async function readFileAt(
  file: string,
  path: string,
  { maxDocumentBytes, maxSourceBytes = DEFAULT_LIST_BYTES }: FolderSourceOptions,
): Promise<Iterable<SourceDocument | UnreadDocument>> {
  const pathDate = readPathDate(path)
  const date = pathDate === null ? {} : { pathDate }
  const isList = LIST_FILE.test(path)
  const document = await readDocument(file, path, isList ? maxSourceBytes : maxDocumentBytes)
  if ('reason' in document) return [document]
  if (!isList) return [{ ...document, ...date }]
  const list = readList(decodeBody(document.content, null), { folder: path, maxDocumentBytes })
  if (list === null) return [{ ...document, ...date }]
  return 'problem' in list ? [{ path, reason: list.problem }] : list.documents
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
    return { path, reason: `The file cannot be read (${codeOf(error)}).` }
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

/** The system's word for a failure, such as `EACCES`. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
