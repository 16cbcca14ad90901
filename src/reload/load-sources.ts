import type { Provenance } from '../posting/parse-posting.ts'
import type { Source, SourceDocument, UnreadDocument } from '../source/source.ts'
import type { Breathe } from './breathe.ts'
import type { LoadedSource, RejectedPart } from './loaded-source.ts'
import type { SourceProgress } from './reload-progress.ts'

/** As many sources are read at the same time: most of them wait for somebody else's server. */
const AT_ONCE = 4
/** Documents of one source that may be on their way through the reading: enough to keep several readers busy. */
const AHEAD = 200

/** What a document was read as. */
export interface DocumentOutcome {
  readonly key: string
  /** Why it is no posting; null where it is one. */
  readonly reason: string | null
}

/** Reads documents into postings, which it keeps; here or elsewhere, several at a time or not. */
export type ReadDocument = (document: SourceDocument, provenance: Provenance) => Promise<DocumentOutcome>

export interface LoadDeps {
  readonly now: () => Date
  readonly breathe: Breathe
  readonly read: ReadDocument
  readonly onProgress: (sources: readonly SourceProgress[]) => void
}

/** Reads every source; one that fails keeps what it gave before, and says so. */
export async function loadSources(
  sources: readonly Source[],
  before: readonly LoadedSource[],
  { onProgress, ...deps }: LoadDeps,
): Promise<readonly LoadedSource[]> {
  const progress: SourceProgress[] = sources.map(({ name }) => ({
    name,
    state: 'waiting',
    fetched: 0,
    parsed: 0,
    rejected: 0,
  }))
  const loaded: LoadedSource[] = []
  const queue = sources.entries()
  const work = async () => {
    // All of them take from one queue.
    for (const [index, source] of queue) {
      const kept = before.find(candidate => candidate.source.id === source.id) ?? null
      loaded[index] = await loadSource(source, kept, deps, state => {
        progress[index] = { ...state, name: source.name }
        onProgress([...progress])
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return loaded
}

type Report = (state: Omit<SourceProgress, 'name'>) => void

async function loadSource(
  source: Source,
  before: LoadedSource | null,
  deps: Omit<LoadDeps, 'onProgress'>,
  report: Report,
): Promise<LoadedSource> {
  const { id, name, maxAgeDays } = source
  const label = { id, name, maxAgeDays }
  const counts = { fetched: 0, parsed: 0, rejected: 0 }
  try {
    report({ state: 'reading', ...counts })
    const parts = await readAll(source, deps, counts, () => report({ state: 'reading', ...counts }))
    report({ state: 'done', ...counts })
    const keys = parts.flatMap(part => ('reason' in part ? [] : part.key))
    const rejected = parts.filter(part => 'reason' in part)
    return { source: label, keys, rejected, loadedAt: deps.now(), failure: null }
  } catch (error) {
    report({ state: 'failed', ...counts })
    const kept = before ?? { keys: [], rejected: [], loadedAt: null }
    return { ...kept, source: label, failure: { at: deps.now(), error } }
  }
}

/** The key of a posting, or what is none. */
type Part = { readonly key: string } | RejectedPart

interface Counts {
  fetched: number
  parsed: number
  rejected: number
}

/** In the order in which the source hands them over, whichever is read first. */
async function readAll(
  source: Source,
  { breathe, read }: Pick<LoadDeps, 'breathe' | 'read'>,
  counts: Counts,
  report: () => void,
): Promise<readonly Part[]> {
  const provenance = { sourceName: source.name, isSample: source.isSample }
  const parts: Promise<Part>[] = []
  const count = (part: Part) => {
    if ('reason' in part) counts.rejected++
    else counts.parsed++
    report()
    return part
  }
  for await (const document of source.collect()) {
    counts.fetched++
    const part = readPart(document, provenance, read).then(count)
    // Where the source fails first, nobody waits for it any more.
    part.catch(() => undefined)
    parts.push(part)
    await parts[parts.length - AHEAD]
    await breathe()
  }
  return Promise.all(parts)
}

async function readPart(
  document: SourceDocument | UnreadDocument,
  provenance: Provenance,
  read: ReadDocument,
): Promise<Part> {
  const { path } = document
  if ('reason' in document) return { key: null, path, reason: document.reason }
  const { key, reason } = await read(document, provenance)
  return reason === null ? { key } : { key, path, reason }
}
