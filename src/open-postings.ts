import { openUpkeep, type UpkeepOptions } from './reload/open-upkeep.ts'
import type { Upkeep } from './reload/upkeep.ts'
import type { Settings } from './settings.ts'
import { createSourceClient, listHosts, openSampleSource, openSource } from './source/index.ts'

type Given = 'given' | 'sample' | 'open' | 'pattern' | 'limits' | 'measure'

export interface OpenPostingsDeps extends Omit<UpkeepOptions, Given> {
  /** Samples are for trying it out alone: people of a server would take them for real. */
  readonly mayShowSamples: boolean
  /** How much waits to be sent, by name; absent where nothing is sent. */
  readonly countQueues?: () => Promise<readonly { readonly name: string; readonly waiting: number }[]>
}

/** Puts together what keeps the postings of the settings current; nothing is read yet. */
export function openPostings(settings: Settings, deps: OpenPostingsDeps): Upkeep {
  const { mayShowSamples, countQueues, ...rest } = deps
  const { data: given, reloadSchedule: pattern, maxNew } = settings
  // One client for every reload: what has not changed is not sent again.
  const http = createSourceClient({
    ...settings,
    privateHosts: [...settings.privateHosts, ...listHosts(given)],
  })
  return openUpkeep({
    ...rest,
    given,
    pattern,
    sample: given.length === 0 && mayShowSamples ? openSampleSource(settings) : null,
    open: address => openSource(address, settings, http),
    limits: { maxNew },
    measure: async () => ({
      memoryBytes: process.memoryUsage.rss(),
      queues: (await countQueues?.()) ?? [],
    }),
  })
}
