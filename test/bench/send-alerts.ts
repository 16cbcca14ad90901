import { createAlerts } from '../../src/alert/alerts.ts'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { NewDelivery } from '../../src/alert/delivery.ts'
import { planOnly } from '../../src/alert/leave-place.ts'
import { placeKey } from '../../src/alert/subscription.ts'
import { createAlertWriter } from '../../src/bot/write-alert.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { createLog } from '../../src/log.ts'
import type { Outbox, Target } from '../../src/platform.ts'
import type { Store } from '../../src/store/store.ts'

/** Alerts on their way. */
export interface SendingAlerts {
  readonly countSent: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** Begins to send so many messages into the channels in turn, out of the ledger and at the pace of the program. */
export async function sendAlerts(
  store: Store,
  outbox: Outbox,
  catalog: Catalog,
  channelIds: readonly string[],
  count: number,
): Promise<SendingAlerts> {
  const now = () => new Date()
  const targets = channelIds.map(
    (channelId): Target => ({ type: 'channel', platform: 'slack', serverId: null, channelId }),
  )
  for (const [at, target] of targets.entries()) await subscribe(store, `s${at}`, target, now())
  // What has closed is not told any more.
  const open = catalog.entries.filter(({ posting }) => posting.closesAt === null)
  const deliveries = Array.from({ length: count }, (_, at) => {
    const target = targets[at % targets.length]
    const posting = open[at]?.posting
    if (!target || !posting) throw new Error('there are fewer postings than alerts')
    return plan(target, posting, `s${at % targets.length}`, now())
  })
  await store.deliveries.plan(planOnly(deliveries, now()))
  const alerts = createAlerts({
    ...{ store, now, catalog: () => catalog, defaultCurrency: 'USD' },
    outboxes: new Map([['slack', outbox]]),
    log: createLog('warn'),
    write: createAlertWriter({ store, now }),
    tellTrouble: async () => undefined,
    // A message of its own for each posting.
    limits: { perMessage: 1 },
  })
  alerts.start()
  return {
    countSent: async () => (await store.deliveries.countStates()).sent ?? 0,
    stop: () => alerts.stop(),
  }
}

async function subscribe(store: Store, id: string, target: Target, now: Date): Promise<void> {
  await store.subscriptions.add({
    ...makeDefaultOptions('channel', 'UTC'),
    ...{ id, target, question: 'all jobs', ownerId: 'slack:owner', capADay: 1000, paused: null },
    ...{ createdAt: now, since: now, heardAt: now },
  })
}

function plan(
  target: Target,
  { id, title, company, url }: Catalog['entries'][number]['posting'],
  reason: string,
  dueAt: Date,
): NewDelivery {
  return {
    ...{ target, place: placeKey(target), postingId: id, revision: '1', kind: 'posting' },
    body: { reasons: [reason], title, company, url },
    ...{ state: 'planned', rule: null, dueAt },
  }
}
