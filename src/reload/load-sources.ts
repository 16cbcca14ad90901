import type { Source } from '../source/source.ts'
import { type LoadSourceDeps, loadSource } from './load-source.ts'
import type { LoadedSource } from './loaded-source.ts'
import type { SourceProgress } from './reload-progress.ts'

/** As many sources are read at the same time: most of them wait for somebody else's server. */
const AT_ONCE = 4

export interface LoadDeps extends LoadSourceDeps {
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
