import {
  type BigIntStats,
  closeSync,
  createReadStream,
  type Dirent,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, resolve, sep } from 'node:path'
import { AppError } from '../errors.ts'
import { decodeBody } from './decode-body.ts'
import { handOver } from './hand-over.ts'
import { readPathDate } from './path-date.ts'
import { readList } from './read-list.ts'
import type { FileStamp, Source, SourceDocument, UnchangedFiles, UnreadDocument } from './source.ts'

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
    collectChanged: isKnown => collectChanged(options, isKnown),
  }
}

type Collected = SourceDocument | UnreadDocument
/** null where nobody wants to know which files changed. */
type IsKnown = ((file: FileStamp) => boolean) | null

async function* collect(options: FolderSourceOptions): AsyncGenerator<Collected> {
  for await (const collected of collectChanged(options, null))
    if (!('unchanged' in collected)) yield collected
}

async function* collectChanged(
  options: FolderSourceOptions,
  isKnown: IsKnown,
): AsyncGenerator<Collected | UnchangedFiles> {
  const root = options.path
  if ((await statOrThrow(root)).isFile()) {
    yield* readBatch([{ file: root, path: basename(root), problem: null }], options, isKnown)
    return
  }
  for await (const files of walk(root, '', await listOrThrow(root)))
    for (const batch of batchFiles(files)) yield* readBatch(batch, options, isKnown)
}

/** Most files are as they were: those are handed over together, because one by one would take longer than looking at them. */
async function* readBatch(
  batch: readonly Found[],
  options: FolderSourceOptions,
  isKnown: IsKnown,
): AsyncGenerator<Collected | UnchangedFiles> {
  const looks = batch.map(found => lookAt(found, isKnown))
  const untilMs = performance.now() + MOST_WAIT_MS
  const reading = looks.map(look => ('toRead' in look ? readFileAt(look, options, untilMs) : null))
  let unchanged: FileStamp[] = []
  for (const [at, look] of looks.entries()) {
    if ('unchanged' in look) {
      unchanged.push(look.unchanged)
      continue
    }
    if (unchanged.length > 0) yield { unchanged }
    unchanged = []
    yield* handOver('reason' in look ? [look] : ((await reading[at]) ?? []))
  }
  if (unchanged.length > 0) yield { unchanged }
}

/** So many small files are read at a time: a slow disk is mostly waited for. */
const AT_ONCE = 16
/**
 * So long others wait for the files of a batch (milliseconds), as long as the disk answers at once: to read a file then
 * takes 20 microseconds of processor time, and 100 to 130 where others get their turn before each step.
 */
const MOST_WAIT_MS = 2
/** What is larger takes longer than handing it to another thread (bytes). */
const SMALL_FILE = 262_144

