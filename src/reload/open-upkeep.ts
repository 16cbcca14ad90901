import type { Source } from '../source/source.ts'
import type { Store } from '../store/store.ts'
import { createReloader, type ReloaderDeps } from './reloader.ts'
import { createSchedule } from './schedule.ts'
import { createSourceList } from './source-list.ts'
import type { Upkeep } from './upkeep.ts'

export interface UpkeepOptions
  extends Pick<
      ReloaderDeps,
      'log' | 'now' | 'limits' | 'onChange' | 'onHeld' | 'onFailing' | 'maker' | 'warm'
    >,
    Pick<Upkeep, 'measure'> {
  readonly store: Pick<Store, 'hides' | 'versions' | 'audit' | 'keptSources'>
  /** Addresses and paths of the settings. */
  readonly given: readonly string[]
  /** Read while nothing else is named; null for nothing. */
  readonly sample: Source | null
  readonly open: (address: string) => Source
  /** Cron expression; null for no schedule. */
  readonly pattern: string | null
}

/** Puts together what keeps the postings current; nothing is read yet. */
export function openUpkeep({ given, sample, open, pattern, measure, ...deps }: UpkeepOptions): Upkeep {
  const sources = createSourceList({ given, sample, open, kept: deps.store.keptSources })
  const listSources = async () => {
    const listed = await sources.list()
    return listed.filter(({ isPaused }) => !isPaused)
  }
  return {
    reloader: createReloader({ ...deps, listSources }),
    sources,
    schedule: pattern === null ? null : createSchedule(pattern),
    measure,
  }
}
