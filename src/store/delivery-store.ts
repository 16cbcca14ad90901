import { type Kysely, sql, type Transaction } from 'kysely'
import { DELIVERY_STATES, type Delivery, type Settlement, type Verdict } from '../alert/delivery.ts'
import { type CommitTogether, createCommitGroup } from './commit-group.ts'
import { writePlan } from './delivery-plan.ts'
import { readDelivery } from './delivery-row.ts'
import { isOpen } from './open-deliveries.ts'
import type { DeliveryStore, LeaseOrder } from './store.ts'
import { markHeard } from './subscription-store.ts'
import type { StoreTables } from './tables.ts'
import type { WriteRows } from './write-rows.ts'

type Db = Kysely<StoreTables>
type Trx = Transaction<StoreTables>

/** States in which nothing was posted for sure. */
const UNSENT = ['planned', 'held'] as const
const IDS_AT_ONCE = 500

/** The ledger in any database that Kysely speaks to. */
export function createDeliveryStore(db: Db, writeRows: WriteRows): DeliveryStore {
  const commit = createCommitGroup(db)
  return {
    plan: plan => db.transaction().execute(trx => writePlan(trx, writeRows, plan)),
    listPlacesDue: (now, limit, place) => listPlacesDue(db, now.toISOString(), limit, place),
    listDue: (place, now, limit) => listDue(db, place, now.toISOString(), limit),
    lease: order => tryLease(commit, order),
    settle: (messageKey, settlement) => commit(trx => settle(trx, messageKey, settlement)),
    async noteUnknown(messageKey) {
      await db
        .updateTable('deliveries')
        .set(({ eb }) => ({ unknowns: eb('unknowns', '+', 1) }))
        .where('message_key', '=', messageKey)
        .execute()
    },
    split: (messageKey, keys) => db.transaction().execute(trx => split(trx, messageKey, keys)),
    async countMessages(place, since) {
      const { total } = await db
        .selectFrom('deliveries')
        .select(({ fn }) => fn.count('message_key').distinct().as('total'))
        .where('place', '=', place)
        .where('sent_at', '>=', since.toISOString())
        // Whoever makes alerts has asked for their first messages.
        .where('kind', '!=', 'created')
        .executeTakeFirstOrThrow()
      return Number(total)
    },
    listByMessage: async messageKey =>
      (await select(db).where('message_key', '=', messageKey).execute()).map(readDelivery),
    listByPostings: postingIds => listByPostings(db, postingIds),
    listOpen: async place =>
      (await select(db).where('place', '=', place).where(isOpen).execute()).map(readDelivery),
    judge: verdicts => db.transaction().execute(trx => judge(trx, verdicts)),
    reschedule: times =>
      db.transaction().execute(async trx => {
        for (const { id, dueAt } of times)
          await trx
            .updateTable('deliveries')
            .set({ due_at: dueAt.toISOString() })
            .where('id', '=', id)
            .where('state', 'in', UNSENT)
            .execute()
      }),
    listEditsDue: (now, limit) => listEditsDue(db, now.toISOString(), limit),
    async settleEdit(messageKey, retryAt) {
      await db
        .updateTable('deliveries')
        .set(({ eb }) => ({ edit_due: retryAt?.toISOString() ?? null, edits: eb('edits', '+', 1) }))
        .where('message_key', '=', messageKey)
        .where('state', '=', 'sent')
        .execute()
    },
    async countStates() {
      const rows = await db
        .selectFrom('deliveries')
        .select(({ fn }) => ['state', fn.countAll().as('total')])
        .groupBy('state')
        .execute()
      const totals = new Map(rows.map(({ state, total }) => [state, Number(total)]))
      return Object.fromEntries(
        DELIVERY_STATES.flatMap(state => (totals.has(state) ? [[state, totals.get(state)]] : [])),
      )
    },
    async nextDue() {
      const row = await db
        .selectFrom('deliveries')
        .select(({ fn }) => fn.min('due_at').as('due'))
        .where(isOpen)
        .executeTakeFirst()
      return row?.due == null ? null : new Date(row.due)
    },
  }
}

function select(db: Db) {
  return db.selectFrom('deliveries').selectAll().orderBy('id')
}

/** A place waits where something in it is being sent, or may only be tried again later. */
async function listPlacesDue(
  db: Db,
  now: string,
  limit: number,
  place: string | undefined,
): Promise<readonly string[]> {
  const all = db.selectFrom('deliveries').select('place')
  const rows = await (place === undefined ? all : all.where('place', '=', place))
    .where(isOpen)
    .where('due_at', '<=', now)
    .groupBy('place')
    .having(sql<number>`max(case when state = 'leased' and leased_until > ${now} then 1 else 0 end)`, '=', 0)
    .having(sql<string>`coalesce(max(retry_at), '')`, '<=', now)
    .orderBy(({ fn }) => fn.min('due_at'))
    .orderBy('place')
    .limit(limit)
    .execute()
  return rows.map(({ place }) => place)
}

