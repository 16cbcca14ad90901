import type { Target } from '../platform.ts'
import type { LedgerPlan, Store } from '../store/store.ts'
import type { NewDelivery } from './delivery.ts'
import { placeKey, type Subscription } from './subscription.ts'

/** A plan in which nothing follows but some deliveries. */
export function planOnly(deliveries: readonly NewDelivery[], at: Date): LedgerPlan {
  return { at, deliveries, sources: [], sightings: [], revived: [], stopped: [], outcomes: [] }
}

/** Lets the alerts of a place rest that is gone, and tells their owners once. */
export async function leavePlace(store: Store, place: string, now: Date): Promise<void> {
  const left = (await store.subscriptions.listByPlace(place)).filter(({ paused }) => paused === null)
  for (const subscription of left) await store.subscriptions.save({ ...subscription, paused: 'gone' })
  const open = await store.deliveries.listOpen(place)
  await store.deliveries.judge(
    open.map(({ id, dueAt }) => ({ id, dueAt, state: 'dropped', rule: 'place-gone' })),
  )
  const byOwner = Map.groupBy(
    left.filter(({ target }) => target.type === 'channel'),
    ({ ownerId }) => ownerId,
  )
  const notices = [...byOwner].map(([ownerId, owned]) => makeNotice(place, ownerId, owned, now))
  await store.deliveries.plan(planOnly(notices, now))
}

function makeNotice(place: string, ownerId: string, owned: readonly Subscription[], now: Date): NewDelivery {
  const target = targetOfMember(ownerId, owned[0]?.target ?? null)
  return {
    target,
    place: placeKey(target),
    postingId: `gone:${place}`,
    revision: now.toISOString(),
    kind: 'gone-place',
    body: { reasons: owned.map(({ id }) => id), title: place, company: null, url: null },
    state: 'planned',
    rule: null,
    dueAt: now,
  }
}

/**
 * A member as a place to post to.
 * @param memberId begins with the platform, such as `discord:123`
 * @param near where the member is known from; null for nowhere in particular
 */
export function targetOfMember(memberId: string, near: { readonly serverId: string | null } | null): Target {
  const colon = memberId.indexOf(':')
  return {
    type: 'member',
    platform: memberId.slice(0, Math.max(0, colon)),
    serverId: near?.serverId ?? null,
    memberId: memberId.slice(colon + 1),
  }
}
