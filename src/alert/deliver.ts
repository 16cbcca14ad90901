import { randomBytes } from 'node:crypto'
import type { Catalog } from '../catalog/catalog.ts'
import type { Log } from '../log.ts'
import type { FindOutcome, Outbox, SendOutcome } from '../platform.ts'
import type { Reply } from '../reply.ts'
import type { Store } from '../store/store.ts'
import { type BackoffOptions, computeBackoff, DEFAULT_BACKOFF } from './backoff.ts'
import { decideMessage } from './decide-message.ts'
import type { Delivery } from './delivery.ts'
import { loadMessage, loadSetting } from './load-message.ts'
import type { AlertMessage } from './message.ts'

const KEY_BYTES = 12
const DAY_MS = 86_400_000

/** What could not be delivered, for the admins. */
export interface Trouble {
  readonly deliveries: readonly Delivery[]
  readonly problem: string
}

/** What sending needs. */
export interface DeliverDeps {
  readonly store: Store
  /** By the id of their platform. */
  readonly outboxes: ReadonlyMap<string, Outbox>
  /** null while there is none. */
  readonly catalog: () => Catalog | null
  readonly now: () => Date
  readonly log: Log
  /** Lays a message out. */
  readonly write: (message: AlertMessage) => Promise<Reply>
  /** Is told of deliveries that were given up. */
  readonly tellTrouble: (trouble: Trouble) => Promise<void>
  /** Is told of a place that is gone. */
  readonly leavePlace: (place: string, reason: string) => Promise<void>
  /** ISO 4217 of a pay without currency. */
  readonly defaultCurrency: string
  /** From 0 to 1. */
  readonly random: () => number
  readonly limits: DeliverLimits
}

/** How much is sent at once, and how long is waited; tests make it small. */
export interface DeliverLimits {
  /** Postings that one message tells of. */
  readonly perMessage: number
  /** How long a message may be on its way before another takes it up. */
  readonly leaseMs: number
  /** What is not delivered for so long is given up. */
  readonly giveUpMs: number
  readonly backoff: BackoffOptions
}

export const DEFAULT_DELIVER_LIMITS: DeliverLimits = {
  perMessage: 500,
  leaseMs: 60_000,
  giveUpMs: 3 * DAY_MS,
  backoff: DEFAULT_BACKOFF,
}

/** Sends one message to a place where something is due. @returns whether anything was asked of the platform */
export async function deliverToPlace(deps: DeliverDeps, place: string): Promise<boolean> {
  const now = deps.now()
  const due = await deps.store.deliveries.listDue(place, now, deps.limits.perMessage)
  const [first] = due
  if (!first) return false
  return first.messageKey === null ? sendNew(deps, due, now) : sendAgain(deps, first.messageKey, now)
}

async function sendNew(deps: DeliverDeps, due: readonly Delivery[], now: Date): Promise<boolean> {
  const setting = await loadSetting(deps, due, now)
  if (setting === null) return false
  const { message, verdicts } = decideMessage(due, setting)
  const messageKey = randomBytes(KEY_BYTES).toString('base64url')
  if (!(await lease(deps, messageKey, message, verdicts, now))) return false
  if (message.length === 0) return false
  await sendLeased(deps, messageKey, message, now)
  return true
}

/**
 * A message that may have been posted already, or a part of one that was refused, is never put together anew. The
 * platform is asked whether it is there; where nobody can tell it is sent once more under the same key.
 */
async function sendAgain(deps: DeliverDeps, messageKey: string, now: Date): Promise<boolean> {
  const message = await deps.store.deliveries.listByMessage(messageKey)
  const wasSent = message.some(({ state }) => state === 'leased' || state === 'unknown')
  if (!(await lease(deps, messageKey, message, [], now))) return false
  if (await isUnborn(deps.store, message)) {
    await deps.store.deliveries.settle(messageKey, {
      type: 'failed',
      rule: 'deleted',
      problem: 'it was deleted',
    })
    return false
  }
  const found = wasSent ? await findSent(deps, messageKey, message) : null
  if (found !== null) await settle(deps, { messageKey, message, now, isRepeat: true }, found)
  else {
    if (wasSent) await deps.store.deliveries.noteUnknown(messageKey)
    await sendLeased(deps, messageKey, message, now, wasSent)
  }
  return true
}

/** Whether it is the first message of an alert that was deleted meanwhile: it would have nothing to say. */
async function isUnborn({ subscriptions }: Store, [first]: readonly Delivery[]): Promise<boolean> {
  if (first?.kind !== 'created') return false
  const kept = await Promise.all(first.body.reasons.map(id => subscriptions.load(id)))
  return kept.every(subscription => subscription === null)
}

function lease(
  { store, limits }: DeliverDeps,
  messageKey: string,
  message: readonly Delivery[],
  verdicts: Parameters<Store['deliveries']['lease']>[0]['verdicts'],
  now: Date,
): Promise<boolean> {
  const until = new Date(now.getTime() + limits.leaseMs)
  return store.deliveries.lease({ messageKey, ids: message.map(({ id }) => id), until, now, verdicts })
}

async function findSent(
  { outboxes }: DeliverDeps,
  messageKey: string,
  [first]: readonly Delivery[],
): Promise<FindOutcome | null> {
  const outbox = outboxes.get(first?.target.platform ?? '')
  return first && outbox ? outbox.find(first.target, messageKey) : null
}