/** Files that are read at the same time; one that may be large goes alone. */
function* batchFiles(files: readonly Found[]): Generator<readonly Found[]> {
  let batch: Found[] = []
  for (const found of files) {
    const isAlone = LIST_FILE.test(found.path)
    if (batch.length > 0 && (isAlone || batch.length === AT_ONCE)) {
      yield batch
      batch = []
    }
    batch.push(found)
    if (!isAlone) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function statOrThrow(path: string) {
  try {
    return await stat(path)
  } catch (cause) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(codeOf(cause))
    throw new AppError(isMissing ? 'SOURCE_NOT_FOUND' : 'SOURCE_UNREADABLE', path, { cause })
  }
}

async function listOrThrow(root: string): Promise<readonly Dirent[]> {
  try {
    return await list(root)
  } catch (cause) {
    throw new AppError('SOURCE_UNREADABLE', root, { cause })
  }
}

const list = (folder: string): Promise<readonly Dirent[]> => readdir(folder, { withFileTypes: true })

/** A file to read; or, with the problem, a folder that cannot be listed. */
interface Found {
  readonly file: string
  /** Relative to the source. */
  readonly path: string
  readonly problem: string | null
}

/**
 * Every file below a folder in the order of the paths, some at a time, so that the first can be read while others are
 * listed; names that start with a dot are passed over, links to folders not followed.
 * @param path of the folder relative to the source, with a slash behind it where it is not the source itself
 */
async function* walk(
  folder: string,
  path: string,
  entries: readonly Dirent[],
): AsyncGenerator<readonly Found[]> {
  // Joining them by the library takes as long as listing them.
  const start = folder.endsWith(sep) ? folder : folder + sep
  let files: Found[] = []
  for (const { name, isFolder } of sortEntries(entries)) {
    if (!isFolder) {
      files.push({ file: start + name, path: path + name, problem: null })
      continue
    }
    if (files.length > 0) yield files
    files = []
    yield* walkBelow(start + name, path + name)
  }
  if (files.length > 0) yield files
}

/** As their paths are sorted: what is in a folder has a slash behind its name. */
function sortEntries(entries: readonly Dirent[]) {
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .map(entry => {
      const isFolder = entry.isDirectory()
      return { name: entry.name, isFolder, order: isFolder ? entry.name + sep : entry.name }
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
}

/** A folder below that is closed to us is reported, so that the others go on. */
async function* walkBelow(folder: string, path: string): AsyncGenerator<readonly Found[]> {
  const entries = await list(folder).catch(codeOf)
  if (typeof entries !== 'string') yield* walk(folder, `${path}/`, entries)
  else yield [{ file: folder, path, problem: `The folder cannot be read (${entries}).` }]
}

const DEFAULT_LIST_BYTES = 67_108_864
/** Files of these kinds may hold many postings. */
const LIST_FILE = /\.(?:json|jsonl|ndjson|xml|rss|atom|rdf)$/i

/** What a look at a file says: that it is as it was, that it is to be read, or why it cannot be. */
type Look = { readonly unchanged: FileStamp } | ToRead | UnreadDocument

interface ToRead {
  readonly toRead: Found
  readonly size: number
  /** null where a change could not be noticed. */
  readonly stamp: FileStamp | null
}

function lookAt(found: Found, isKnown: IsKnown): Look {
  const { file, path, problem } = found
  if (problem !== null) return { path, reason: problem }
  try {
    // Looked at before it is read: what changes in between is read again the next time.
    // Waiting for it would take ten times as long as it does, and most files are only looked at.
    const stats = statSync(file, { bigint: true })
    if (!stats.isFile()) return { path, reason: 'This is not a regular file.' }
    const stamp = isKnown === null ? null : stampFile(path, stats, Date.now())
    if (stamp !== null && isKnown?.(stamp)) return { unchanged: stamp }
    return { toRead: found, size: Number(stats.size), stamp }
  } catch (error) {
    return describeUnread(path, error)
  }
}

/** A file is one document, or a list of them (a feed, JSON, JSON lines). */
async function readFileAt(
  { toRead: { file, path }, size, stamp }: ToRead,
  options: FolderSourceOptions,
  untilMs: number,
): Promise<Iterable<Collected>> {
  try {
    const documents = await readDocuments({ file, path, size, untilMs }, options)
    return stamp === null ? documents : withStamp(documents, stamp)
  } catch (error) {
    return [describeUnread(path, error)]
  }
}

function describeUnread(path: string, error: unknown): UnreadDocument {
  return { path, reason: `The file cannot be read (${codeOf(error)}).` }
}

/** File systems tell times apart by some milliseconds, old ones by two seconds. */
const SETTLED_MS = 3000

/** null for a file that was changed just now: another change could have the very same time. */
function stampFile(path: string, stats: BigIntStats, nowMs: number): FileStamp | null {
  const { mtimeMs, ctimeMs, mtimeNs, ctimeNs, size, ino } = stats
  const changedMs = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs)
  return nowMs - changedMs < SETTLED_MS ? null : { path, stamp: [mtimeNs, ctimeNs, size, ino].join('-') }
}

function* withStamp(documents: Iterable<Collected>, file: FileStamp): Generator<Collected> {
  for (const document of documents) yield { ...document, file }
}

interface FileToRead {
  readonly file: string
  /** Relative to the source. */
  readonly path: string
  /** Bytes when it was looked at. */
  readonly size: number
  /** Until then nobody minds waiting for it (by `performance.now`). */
  readonly untilMs: number
}

async function readDocuments(
  given: FileToRead,
  { maxDocumentBytes, maxSourceBytes = DEFAULT_LIST_BYTES }: FolderSourceOptions,
): Promise<Iterable<Collected>> {
  const { path, size } = given
  const pathDate = readPathDate(path)
  const date = pathDate === null ? {} : { pathDate }
  const isList = LIST_FILE.test(path)
  const maxBytes = isList ? maxSourceBytes : maxDocumentBytes
  const content = size > maxBytes ? null : await readContent(given, maxBytes)
  if (content === null || content.length > maxBytes) return [{ path, reason: tooLarge(maxBytes) }]
  const document = { path, content, ...date }
  if (!isList) return [document]
  const list = readList(decodeBody(content, null), { folder: path, maxDocumentBytes })
  if (list === null) return [document]
  return 'problem' in list ? [{ path, reason: list.problem }] : list.documents
}

/** The whole file in one go where it is as large as it was; one that grows meanwhile up to one byte more than allowed. */
async function readContent({ file, size, untilMs }: FileToRead, maxBytes: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(size + 1)
  const isQuick = size <= SMALL_FILE && performance.now() < untilMs
  const bytesRead = isQuick ? readNow(file, buffer) : await readLater(file, buffer)
  return bytesRead === size ? buffer.subarray(0, size) : readUpTo(file, maxBytes + 1)
}

function readNow(file: string, buffer: Buffer): number {
  const handle = openSync(file, 'r')
  try {
    return readSync(handle, buffer, 0, buffer.length, 0)
  } finally {
    closeSync(handle)
  }
}

async function readLater(file: string, buffer: Buffer): Promise<number> {
  const handle = await open(file)
  try {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return bytesRead
  } finally {
    await handle.close()
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
