import type { Selectable } from 'kysely'
import {
  DELIVERY_KINDS,
  DELIVERY_RULES,
  DELIVERY_STATES,
  type Delivery,
  type NewDelivery,
} from '../alert/delivery.ts'
import type { Target } from '../platform.ts'
import { parseDeliveryBody, parsePostingOutcome, parseTarget } from './stored-values.ts'
import type { DeliveryRow } from './tables.ts'

/** A new delivery as its table holds it. */
export const toDeliveryRow = (delivery: NewDelivery, at: string) => createRowMaker(at)(delivery)

/** Makes rows of new deliveries. Thousands go to a few places at the same time: both are written out once. */
export function createRowMaker(at: string) {
  const targets = new Map<Target, string>()
  let due = { atMs: Number.NaN, text: '' }
  return ({ place, postingId, revision, kind, target, body, state, rule, dueAt }: NewDelivery) => {
    const targetText = targets.get(target) ?? JSON.stringify(target)
    targets.set(target, targetText)
    if (dueAt.getTime() !== due.atMs) due = { atMs: dueAt.getTime(), text: dueAt.toISOString() }
    return {
      place,
      posting_id: postingId,
      revision,
      kind,
      target: targetText,
      body: JSON.stringify(body),
      state,
      rule,
      due_at: due.text,
      planned_at: at,
    }
  }
}

/** Reads a delivery; what this version does not understand of it is as if it were not there. */
export function readDelivery(row: Selectable<DeliveryRow>): Delivery {
  return {
    id: row.id,
    place: row.place,
    target: parseTarget(row.target),
    postingId: row.posting_id,
    revision: row.revision,
    kind: DELIVERY_KINDS.find(kind => kind === row.kind) ?? 'posting',
    body: parseDeliveryBody(row.body),
    state: DELIVERY_STATES.find(state => state === row.state) ?? 'failed',
    rule: DELIVERY_RULES.find(rule => rule === row.rule) ?? null,
    dueAt: new Date(row.due_at),
    plannedAt: new Date(row.planned_at),
    messageKey: row.message_key,
    leasedUntil: readTime(row.leased_until),
    attempts: row.attempts,
    unknowns: row.unknowns,
    problem: row.problem,
    messageId: row.message_id,
    sentAt: readTime(row.sent_at),
    outcome: row.outcome === null ? null : parsePostingOutcome(row.outcome),
  }
}

function readTime(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
