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
  const parts: Promise<LoadedPart>[] = []
  const stamped: StampedPart[] = []
  for await (const given of collectFrom(source, known)) {
    for (const { file, part } of readGiven(given, known, document => read(document, provenance))) {
      counts.fetched++
      const counted = part.then(done => {
        counts['reason' in done ? 'rejected' : 'parsed']++
        report()
        return done
      })
      // Where the source fails first, nobody waits for it any more.
      counted.catch(() => undefined)
      parts.push(counted)
      stamped.push({ file, part: counted })
    }
    await parts[parts.length - AHEAD]
    await breathe()
  }
  const done = await Promise.all(parts)
  if (known !== null) files?.save(source.id, await groupByFile(stamped))
  return done
}

type Given = SourceDocument | UnreadDocument | UnchangedFile

interface StampedPart {
  /** Absent where nothing tells whether it changes. */
  readonly file: FileStamp | undefined
  readonly part: Promise<LoadedPart>
}

function collectFrom(source: Source, known: ReadonlyMap<string, ReadFile> | null): AsyncIterable<Given> {
  if (known === null) return source.collect()
  return source.collectChanged?.(({ path, stamp }) => known.get(path)?.stamp === stamp) ?? source.collect()
}

function readGiven(
  given: Given,
  known: ReadonlyMap<string, ReadFile> | null,
  read: (document: SourceDocument) => Promise<LoadedPart>,
): readonly StampedPart[] {
  if ('unchanged' in given) {
    const file = given.unchanged
    const parts = known?.get(file.path)?.parts ?? []
    return parts.map(part => ({ file, part: Promise.resolve(part) }))
  }
  const { path, file } = given
  if ('content' in given) return [{ file, part: read(given) }]
  return [{ file, part: Promise.resolve({ key: null, path, reason: given.reason }) }]
}

/** What could not be kept, or stands in a file without a stamp, has to be read again. */
async function groupByFile(stamped: readonly StampedPart[]): Promise<readonly ReadFile[]> {
  const files = new Map<string, FileStamp & { readonly parts: LoadedPart[] }>()
  for (const { file, part } of stamped) {
    if (file === undefined) continue
    const known = files.get(file.path)
    if (known) known.parts.push(await part)
    else files.set(file.path, { ...file, parts: [await part] })
  }
  return [...files.values()].filter(({ parts }) => parts.every(({ key }) => key !== null))
}
