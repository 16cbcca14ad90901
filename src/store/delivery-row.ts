import type { Selectable } from 'kysely'
import {
  DELIVERY_KINDS,
  DELIVERY_RULES,
  DELIVERY_STATES,
  type Delivery,
  type NewDelivery,
} from '../alert/delivery.ts'
import { parseDeliveryBody, parsePostingOutcome, parseTarget } from './stored-values.ts'
import type { DeliveryRow } from './tables.ts'

/** A new delivery as its table holds it. */
export function toDeliveryRow(delivery: NewDelivery, at: string) {
  const { place, postingId, revision, kind, target, body, state, rule, dueAt } = delivery
  return {
    place,
    posting_id: postingId,
    revision,
    kind,
    target: JSON.stringify(target),
    body: JSON.stringify(body),
    state,
    rule,
    due_at: dueAt.toISOString(),
    planned_at: at,
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
