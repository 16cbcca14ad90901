import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createLog } from '../../src/log.ts'
import { createMakerOnDisk } from '../../src/reload/maker-on-disk.ts'
import { createReloader, type Reloader } from '../../src/reload/reloader.ts'
import { openSource } from '../../src/source/index.ts'
import { openStore } from '../../src/store/open-store.ts'

/** What the process answers from. */
export interface KilledReport {
  readonly isRecalled: boolean
  /** The titles, sorted; those whose text cannot be read with a mark. */
  readonly titles: readonly string[]
  /** Why it would not remember them. */
  readonly problem: string | null
}

/**
 * What it is told: to read its sources, to fill its disk and to free it again, and to say what another start would
 * answer from.
 */
export type KilledOrder = 'reload' | 'fill' | 'free' | 'recall'

const SOURCES = { maxDocumentBytes: 1_048_576 }
const [, , data = '', state = ''] = process.argv
const BALLAST = join(state, 'ballast')
const BALLAST_STEPS = [65_536, 4096, 1]
const store = await openStore(`sqlite:${join(state, 'rolecall.sqlite')}`)
const [log, now] = [createLog('fatal'), () => new Date()]
const reloader = openReloader()

const DOING: Readonly<Record<KilledOrder, () => KilledReport | Promise<KilledReport>>> = {
  async reload() {
    await reload()
    return report(false)
  },
  async recall() {
    const next = openReloader()
    const isRecalled = await next.recall()
    const found = report(isRecalled, next)
    await next.stop()
    return found
  },
  fill() {
    for (const bytes of BALLAST_STEPS) fillDisk(Buffer.alloc(bytes))
    return report(false)
  },
  free() {
    rmSync(BALLAST)
    return report(false)
  },
}

process.on('message', async (order: KilledOrder) => process.send?.(await DOING[order]()))
process.on('disconnect', () => process.exit())

const isRecalled = await reloader.recall()
if (!isRecalled) await reload()
process.send?.(report(isRecalled))

function openReloader(): Reloader {
  return createReloader({
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
      plan: () => ({ isApart: true, here: 5, threads: 1, isEager: false, isFrugal: false }),
    }),
  })
}

/** Writes until there is no space for another of these. */
function fillDisk(bytes: Buffer): void {
  try {
    for (;;) appendFileSync(BALLAST, bytes)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

async function reload(): Promise<void> {
  await reloader.reload({ by: 'test', isDryRun: false }).result
}

function report(isRecalled: boolean, of = reloader): KilledReport {
  const entries = of.current()?.catalog.entries ?? []
  const titles = entries.map(({ posting: { title, sections } }) =>
    sections.length > 0 ? title : `${title} (no text)`,
  )
  return { isRecalled, titles: titles.toSorted(), problem: of.problem() }
}
