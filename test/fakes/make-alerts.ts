import { type Alerts, type AlertsLimits, createAlerts } from '../../src/alert/alerts.ts'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { Trouble } from '../../src/alert/deliver.ts'
import type { Subscription, SubscriptionOptions } from '../../src/alert/subscription.ts'
import { createAlertWriter } from '../../src/bot/write-alert.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import type { CatalogChange } from '../../src/catalog/catalog-change.ts'
import { createLog } from '../../src/log.ts'
import type { Target } from '../../src/platform.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { createFakeOutbox, type FakeOutbox, type FakeOutboxOptions } from './fake-outbox.ts'

const DAY_MS = 86_400_000

export const CHANNEL: Target = { type: 'channel', platform: 'discord', serverId: 's1', channelId: 'c1' }
export const MEMBER: Target = { type: 'member', platform: 'discord', serverId: null, memberId: 'ann' }

/** Alerts over a fake platform, with a clock and a catalog that a test moves. */
export interface AlertWorld {
  readonly alerts: Alerts
  readonly store: Store
  readonly outbox: FakeOutbox
  readonly troubles: Trouble[]
  readonly now: () => Date
  readonly catalog: () => Catalog | null
  setTime(time: string): void
  wait(days: number): void
  /** Puts other postings into the catalog and tells the alerts. */
  load(postings: readonly Posting[], cause?: CatalogChange['cause']): Promise<void>
  /** Makes an alert without its first message. */
  subscribe(question: string, options?: Partial<SubscriptionOptions>, target?: Target): Promise<Subscription>
  /** Sends everything that is due. */
  flush(): Promise<void>
  /** The same store and platform under another process. */
  restart(): void
  close(): Promise<void>
}

export interface AlertWorldOptions {
  readonly limits?: Partial<AlertsLimits>
  readonly nonceMs?: number | null
  readonly fault?: FakeOutboxOptions['fault']
}

const NO_PACE = {
  channelPaceMs: 0,
  memberPaceMs: 0,
  newMemberMs: 0,
  backoff: { firstMs: 10, longestMs: 100 },
}

export async function openAlertWorld(options: AlertWorldOptions = {}): Promise<AlertWorld> {
  let time = new Date('2026-06-01T09:00:00Z')
  let catalog: Catalog | null = null
  let made = 0
  const now = () => time
  const store = await openStore('sqlite::memory:')
  const { fault, nonceMs = 300_000 } = options
  const outbox = createFakeOutbox({ nonceMs, now, ...(fault ? { fault } : {}) })
  const troubles: Trouble[] = []
  const make = () =>
    createAlerts({
      store,
      outboxes: new Map([['discord', outbox]]),
      catalog: () => catalog,
      now,
      log: createLog('silent'),
      write: createAlertWriter({ store, now }),
      tellTrouble: async trouble => void troubles.push(trouble),
      defaultCurrency: 'USD',
      random: () => 0.5,
      limits: { ...NO_PACE, ...options.limits },
    })
  let alerts = make()
  return {
    get alerts() {
      return alerts
    },
    store,
    outbox,
    troubles,
    now,
    catalog: () => catalog,
    setTime(text) {
      time = new Date(text)
    },
    wait(days) {
      time = new Date(time.getTime() + days * DAY_MS)
    },
    async load(postings, cause = catalog === null ? 'start' : 'reload') {
      const before = catalog
      catalog = createCatalog(postings)
      await alerts.onChange({ ...compare(before, catalog), cause, at: time, before, after: catalog })
      await alerts.planned()
    },
    async subscribe(question, changed = {}, target = CHANNEL) {
      made += 1
      const subscription: Subscription = {
        id: `sub${made}`,
        question,
        target,
        ownerId: 'discord:ann',
        paused: null,
        createdAt: time,
        since: time,
        heardAt: time,
        ...makeDefaultOptions('channel', 'UTC'),
        ...changed,
      }
      await store.subscriptions.add(subscription)
      return subscription
    },
    async flush() {
      await alerts.tick()
    },
    restart() {
      alerts = make()
    },
    close: () => store.close(),
  }
}

/** What is different, as a reload finds it. */
function compare(before: Catalog | null, after: Catalog): Pick<CatalogChange, 'added' | 'changed' | 'gone'> {
  const ids = (catalog: Catalog | null) => new Set(catalog?.entries.map(({ posting }) => posting.id))
  const [old, young] = [ids(before), ids(after)]
  const changed = after.entries.flatMap(({ posting }) => {
    const was = before?.entries[before.numberOf(posting.id) ?? -1]?.posting
    return was && JSON.stringify(was) !== JSON.stringify(posting)
      ? [{ postingId: posting.id, fields: [] }]
      : []
  })
  return {
    added: [...young].filter(id => !old.has(id)),
    changed,
    gone: [...old].filter(id => !young.has(id)),
  }
}
