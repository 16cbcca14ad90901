import { randomBytes, randomInt } from 'node:crypto'
import { answerQuery } from '../answer/answer-query.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { findEntry } from '../catalog/find-entry.ts'
import type { SendOutcome, Target } from '../platform.ts'
import type { Store } from '../store/store.ts'
import { MAX_SUBSCRIPTIONS } from './default-options.ts'
import type { DeliverDeps } from './deliver.ts'
import { readAsked } from './match-questions.ts'
import type { SampleMessage } from './message.ts'
import { placeKey, type Subscription, type SubscriptionOptions } from './subscription.ts'

const ID_LENGTH = 5
/** Without letters and digits that look like others. */
const ID_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const ID_TRIES = 5
const EXAMPLES = 3
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
  readonly defaultCurrency: string
}

/** Makes an alert, and shows in its place what is open now. A place that the first message does not reach gets none. */
export async function createSubscription(deps: SubscribeDeps, draft: SubscriptionDraft): Promise<Created> {
  const { question, target, ownerId, options } = draft
  const others = await deps.store.subscriptions.listByPlace(placeKey(target))
  const limit = MAX_SUBSCRIPTIONS[target.type]
  const same = others.find(other => other.question === question && other.paused === null)
  if (same) return { type: 'same', subscription: same }
  if (others.length >= limit) return { type: 'too-many', limit }
  const now = deps.now()
  const base = {
    question,
    target,
    ownerId,
    ...options,
    paused: null,
    createdAt: now,
    since: now,
    heardAt: now,
  }
  const subscription: Subscription = { id: await findFreeId(deps.store), ...base }
  const outcome = await sendSample(deps, 'created', subscription)
  if (outcome.type !== 'sent' && !mayStillArrive(outcome, target)) return { type: 'unreachable', outcome }
  if (!(await deps.store.subscriptions.add(subscription))) throw new Error('the id was taken meanwhile')
  return { type: 'created', subscription }
}

/** A channel that is slow at the moment is there; a member is only taken once a message got through. */
function mayStillArrive({ type }: SendOutcome, target: Target): boolean {
  return target.type === 'channel' && (type === 'later' || type === 'unknown')
}

async function findFreeId(store: Store): Promise<string> {
  for (let tries = 0; tries < ID_TRIES; tries++) {
    const letters = Array.from({ length: ID_LENGTH }, () => ID_LETTERS[randomInt(ID_LETTERS.length)])
    const id = letters.join('')
    if ((await store.subscriptions.load(id)) === null) return id
  }
  throw new Error('no free id for a subscription was found')
}

/** Posts the best of what is open now. */
export async function sendSample(
  deps: SubscribeDeps,
  type: SampleMessage['type'],
  subscription: Subscription,
): Promise<SendOutcome> {
  const catalog = deps.catalog()
  const outbox = deps.outboxes.get(subscription.target.platform)
  if (catalog === null || !outbox)
    return { type: 'later', afterMs: 0, reason: 'the platform is not connected, or no postings are loaded' }
  const reply = await deps.write(makeSample(deps, catalog, type, subscription))
  return outbox.send(subscription.target, reply, randomBytes(KEY_BYTES).toString('base64url'))
}

function makeSample(
  { now: clock, defaultCurrency }: SubscribeDeps,
  catalog: Catalog,
  type: SampleMessage['type'],
  subscription: Subscription,
): SampleMessage {
  const now = clock()
  const setting = { now, defaultCurrency }
  const { matches, total } = answerQuery(catalog, readAsked(subscription, catalog, setting), setting)
  const items = matches.slice(0, EXAMPLES).flatMap(({ posting }) => {
    const entry = findEntry(catalog, posting.id)
    return entry ? [{ entry }] : []
  })
  return { type, key: '', now, subscriptions: [subscription], items, total }
}
