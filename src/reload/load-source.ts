import type { Breathe } from '../catalog/breathe.ts'
import type { Provenance } from '../posting/parse-posting.ts'
import type { FileStamp, Source, SourceDocument, UnchangedFiles, UnreadDocument } from '../source/source.ts'
import type { LoadedPart, LoadedSource, RejectedPart } from './loaded-source.ts'
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
  readonly open: (sourceId: string) => KnownFiles
}

/** What is known of the files of a source that is read. */
export interface KnownFiles {
  /** Whether a file is as it was when it was read. */
  readonly isKnown: (file: FileStamp) => boolean
  /** What a known file was read as; it counts as one that is still there. */
  readonly take: (file: FileStamp) => readonly LoadedPart[]
  /** @param files all others that can be told by their stamps now; what was not taken either is forgotten */
  readonly save: (files: readonly ReadFile[]) => void
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
    return { source: label, ...sortOut(parts), loadedAt: deps.now(), failure: null }
  } catch (error) {
    say('failed')
    const kept = before ?? { keys: [], rejected: [], loadedAt: null }
    return { ...kept, source: label, failure: { at: deps.now(), error } }
  }
}

function sortOut(parts: readonly LoadedPart[]): Pick<LoadedSource, 'keys' | 'rejected'> {
  const [keys, rejected]: [string[], RejectedPart[]] = [[], []]
  for (const part of parts) {
    if ('reason' in part) rejected.push(part)
    else keys.push(part.key)
  }
  return { keys, rejected }
}

/** In the order in which the source hands them over, whichever is read first. */
async function readParts(
  source: Source,
  { breathe, read, files }: LoadSourceDeps,
  counts: Counts,
  report: () => void,
): Promise<readonly LoadedPart[]> {
  const provenance = { sourceName: source.name, isSample: source.isSample }
  const known = source.collectChanged ? (files?.open(source.id) ?? null) : null
  const count = (part: LoadedPart): LoadedPart => {
    counts['reason' in part ? 'rejected' : 'parsed']++
    return part
  }
  const parts: (LoadedPart | Promise<LoadedPart>)[] = []
  const stamped: StampedPart[] = []
  const inReading: Promise<LoadedPart>[] = []
  for await (const given of collectFrom(source, known)) {
    if ('unchanged' in given) {
      for (const file of given.unchanged) for (const part of known?.take(file) ?? []) parts.push(count(part))
      counts.fetched = parts.length
      report()
    } else {
      const part = 'content' in given ? read(given, provenance).then(count) : count(toRejected(given))
      stamped.push({ file: given.file, part })
      counts.fetched = parts.push(part)
      if (part instanceof Promise) {
        // Where the source fails first, nobody waits for it any more.
        part.then(report, () => undefined)
        inReading.push(part)
        await inReading[inReading.length - AHEAD]
      } else report()
    }
    await breathe()
  }
  await Promise.all(inReading)
  known?.save(groupByFile(await awaitParts(stamped)))
  return awaitAll(parts)
}

type Given = SourceDocument | UnreadDocument | UnchangedFiles

interface DonePart {
  /** Absent where nothing tells whether it changes. */
  readonly file: FileStamp | undefined
  readonly part: LoadedPart
}

/** A part that may still be read. */
interface StampedPart extends Pick<DonePart, 'file'> {
  readonly part: LoadedPart | Promise<LoadedPart>
}

function collectFrom(source: Source, known: KnownFiles | null): AsyncIterable<Given> {
  if (known === null) return source.collect()
  return source.collectChanged?.(known.isKnown) ?? source.collect()
}

function toRejected({ path, reason }: UnreadDocument): RejectedPart {
  return { key: null, path, reason }
}

/** Most files are unchanged, and a promise for each would take longer than they do. */
async function awaitAll(
  parts: readonly (LoadedPart | Promise<LoadedPart>)[],
): Promise<readonly LoadedPart[]> {
  const done: LoadedPart[] = []
  for (const part of parts) done.push(part instanceof Promise ? await part : part)
  return done
}

async function awaitParts(stamped: readonly StampedPart[]): Promise<readonly DonePart[]> {
  const done: DonePart[] = []
  for (const { file, part } of stamped) done.push({ file, part: await part })
  return done
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
