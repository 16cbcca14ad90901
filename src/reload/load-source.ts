import type { Breathe } from '../catalog/breathe.ts'
import type { Provenance } from '../posting/parse-posting.ts'
import type { FileStamp, Source, SourceDocument, UnchangedFile, UnreadDocument } from '../source/source.ts'
import type { LoadedPart, LoadedSource } from './loaded-source.ts'
import type { SourceProgress } from './reload-progress.ts'

/** Documents of one source that may be on their way through the reading: enough to keep several readers busy. */
const AHEAD = 200

/** Reads documents into postings, which it keeps; here or elsewhere, several at a time or not. */
export type ReadDocument = (document: SourceDocument, provenance: Provenance) => Promise<LoadedPart>

/** A file and everything that it was read as. */
export interface ReadFile extends FileStamp {
  readonly parts: readonly LoadedPart[]
}

/** Remembers what files were read as, so that they need not be opened as long as they do not change. */
export interface FileMemory {
  /** The files of a source by their paths. */
  readonly load: (sourceId: string) => ReadonlyMap<string, ReadFile>
  /** @param files all that can be told by their stamps now; the others are forgotten */
  readonly save: (sourceId: string, files: readonly ReadFile[]) => void
}

export interface LoadSourceDeps {
  readonly now: () => Date
  readonly breathe: Breathe
  readonly read: ReadDocument
  /** Absent for reading every file anew. */
  readonly files?: FileMemory
}

type Counts = Record<'fetched' | 'parsed' | 'rejected', number>

/**
 * Reads a source whole. One that fails keeps what it gave before, and says so.
 * @param report is told how far it is
 */
export async function loadSource(
  source: Source,
  before: LoadedSource | null,
  deps: LoadSourceDeps,
  report: (state: Omit<SourceProgress, 'name'>) => void,
): Promise<LoadedSource> {
  const { id, name, maxAgeDays } = source
  const label = { id, name, maxAgeDays }
  const counts = { fetched: 0, parsed: 0, rejected: 0 }
  const say = (state: SourceProgress['state']) => report({ state, ...counts })
  try {
    say('reading')
    const parts = await readParts(source, deps, counts, () => say('reading'))
    say('done')
    const keys = parts.flatMap(part => ('reason' in part ? [] : part.key))
    const rejected = parts.filter(part => 'reason' in part)
    return { source: label, keys, rejected, loadedAt: deps.now(), failure: null }
  } catch (error) {
    say('failed')
    const kept = before ?? { keys: [], rejected: [], loadedAt: null }
    return { ...kept, source: label, failure: { at: deps.now(), error } }
  }
}

/** In the order in which the source hands them over, whichever is read first. */
async function readParts(
  source: Source,
  { breathe, read, files }: LoadSourceDeps,
  counts: Counts,
  report: () => void,
): Promise<readonly LoadedPart[]> {
  const provenance = { sourceName: source.name, isSample: source.isSample }
  const known = source.collectChanged ? (files?.load(source.id) ?? null) : null
  const count = (part: LoadedPart): LoadedPart => {
    counts['reason' in part ? 'rejected' : 'parsed']++
    report()
    return part
  }
  const stamped: StampedPart[] = []
  const inReading: Promise<LoadedPart>[] = []
  const add = (file: FileStamp | undefined, part: LoadedPart | Promise<LoadedPart>) => {
    counts.fetched++
    stamped.push({ file, part })
  }
  for await (const given of collectFrom(source, known)) {
    if ('content' in given) {
      const part = read(given, provenance).then(count)
      // Where the source fails first, nobody waits for it any more.
      part.catch(() => undefined)
      inReading.push(part)
      add(given.file, part)
      await inReading[inReading.length - AHEAD]
    } else for (const part of listParts(given, known)) add(fileOf(given), count(part))
    await breathe()
  }
  await Promise.all(inReading)
  const done: DonePart[] = []
  for (const { file, part } of stamped) done.push({ file, part: part instanceof Promise ? await part : part })
  if (known !== null) files?.save(source.id, groupByFile(done))
  return done.map(({ part }) => part)
}

type Given = SourceDocument | UnreadDocument | UnchangedFile

interface DonePart {
  /** Absent where nothing tells whether it changes. */
  readonly file: FileStamp | undefined
  readonly part: LoadedPart
}

/** A part that may still be read; most files are unchanged, and a promise for each would take longer than they do. */
interface StampedPart extends Pick<DonePart, 'file'> {
  readonly part: LoadedPart | Promise<LoadedPart>
}

function collectFrom(source: Source, known: ReadonlyMap<string, ReadFile> | null): AsyncIterable<Given> {
  if (known === null) return source.collect()
  return source.collectChanged?.(({ path, stamp }) => known.get(path)?.stamp === stamp) ?? source.collect()
}

/** What is known of what needs no reading. */
function listParts(
  given: UnreadDocument | UnchangedFile,
  known: ReadonlyMap<string, ReadFile> | null,
): readonly LoadedPart[] {
  if ('unchanged' in given) return known?.get(given.unchanged.path)?.parts ?? []
  return [{ key: null, path: given.path, reason: given.reason }]
}

function fileOf(given: UnreadDocument | UnchangedFile): FileStamp | undefined {
  return 'unchanged' in given ? given.unchanged : given.file
}

/** What could not be kept, or stands in a file without a stamp, has to be read again. */
function groupByFile(done: readonly DonePart[]): readonly ReadFile[] {
  const files = new Map<string, FileStamp & { readonly parts: LoadedPart[] }>()
  for (const { file, part } of done) {
    if (file === undefined) continue
    const known = files.get(file.path)
    if (known) known.parts.push(part)
    else files.set(file.path, { ...file, parts: [part] })
  }
  return [...files.values()].filter(({ parts }) => parts.every(({ key }) => key !== null))
}
