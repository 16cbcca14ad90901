import type { CatalogChange } from '../catalog/catalog-change.ts'
import { createTurns } from '../in-turn.ts'
import type { SendOutcome, Standing, Target } from '../platform.ts'
import { DEFAULT_DELIVER_LIMITS, type DeliverDeps, type DeliverLimits } from './deliver.ts'
import type { Delivery } from './delivery.ts'
import { editDue } from './edit-messages.ts'
import { type Explanation, explainPosting } from './explain.ts'
import { leavePlace } from './leave-place.ts'
import { createLoop } from './loop.ts'
import type { AskedQuestion } from './match-questions.ts'
import { createPacedQueue } from './paced-queue.ts'
import { createPlanner } from './plan-change.ts'
import { timeOf } from './plan-deliveries.ts'
import { type Preview, previewQuestion } from './preview.ts'
import { createSender, DEFAULT_PACE, type PaceLimits } from './send-due.ts'
import { type Created, createSubscription, type SubscriptionDraft, sendTest } from './subscribe.ts'
import { type PauseReason, placeKey, type Subscription } from './subscription.ts'
import { planQuietLines } from './watch-quiet.ts'

const QUIET_LINES_MS = 3_600_000
const NEW_MEMBER_MS = 3000

/** What alerts need. */
export interface AlertsDeps extends Omit<DeliverDeps, 'leavePlace' | 'limits' | 'random'> {
  /** From 0 to 1; chance itself unless given. */
  readonly random?: () => number
  /** What differs from the usual; for tests. */
  readonly limits?: Partial<AlertsLimits>
}

/** How much is sent at once and how fast. */
export interface AlertsLimits extends DeliverLimits, PaceLimits {
  /** Between two members who are written to for the first time. */
  readonly newMemberMs: number
}

/** Everything about alerts: who is told of what, and that it arrives once. */
export interface Alerts {
  /**
   * Begins to plan what follows from a new catalog, one change after the other; what it finds is sent at once. What a
   * crash cuts off is planned at the next start.
   */
  onChange(change: CatalogChange): Promise<void>
  /** Resolves once every change so far is planned. */
  planned(): Promise<void>
  /** Sends and edits what is due. @returns milliseconds after which more can be sent; null where nothing waits */
  tick(): Promise<number | null>
  /** Begins to send by itself. */
  start(): void
  /** Resolves once what is on its way has arrived or failed; what is not stays in the ledger. */
  stop(): Promise<void>
  /** Whether it can post on a platform. */
  reaches(platform: string): boolean
  /** @returns null while there are no postings */
  preview(asked: AskedQuestion): Promise<Preview | null>
  create(draft: SubscriptionDraft): Promise<Created | { readonly type: 'busy' }>
  /** Saves what its owner changed, and gives what waits its new time. */
  edit(subscription: Subscription): Promise<void>
  /** @param reason null to let it go on */
  pause(subscription: Subscription, reason: PauseReason | null): Promise<void>
  remove(id: string): Promise<void>
  transfer(subscription: Subscription, ownerId: string): Promise<void>
  /** What somebody is in the server or workspace of a place. */
  findStanding(target: Target, memberId: string): Promise<Standing>
  /** Posts what it would show now. */
  test(subscription: Subscription): Promise<SendOutcome>
  /** @returns null while there are no postings */
  why(postingId: string, subscription: Subscription): Promise<Explanation | null>
  /** The deliveries that one message told of. */
  listMessage(messageKey: string): Promise<readonly Delivery[]>
  /** Forgets every alert of a server or workspace; with `keepsMembers` only those of its channels. */
  forgetServer(platform: string, serverId: string, keepsMembers?: boolean): Promise<void>
}

