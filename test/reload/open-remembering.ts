import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../src/log.ts'
import { createMakerOnDisk } from '../../src/reload/maker-on-disk.ts'
import type { FailedSource } from '../../src/reload/reload-result.ts'
import { createReloader, type Reloader } from '../../src/reload/reloader.ts'
import { openSource, type SourceOptions } from '../../src/source/index.ts'
import type { SourceDocument } from '../../src/source/source.ts'
import { openStore } from '../../src/store/open-store.ts'

/** Reloaders that remember in one folder, as one bot after another does. */
export interface Remembering {
  /** The folder of the postings. */
  readonly data: string
  /** The folder of what is remembered. */
  readonly state: string
  readonly write: (documents: readonly SourceDocument[]) => void
  readonly remove: (documents: readonly SourceDocument[]) => void
  /** Starts one, after the one before was stopped. */
  readonly start: (setting?: StartSetting) => Promise<Reloader>
  readonly failing: (readonly FailedSource[])[]
  readonly close: () => Promise<void>
}

export interface StartSetting {
  /** The folder of the postings unless others are given. */
  readonly addresses?: readonly string[]
  readonly options?: Partial<SourceOptions>
  /** True for making every catalog in a thread of its own, as large ones are. */
  readonly isApart?: boolean
  /** True for doing so where memory is short. */
  readonly isFrugal?: boolean
  /** Names what reads the documents; absent for the code as it is. */
  readonly readingVersion?: string
}

export async function openRemembering(): Promise<Remembering> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-remembering-'))
  const [data, state] = [join(folder, 'postings'), join(folder, 'state')]
  mkdirSync(data)
  const store = await openStore('sqlite::memory:')
  const [log, now] = [createLog('silent'), () => new Date()]
  const failing: (readonly FailedSource[])[] = []
  let running: Reloader | null = null
  return {
    data,
    state,
    failing,
    write(documents) {
      for (const { path, content } of documents) writeFileSync(join(data, path), content)
    },
    remove(documents) {
      for (const { path } of documents) rmSync(join(data, path))
    },
    async start({ addresses = [data], options = {}, isApart = false, isFrugal = false, ...rest } = {}) {
      await running?.stop()
      const sources = { maxDocumentBytes: 1_048_576, ...options }
      running = createReloader({
        listSources: async () =>
          addresses.map(address => ({ address, source: openSource(address, sources) })),
        store,
        log,
        now,
        limits: { maxNew: 20 },
        onFailing: [async failures => void failing.push(failures)],
        maker: createMakerOnDisk({
          folder: state,
          sources,
          cores: 2,
          log,
          now,
          ...rest,
          ...(isApart ? { plan: () => ({ isApart, here: 0, threads: 1, isEager: true, isFrugal }) } : {}),
        }),
      })
      return running
    },
    async close() {
      await running?.stop()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Reads the sources. */
export function reload(reloader: Reloader, isDryRun = false) {
  return reloader.reload({ by: 'ann', isDryRun }).result
}

/** The titles of what answers, sorted. */
export function listTitles(reloader: Reloader): readonly string[] {
  const entries = reloader.current()?.catalog.entries ?? []
  return entries.map(({ posting }) => posting.title).toSorted()
}
