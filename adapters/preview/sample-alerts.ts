import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { Delivery } from '../../src/alert/delivery.ts'
import type { AlertItem, AlertMessage } from '../../src/alert/message.ts'
import type { Subscription } from '../../src/alert/subscription.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import type { MergedPosting } from '../../src/catalog/merge-duplicates.ts'

const TARGET = { type: 'channel', platform: 'discord', serverId: 'preview', channelId: 'jobs' } as const

/** More postings than this come as a list: a digest. */
export const ALERT_SIZES = { alert: 2, digest: 7 } as const

/** What an alert would say if the first postings of the catalog were new; the first of them has closed since. */
export function makeAlertMessage(catalog: Catalog, size: number, now: Date): AlertMessage {
  const subscription: Subscription = {
    ...makeDefaultOptions('channel', 'Europe/Berlin'),
    id: 'k7fqm',
    question: 'remote engineers over 100k',
    target: TARGET,
    ownerId: 'discord:100',
    paused: null,
    createdAt: now,
    since: now,
    heardAt: now,
  }
  const items = catalog.entries.slice(0, size).map((entry, index) => makeItem(entry, index, now))
  return { type: 'postings', key: 'sample', now, subscriptions: [subscription], items }
}

function makeItem(entry: MergedPosting, index: number, now: Date): AlertItem {
  const { id: postingId, title, company, url } = entry.posting
  const delivery: Delivery = {
    id: index,
    target: TARGET,
    place: 'preview',
    postingId,
    revision: '1',
    kind: 'posting',
    body: { reasons: ['k7fqm'], title, company, url },
    rule: null,
    dueAt: now,
    state: 'sent',
    plannedAt: now,
    messageKey: 'sample',
    leasedUntil: null,
    attempts: 1,
    unknowns: 0,
    problem: null,
    messageId: 'm0',
    sentAt: now,
    outcome: index === 0 ? { type: 'closed', at: now, changes: [] } : null,
  }
  return { delivery, entry }
}
