import { parsePosting } from '../posting/parse-posting.ts'
import type { Posting } from '../posting/posting.ts'
import type { Source, SourceDocument, UnreadDocument } from '../source/source.ts'
import type { Breathe } from './breathe.ts'
import { hashDocument, type LoadedSource } from './loaded-source.ts'
import type { SourceProgress } from './reload-progress.ts'

/** As many sources are read at the same time: most of them wait for somebody else's server. */
const AT_ONCE = 4

export interface LoadDeps {
  readonly now: () => Date
  readonly breathe: Breathe
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

async function loadSource(
  source: Source,
  before: LoadedSource | null,
  { now, breathe }: Omit<LoadDeps, 'onProgress'>,
  report: (state: Omit<SourceProgress, 'name'>) => void,
): Promise<LoadedSource> {
  const { name: sourceName, isSample } = source
  const postings: Posting[] = []
  const rejected: UnreadDocument[] = []
  const parsed = new Map<string, Posting | UnreadDocument>()
  const read = (document: SourceDocument) => {
    const hash = hashDocument(document)
    const result = before?.parsed.get(hash) ?? parsePosting(document, { sourceName, isSample })
    parsed.set(hash, result)
    return result
  }
  const count = () => ({
    fetched: postings.length + rejected.length,
    parsed: postings.length,
    rejected: rejected.length,
  })
  try {
    report({ state: 'reading', ...count() })
    for await (const document of source.collect()) {
      const result = 'content' in document ? read(document) : document
      if ('reason' in result) rejected.push(result)
      else postings.push(result)
      report({ state: 'reading', ...count() })
      await breathe()
    }
    report({ state: 'done', ...count() })
    return { source, postings, rejected, parsed, loadedAt: now(), failure: null }
  } catch (error) {
    report({ state: 'failed', ...count() })
    const kept = before ?? { postings: [], rejected: [], parsed: new Map(), loadedAt: null }
    return { ...kept, source, failure: { at: now(), error } }
  }
}