/** Alerts over a store and the platforms' outboxes. */
export function createAlerts(given: AlertsDeps): Alerts {
  const { store, now, log, defaultCurrency } = given
  const limits: AlertsLimits = {
    ...DEFAULT_DELIVER_LIMITS,
    ...DEFAULT_PACE,
    newMemberMs: NEW_MEMBER_MS,
    ...given.limits,
  }
  const deps = {
    ...given,
    random: given.random ?? Math.random,
    limits,
    leavePlace: async (place: string, reason: string) => {
      log.warn({ place, reason }, 'a place of alerts is gone; they rest')
      await leavePlace(store, place, now())
    },
  }
  let changesToPlan = 0
  // A change is planned in parts, and told in one message.
  const sender = createSender(deps, limits, () => changesToPlan === 0)
  const planner = createPlanner(store, defaultCurrency)
  const takePlanTurn = createTurns()
  const takeMemberTurn = createPacedQueue(limits.newMemberMs)
  let quietLinesAt = 0
  let lastPlan: Promise<void> = Promise.resolve()
  let isStopped = false

  const planned = (): Promise<void> => lastPlan
  const tick = async (): Promise<number | null> => {
    await planned()
    const time = now().getTime()
    if (Math.abs(time - quietLinesAt) >= QUIET_LINES_MS) {
      quietLinesAt = time
      await planQuietLines(store, now())
    }
    const wait = await sender.sendDue()
    await editDue(deps)
    return wait
  }
  /** In the turn of planning; nobody waits for it. */
  const readAhead = (read: () => Promise<void>): void => {
    void takePlanTurn(read).catch(error =>
      log.warn({ err: error }, 'the questions of alerts could not be read ahead; the next change reads them'),
    )
  }
  const mayReadOn = () => changesToPlan === 0 && !isStopped
  const loop = createLoop(tick, error => log.error({ err: error }, 'alerts could not be sent'))
  const setting = () => ({ now: now(), defaultCurrency })
  const plan = async (change: CatalogChange): Promise<void> => {
    try {
      const added = await planner.plan(change)
      log.info({ cause: change.cause, deliveries: added }, 'alerts were planned')
    } catch (error) {
      log.error(
        { err: error, cause: change.cause },
        'alerts could not be planned; the next change makes up for it',
      )
    }
    changesToPlan -= 1
    loop.wake()
  }

  return {
    async onChange(change) {
      changesToPlan += 1
      lastPlan = takePlanTurn(() => plan(change))
      readAhead(() => planner.prepare(mayReadOn))
    },
    planned,
    tick,
    start: loop.start,
    async stop() {
      isStopped = true
      await Promise.all([loop.stop(), sender.stop(), takePlanTurn(async () => {})])
    },
    reaches: platform => given.outboxes.has(platform),
    async preview(asked) {
      const catalog = given.catalog()
      return catalog === null ? null : previewQuestion(store, catalog, asked, setting())
    },
    async create(draft) {
      const create = () => createSubscription({ ...deps, sendTo: sender.sendTo }, draft)
      const created = draft.target.type === 'channel' ? await create() : await takeMemberTurn(create)
      if (created?.type === 'created') readAhead(() => planner.readAhead(created.subscription))
      return created ?? { type: 'busy' }
    },
    async edit(subscription) {
      await store.subscriptions.save(subscription)
      readAhead(() => planner.readAhead(subscription))
      await reschedule(deps, subscription)
      loop.wake()
    },
    async pause(subscription, paused) {
      if (paused === subscription.paused) return
      const since = paused === null ? { since: now(), heardAt: now() } : {}
      await store.subscriptions.save({ ...subscription, ...since, paused })
    },
    async remove(id) {
      await store.subscriptions.remove(id)
    },
    transfer: (subscription, ownerId) => store.subscriptions.save({ ...subscription, ownerId }),
    async findStanding({ platform, serverId }, memberId) {
      const outbox = given.outboxes.get(platform)
      return outbox && serverId !== null ? outbox.findStanding(serverId, memberId) : 'unknown'
    },
    test: subscription => sendTest(deps, subscription),
    async why(id, subscription) {
      const catalog = given.catalog()
      return catalog === null ? null : explainPosting(store, catalog, { id }, subscription, setting())
    },
    listMessage: messageKey => store.deliveries.listByMessage(messageKey),
    forgetServer: (platform, serverId, keepsMembers) =>
      store.subscriptions.removeServer(`${platform}:${serverId}`, keepsMembers),
  }
}

/** What waits is told when the new schedule says, as if it had turned up now. */
async function reschedule(
  { store, now }: Pick<DeliverDeps, 'store' | 'now'>,
  { id, target, schedule }: Subscription,
): Promise<void> {
  const { dueAt } = timeOf(schedule, now())
  const open = await store.deliveries.listOpen(placeKey(target))
  const own = open.filter(({ kind, body }) => kind === 'posting' && body.reasons.includes(id))
  await store.deliveries.reschedule(own.map(delivery => ({ id: delivery.id, dueAt })))
}
