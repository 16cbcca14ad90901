import { setImmediate } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { type NewDelivery, REVIVABLE_RULES } from '../alert/delivery.ts'
import { createRowMaker } from './delivery-row.ts'
import { toSightingRow } from './sighting-store.ts'
import type { LedgerPlan } from './store.ts'
import type { StoreTables } from './tables.ts'
import type { WriteRows } from './write-rows.ts'

type Trx = Transaction<StoreTables>

const IDS_AT_ONCE = 200

/** Writes down a plan within a transaction. @returns how many deliveries are new */
export async function writePlan(trx: Trx, writeRows: WriteRows, plan: LedgerPlan): Promise<number> {
  const at = plan.at.toISOString()
  const sources = plan.sources.map(name => ({ name, first_seen: at, last_seen: at }))
  await writeRows('seen_sources', sources, '(name) do update set last_seen = excluded.last_seen')
  await writeRows('sightings', plan.sightings.values().map(toSightingRow), SIGHTING_AGAIN)
  await stop(trx, plan)
  await revive(trx, plan, at)
  await writeOutcomes(trx, plan, at)
  const before = await countAll(trx)
  await writeRows('deliveries', listByPlace(plan.deliveries).map(createRowMaker(at)), 'do nothing')
  return (await countAll(trx)) - before
}

/** When and in which source a posting was first seen never changes. */
const SIGHTING_AGAIN = `(id) do update set ${[
  'posting_id',
  'last_seen',
  'closed_since',
  'closed_by',
  'openings',
]
  .map(column => `${column} = excluded.${column}`)
  .join(', ')}`

/**
 * Place by place, in the order of the index of what is open, which is then written from front to back: a fifth less work.
 * What is for one place keeps its order.
 */
function* listByPlace(deliveries: readonly NewDelivery[]): Generator<NewDelivery> {
  const byPlace = Map.groupBy(deliveries, ({ place }) => place)
  for (const place of [...byPlace.keys()].sort()) yield* byPlace.get(place) ?? []
}

async function countAll(trx: Trx): Promise<number> {
  // Rows are never deleted one by one, so the highest id counts them.
  const row = await trx
    .selectFrom('deliveries')
    .select(({ fn }) => fn.max('id').as('top'))
    .executeTakeFirst()
  return Number(row?.top ?? 0)
}

/** What is being sent meanwhile is stopped when it is not sent. */
function stop(trx: Trx, { stopped }: LedgerPlan): Promise<void> {
  return forEachAlike(
    stopped,
    ({ rule }) => rule,
    async (rule, ids) => {
      await trx
        .updateTable('deliveries')
        .set({ state: 'dropped', rule })
        .where('posting_id', 'in', ids)
        .where('state', 'in', ['planned', 'held'])
        .where('kind', '=', 'posting')
        .execute()
    },
  )
}

function revive(trx: Trx, { revived }: LedgerPlan, at: string): Promise<void> {
  const postings = revived.map(postingId => ({ postingId }))
  return forEachAlike(
    postings,
    () => null,
    async (_, ids) => {
      await trx
        .updateTable('deliveries')
        .set(({ eb }) => ({
          state: 'planned',
          rule: null,
          due_at: eb.case().when('due_at', '<', at).then(at).else(eb.ref('due_at')).end(),
        }))
        .where('posting_id', 'in', ids)
        .where('state', '=', 'dropped')
        .where('rule', 'in', REVIVABLE_RULES)
        .execute()
    },
  )
}

function writeOutcomes(trx: Trx, { outcomes }: LedgerPlan, at: string): Promise<void> {
  return forEachAlike(
    outcomes,
    ({ outcome }) => (outcome === null ? null : JSON.stringify(outcome)),
    async (outcome, ids) => {
      await trx
        .updateTable('deliveries')
        .set({ outcome, edit_due: at })
        .where('posting_id', 'in', ids)
        .where('state', 'in', ['sent', 'leased', 'unknown'])
        .where('kind', '=', 'posting')
        .execute()
    },
  )
}

/** Writes the same about many postings at once, a few hundred at a time with turns for others between. */
async function forEachAlike<T extends { readonly postingId: string }, V>(
  items: readonly T[],
  readValue: (item: T) => V,
  write: (value: V, postingIds: readonly string[]) => Promise<void>,
): Promise<void> {
  for (const [value, alike] of Map.groupBy(items, readValue))
    for (let from = 0; from < alike.length; from += IDS_AT_ONCE) {
      await write(
        value,
        alike.slice(from, from + IDS_AT_ONCE).map(({ postingId }) => postingId),
      )
      await setImmediate()
    }
}
