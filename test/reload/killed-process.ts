import { join } from 'node:path'
import { createLog } from '../../src/log.ts'
import { createMakerOnDisk } from '../../src/reload/maker-on-disk.ts'
import { createReloader } from '../../src/reload/reloader.ts'
import { openSource } from '../../src/source/index.ts'
import { openStore } from '../../src/store/open-store.ts'

/** What the process answers from. */
export interface KilledReport {
  readonly isRecalled: boolean
  /** The titles, sorted; those whose text cannot be read with a mark. */
  readonly titles: readonly string[]
}

const SOURCES = { maxDocumentBytes: 1_048_576 }
const [, , data = '', state = ''] = process.argv
const store = await openStore(`sqlite:${join(state, 'rolecall.sqlite')}`)
const [log, now] = [createLog('fatal'), () => new Date()]
const reloader = createReloader({
  listSources: async () => [{ address: data, source: openSource(data, SOURCES) }],
  store,
  log,
  now,
  limits: { maxNew: 1000 },
  // As a large catalog is made, so that the kill meets every thread.
  maker: createMakerOnDisk({
    folder: state,
    sources: SOURCES,
    cores: 2,
    log,
    now,
    plan: () => ({ isApart: true, here: 5, threads: 1 }),
  }),
})

process.on('message', () => void reload().then(() => process.send?.(report(false))))
process.on('disconnect', () => process.exit())

const isRecalled = await reloader.recall()
if (!isRecalled) await reload()
process.send?.(report(isRecalled))

async function reload(): Promise<void> {
  await reloader.reload({ by: 'test', isDryRun: false }).result
}

function report(recalled: boolean): KilledReport {
  const entries = reloader.current()?.catalog.entries ?? []
  const titles = entries.map(({ posting: { title, sections } }) =>
    sections.length > 0 ? title : `${title} (no text)`,
  )
  return { isRecalled: recalled, titles: titles.toSorted() }
}
