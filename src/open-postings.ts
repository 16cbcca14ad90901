import { availableParallelism } from 'node:os'
import type { CatalogMaker } from './reload/catalog-maker.ts'
import { createMakerInMemory } from './reload/maker-in-memory.ts'
import { createMakerOnDisk } from './reload/maker-on-disk.ts'
import { openUpkeep, type UpkeepOptions } from './reload/open-upkeep.ts'
import type { Upkeep } from './reload/upkeep.ts'
import type { Settings } from './settings.ts'
import { createSourceClient, listHosts, openSampleSource, openSource } from './source/index.ts'
import type { Source } from './source/source.ts'

type Given = 'given' | 'sample' | 'open' | 'pattern' | 'limits' | 'measure' | 'maker'

export interface OpenPostingsDeps extends Omit<UpkeepOptions, Given> {
  /** Samples are for trying it out alone: people of a server would take them for real. */
  readonly mayShowSamples: boolean
  /**
   * True where people are waiting for answers of this process: postings are read in threads of their own and
   * remembered over a restart. A chat in a terminal and single commands read theirs here and forget them.
   */
  readonly isServing: boolean
  /** What is done with the samples before they are read; absent for nothing. */
  readonly wrapSample?: (sample: Source) => Source
  /** How much waits to be sent, by name; absent where nothing is sent. */
  readonly countQueues?: () => Promise<readonly { readonly name: string; readonly waiting: number }[]>
}

/** Puts together what keeps the postings of the settings current; nothing is read yet. */
export function openPostings(settings: Settings, deps: OpenPostingsDeps): Upkeep {
  const { mayShowSamples, isServing, wrapSample, countQueues, ...rest } = deps
  const { data: given, reloadSchedule: pattern, maxNew } = settings
  const options = { ...settings, privateHosts: [...settings.privateHosts, ...listHosts(given)] }
  // One client for every reload: what has not changed is not sent again.
  const http = createSourceClient(options)
  const sample = given.length === 0 && mayShowSamples ? openSampleSource(settings) : null
  const shown = sample && (wrapSample?.(sample) ?? sample)
  return openUpkeep({
    ...rest,
    given,
    pattern,
    sample: shown,
    open: address => openSource(address, settings, http),
    limits: { maxNew },
    maker: isServing && sample === null ? openWorker(options, deps) : createMakerInMemory(deps.now),
    measure: async () => ({
      memoryBytes: process.memoryUsage.rss(),
      queues: (await countQueues?.()) ?? [],
    }),
  })
}

function openWorker(settings: Settings, { log, now }: OpenPostingsDeps): CatalogMaker {
  const { statePath, maxDocumentBytes, boardsUrl, privateHosts, sourceHosts } = settings
  const { maxSourceBytes, sourceTimeoutMs, contact } = settings
  // Tokens are none of its business.
  const http = { maxSourceBytes, sourceTimeoutMs, contact, privateHosts, sourceHosts }
  return createMakerOnDisk({
    folder: statePath,
    sources: { maxDocumentBytes, boardsUrl, ...http },
    cores: availableParallelism(),
    log,
    now,
  })
}