async function listDue(db: Db, place: string, now: string, limit: number): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('place', '=', place)
    .where(isOpen)
    .where('due_at', '<=', now)
    .orderBy(sql`case when message_key is null then 1 else 0 end`)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(readDelivery)
}

async function tryLease(commit: CommitTogether, order: LeaseOrder): Promise<boolean> {
  try {
    await commit(trx => lease(trx, order))
    return true
  } catch (error) {
    if (error instanceof LeaseLostError) return false
    throw error
  }
}

/** Some of the deliveries are being sent by another. */
class LeaseLostError extends Error {}

/** @throws {LeaseLostError} which undoes all of it */
async function lease(trx: Trx, { messageKey, ids, until, now, verdicts }: LeaseOrder): Promise<void> {
  const at = now.toISOString()
  await judge(trx, verdicts)
  let taken = 0n
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const { numUpdatedRows } = await trx
      .updateTable('deliveries')
      .set(({ eb }) => ({
        state: 'leased',
        rule: null,
        message_key: messageKey,
        leased_until: until.toISOString(),
        retry_at: null,
        attempts: eb('attempts', '+', 1),
      }))
      .where('id', 'in', ids.slice(from, from + IDS_AT_ONCE))
      .where(isOpen)
      .where(({ eb, or }) => or([eb('state', '!=', 'leased'), eb('leased_until', '<=', at)]))
      .executeTakeFirst()
    taken += numUpdatedRows
  }
  if (taken !== BigInt(ids.length)) throw new LeaseLostError()
}

async function judge(trx: Trx, verdicts: readonly Verdict[]): Promise<void> {
  for (const { id, state, rule, dueAt } of verdicts)
    await trx
      .updateTable('deliveries')
      .set({ state, rule, due_at: dueAt.toISOString() })
      .where('id', '=', id)
      .where('state', 'in', UNSENT)
      .execute()
}

async function settle(trx: Trx, messageKey: string, settlement: Settlement): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set(settlementValues(settlement))
    .where('message_key', '=', messageKey)
    .where('state', 'in', ['leased', 'unknown'])
    .execute()
  if (settlement.type === 'sent') await markHeard(trx, settlement.heard, settlement.at)
}

/** The values that a settlement gives every delivery of its message. */
function settlementValues(settlement: Settlement) {
  if (settlement.type === 'sent') {
    const { messageId, at } = settlement
    return {
      state: 'sent',
      message_id: messageId,
      sent_at: at.toISOString(),
      leased_until: null,
      problem: null,
    }
  }
  if (settlement.type === 'failed') {
    const { rule, problem } = settlement
    return { state: 'failed', rule, problem, leased_until: null }
  }
  const { problem, retryAt } = settlement
  const waiting = { problem, retry_at: retryAt.toISOString(), leased_until: null }
  if (settlement.type === 'later') return { ...waiting, state: 'planned', message_key: null }
  return { ...waiting, state: 'unknown' }
}

/** What cannot be posted together may be posted in parts, down to the one that cannot be posted at all. */
async function split(trx: Trx, messageKey: string, keys: readonly [string, string]): Promise<void> {
  const rows = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('message_key', '=', messageKey)
    .orderBy('id')
    .execute()
  const middle = rows[Math.ceil(rows.length / 2)]?.id ?? 0
  for (const [key, side] of [
    [keys[0], '<'],
    [keys[1], '>='],
  ] as const)
    await trx
      .updateTable('deliveries')
      .set({ message_key: key, state: 'planned', leased_until: null })
      .where('message_key', '=', messageKey)
      .where('id', side, middle)
      .execute()
}

async function listByPostings(db: Db, postingIds: readonly string[]): Promise<readonly Delivery[]> {
  const found: Delivery[] = []
  for (let from = 0; from < postingIds.length; from += IDS_AT_ONCE) {
    const ids = postingIds.slice(from, from + IDS_AT_ONCE)
    found.push(...(await select(db).where('posting_id', 'in', ids).execute()).map(readDelivery))
  }
  return found
}

async function listEditsDue(db: Db, now: string, limit: number) {
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => ['message_key', fn.max('edits').as('edits')])
    .where('edit_due', '<=', now)
    .where('state', '=', 'sent')
    .groupBy('message_key')
    .orderBy(({ fn }) => fn.min('edit_due'))
    .limit(limit)
    .execute()
  return rows.flatMap(({ message_key, edits }) =>
    message_key === null ? [] : [{ messageKey: message_key, edits: Number(edits) }],
  )
}
