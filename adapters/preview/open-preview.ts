import { createAlerts } from '../../src/alert/alerts.ts'
import { finishReply } from '../../src/bot/finish-reply.ts'
import { createAlertWriter } from '../../src/bot/write-alert.ts'
import { createBot } from '../../src/bot.ts'
import { AppError } from '../../src/errors.ts'
import { createLog, type Log } from '../../src/log.ts'
import { openPostings } from '../../src/open-postings.ts'
import type { Outbox } from '../../src/platform.ts'
import { loadFirst } from '../../src/reload/keep-current.ts'
import type { ReloadResult } from '../../src/reload/reload-result.ts'
import type { Upkeep } from '../../src/reload/upkeep.ts'
import { loadSettings } from '../../src/settings.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createChangingSource } from './changing-source.ts'
import { type ServedPreview, servePreview } from './serve.ts'
import { VISITOR } from './visitor.ts'

export interface PreviewSetting {
  /** Files, folders and addresses of postings; none for the samples. */
  readonly data: readonly string[]
  /** 0 for any that is free. */
  readonly port: number
  readonly now: () => Date
}

/**
 * Loads the postings and serves the page; nothing is kept on disk.
 * @throws {AppError} where none of the given postings can be read
 */
export async function openPreview({ data, port, now }: PreviewSetting): Promise<ServedPreview> {
  const settings = loadSettings({ ROLECALL_DATA: data.join(','), ROLECALL_RELOAD: 'off' })
  const log = createLog('warn')
  const store = await openStore('sqlite::memory:')
  const basics = { store, log, now }
  const upkeep = openPostings(settings, {
    ...basics,
    mayShowSamples: true,
    isServing: false,
    wrapSample: createChangingSource,
  })
  const first = await load(upkeep, log)
  const catalog = () => upkeep.reloader.current()?.catalog ?? null
  const { defaultCurrency } = settings
  const outboxes = new Map(['discord', 'slack'].map(id => [id, NO_OUTBOX]))
  const alerts = createAlerts({
    ...{ ...basics, outboxes, catalog, defaultCurrency },
    write: createAlertWriter(basics),
    tellTrouble: async () => {},
  })
  const bot = createBot({
    ...basics,
    alerts,
    upkeep,
    catalog,
    defaultCurrency,
    admins: Object.values(VISITOR.ids),
    tellAdmins: async () => false,
  })
  const page = await servePreview({
    handle: bot.handle,
    finish: draft => finishReply(basics, draft),
    catalog,
    now,
    log,
    port,
    source: describe(first, data.length === 0),
  })
  return {
    url: page.url,
    close: async () => {
      await page.close()
      await store.close()
    },
  }
}

/** Takes whatever is posted without being asked, and draws none of it: the page shows an alert as an example. */
const NO_OUTBOX: Outbox = {
  send: async (_, __, key) => ({ type: 'sent', messageId: key }),
  sendBelow: async (_, __, ___, key) => ({ type: 'sent', messageId: key }),
  edit: async (_, messageId) => ({ type: 'sent', messageId }),
  find: async () => null,
  findStanding: async () => 'member',
}

async function load(upkeep: Upkeep, log: Log): Promise<ReloadResult> {
  const first = await loadFirst(upkeep, log, () => undefined)
  const [failure] = first.failures
  if (failure && first.summary.size === 0)
    throw failure.error instanceof AppError ? failure.error : new Error(failure.reason)
  return first
}

function describe({ summary }: ReloadResult, isSample: boolean): string {
  const count = `${summary.size.toLocaleString('en-US')} postings`
  return isSample ? `${count}, all samples` : `${count} of your own`
}
