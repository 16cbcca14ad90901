import { randomBytes, randomInt } from 'node:crypto'
import type { SendOutcome, Target } from '../platform.ts'
import type { Store } from '../store/store.ts'
import { MAX_SUBSCRIPTIONS } from './default-options.ts'
import type { DeliverDeps } from './deliver.ts'
import type { NewDelivery } from './delivery.ts'
import { makeSample } from './make-sample.ts'
import { placeKey, type Subscription, type SubscriptionOptions } from './subscription.ts'

const ID_LENGTH = 5
/** Without letters and digits that look like others. */
const ID_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const ID_TRIES = 5
const KEY_BYTES = 12

/** What an alert is made from. */
export interface SubscriptionDraft {
  readonly question: string
  readonly target: Target
  /** Id of the member who answers for it. */
  readonly ownerId: string
  readonly options: SubscriptionOptions
}

/** What became of the wish for an alert. */
export type Created =
  | { readonly type: 'created'; readonly subscription: Subscription }
  | { readonly type: 'too-many'; readonly limit: number }
  | { readonly type: 'same'; readonly subscription: Subscription }
  /** Its first message did not arrive, so there is no alert. */
  | { readonly type: 'unreachable'; readonly outcome: Exclude<SendOutcome, { type: 'sent' }> }

interface SubscribeDeps extends DeliverDeps {
  /** Sends what waits in a place, if it may be sent now. */
  readonly sendTo: (place: string) => Promise<void>
}

/**
 * Makes an alert, and shows in its place what is open now. A place that the first message cannot reach gets none; one
 * that is slow at the moment is told by the ledger, also after a crash.
 */
export async function createSubscription(deps: SubscribeDeps, draft: SubscriptionDraft): Promise<Created> {
  const { question, target, ownerId, options } = draft
  const { subscriptions } = deps.store
  const others = await subscriptions.listByPlace(placeKey(target))
  const limit = MAX_SUBSCRIPTIONS[target.type]
  const same = others.find(other => isSame(other.question, question) && other.paused === null)
  if (same) return { type: 'same', subscription: same }
  if (others.length >= limit) return { type: 'too-many', limit }
  const now = deps.now()
  const times = { createdAt: now, since: now, heardAt: now }
  const id = await findFreeId(deps.store)
  const subscription: Subscription = { id, question, target, ownerId, ...options, paused: null, ...times }
  const first = makeFirstDelivery(subscription)
  if (!(await subscriptions.add(subscription, first))) throw new Error('the id was taken meanwhile')
  await deps.sendTo(first.place)
  const problem = await findProblem(deps.store, first)
  if (problem === null) return { type: 'created', subscription }
  await subscriptions.remove(id)
  return { type: 'unreachable', outcome: problem }
}

/** Spaces make no other question; capitals may: “IT”. */
function isSame(one: string, other: string): boolean {
  const bare = (question: string) => question.trim().split(/\s+/).join(' ')
  return bare(one) === bare(other)
}

function makeFirstDelivery({ id, question, target, createdAt }: Subscription): NewDelivery {
  return {
    target,
    place: placeKey(target),
    postingId: `created:${id}`,
    revision: '1',
    kind: 'created',
    body: { reasons: [id], title: question, company: null, url: null },
    state: 'planned',
    rule: null,
    dueAt: createdAt,
  }
}

/**
 * Why an alert cannot be: its place is gone, or takes no such message. A channel that is slow at the moment is there; a
 * member is only taken once a message got through, or may have.
 */
async function findProblem(
  { deliveries }: Store,
  { postingId, target }: NewDelivery,
): Promise<Extract<Created, { type: 'unreachable' }>['outcome'] | null> {
  const [first] = await deliveries.listByPostings([postingId])
  const reason = first?.problem ?? ''
  if (first?.state === 'failed') return { type: first.rule === 'place-gone' ? 'gone' : 'refused', reason }
  const waits = first?.state === 'planned' && target.type === 'member'
  return waits ? { type: 'later', afterMs: 0, reason } : null
}

async function findFreeId(store: Store): Promise<string> {
  for (let tries = 0; tries < ID_TRIES; tries++) {
    const letters = Array.from({ length: ID_LENGTH }, () => ID_LETTERS[randomInt(ID_LETTERS.length)])
    const id = letters.join('')
    if ((await store.subscriptions.load(id)) === null) return id
  }
  throw new Error('no free id for a subscription was found')
}

/** Posts what an alert would show now, for whoever asks to see it. */
export async function sendTest(deps: DeliverDeps, subscription: Subscription): Promise<SendOutcome> {
  const outbox = deps.outboxes.get(subscription.target.platform)
  if (deps.catalog() === null || !outbox)
    return { type: 'later', afterMs: 0, reason: 'the platform is not connected, or no postings are loaded' }
  const base = { key: '', now: deps.now(), subscriptions: [subscription] }
  const reply = await deps.write(makeSample(deps, 'test', base))
  return outbox.send(subscription.target, reply, randomBytes(KEY_BYTES).toString('base64url'))
}