async function settleSent(
  { store, now }: DeliverDeps,
  messageKey: string,
  message: readonly Delivery[],
  messageId: string,
): Promise<void> {
  const heard = [...new Set(message.flatMap(({ body }) => body.reasons))]
  await store.deliveries.settle(messageKey, { type: 'sent', messageId, at: now(), heard })
}

async function sendLeased(
  deps: DeliverDeps,
  messageKey: string,
  message: readonly Delivery[],
  now: Date,
  isRepeat = false,
): Promise<void> {
  await settle(deps, { messageKey, message, now, isRepeat }, await trySend(deps, messageKey, message, now))
}

function settle(deps: DeliverDeps, sent: Sent, outcome: SendOutcome): Promise<void> {
  const write = SETTLERS[outcome.type] as Settler<SendOutcome['type']>
  return write(deps, sent, outcome)
}

async function trySend(
  deps: DeliverDeps,
  messageKey: string,
  message: readonly Delivery[],
  now: Date,
): Promise<SendOutcome> {
  const [first] = message
  const outbox = deps.outboxes.get(first?.target.platform ?? '')
  if (!first || !outbox) return { type: 'later', afterMs: 0, reason: 'the platform is not connected' }
  const reply = await tryWrite(deps, messageKey, message, now)
  if ('problem' in reply) return { type: 'refused', reason: reply.problem }
  const { target, kind, body } = first
  try {
    return kind === 'change' && body.below !== undefined
      ? await outbox.sendBelow(target, body.below, reply, messageKey)
      : await outbox.send(target, reply, messageKey)
  } catch (error) {
    return { type: 'unknown', reason: String(error) }
  }
}

/** What cannot be laid out is as little to be posted as what a platform refuses. */
async function tryWrite(
  deps: DeliverDeps,
  messageKey: string,
  message: readonly Delivery[],
  now: Date,
): Promise<Reply | { readonly problem: string }> {
  try {
    return await deps.write(await loadMessage(deps, messageKey, message, now))
  } catch (error) {
    deps.log.error({ err: error, messageKey }, 'an alert could not be laid out')
    return { problem: String(error) }
  }
}

interface Sent {
  readonly messageKey: string
  readonly message: readonly Delivery[]
  readonly now: Date
  /** Whether it may have been posted by an earlier try. */
  readonly isRepeat: boolean
}

type Settler<T extends SendOutcome['type']> = (
  deps: DeliverDeps,
  sent: Sent,
  outcome: Extract<SendOutcome, { type: T }>,
) => Promise<void>

/** What each outcome means for the deliveries of a message. */
const SETTLERS: { readonly [T in SendOutcome['type']]: Settler<T> } = {
  sent: (deps, { messageKey, message }, { messageId }) => settleSent(deps, messageKey, message, messageId),
  later: async (deps, sent, { afterMs, reason }) => {
    if (await gaveUp(deps, sent, reason)) return
    const retryAt = waitFor(deps, sent, afterMs)
    const type = sent.isRepeat ? 'unknown' : 'later'
    await deps.store.deliveries.settle(sent.messageKey, { type, retryAt, problem: reason })
  },
  unknown: async (deps, sent, { reason }) => {
    if (await gaveUp(deps, sent, reason)) return
    const retryAt = waitFor(deps, sent, 0)
    await deps.store.deliveries.settle(sent.messageKey, { type: 'unknown', retryAt, problem: reason })
  },
  gone: async (deps, { messageKey, message }, { reason }) => {
    await deps.store.deliveries.settle(messageKey, { type: 'failed', rule: 'place-gone', problem: reason })
    const [first] = message
    // Where an alert is just being made, whoever makes it is told.
    if (first && !(await dropUnborn(deps.store, message))) await deps.leavePlace(first.place, reason)
  },
  refused: async (deps, { messageKey, message }, { reason }) => {
    if (message.length > 1) return deps.store.deliveries.split(messageKey, [makeKey(), makeKey()])
    await deps.store.deliveries.settle(messageKey, { type: 'failed', rule: 'poison', problem: reason })
    await dropUnborn(deps.store, message)
    await deps.tellTrouble({ deliveries: message, problem: reason })
  },
}

/** An alert whose first message cannot arrive is none. @returns whether it was one */
async function dropUnborn({ subscriptions }: Store, message: readonly Delivery[]): Promise<boolean> {
  const unborn = message.filter(({ kind }) => kind === 'created').flatMap(({ body }) => body.reasons)
  for (const id of unborn) await subscriptions.remove(id)
  return unborn.length > 0
}

function makeKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url')
}

function waitFor({ now, random, limits }: DeliverDeps, { message }: Sent, afterMs: number): Date {
  const tries = Math.max(...message.map(({ attempts }) => attempts)) + 1
  return new Date(now().getTime() + computeBackoff(tries, afterMs, random(), limits.backoff))
}

/** What nobody took for days is told to the admins instead of being tried for ever. */
async function gaveUp(
  { store, limits, tellTrouble }: DeliverDeps,
  { messageKey, message, now }: Sent,
  problem: string,
): Promise<boolean> {
  const oldest = Math.min(...message.map(({ dueAt }) => dueAt.getTime()))
  if (now.getTime() - oldest < limits.giveUpMs) return false
  await store.deliveries.settle(messageKey, { type: 'failed', rule: 'too-late', problem })
  await tellTrouble({ deliveries: message, problem })
  return true
}
