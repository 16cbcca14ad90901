import { setImmediate } from 'node:timers/promises'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { NewDelivery } from '../alert/delivery.ts'
import { PAUSE_REASONS, placeKey, type Subscription, serverKey } from '../alert/subscription.ts'
import { toDeliveryRow } from './delivery-row.ts'
import type { SubscriptionStore } from './store.ts'
import { parseSubscriptionBody } from './stored-values.ts'
import type { StoreTables, SubscriptionRow } from './tables.ts'

const IDS_AT_ONCE = 500

/** Subscriptions in any database that Kysely speaks to. */
export function createSubscriptionStore(db: Kysely<StoreTables>): SubscriptionStore {
  const all = () => db.selectFrom('subscriptions').selectAll().orderBy('created_at').orderBy('id')
  return {
    add: (subscription, first) => db.transaction().execute(trx => add(trx, subscription, first)),
    async save(subscription) {
      const { id, ...row } = toRow(subscription)
      await db.updateTable('subscriptions').set(row).where('id', '=', id).execute()
    },
    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('subscriptions').where('id', '=', id).executeTakeFirst()
      return numDeletedRows > 0n
    },
    async load(id) {
      const row = await db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? readRow(row) : null
    },
    listAll: () => listAll(db),
    listByPlace: async place =>
      (await all().where('place', '=', place).execute()).flatMap(row => readRow(row) ?? []),
    listByOwner: async ownerId =>
      (await all().where('owner_id', '=', ownerId).execute()).flatMap(row => readRow(row) ?? []),
    async list(offset, limit) {
      const rows = await all().offset(offset).limit(limit).execute()
      const { total } = await db
        .selectFrom('subscriptions')
        .select(({ fn }) => fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      return { items: rows.flatMap(row => readRow(row) ?? []), total: Number(total) }
    },
    async removeServer(serverId, keepsMembers = false) {
      const ofServer = db.deleteFrom('subscriptions').where('server_id', '=', serverId)
      await (keepsMembers ? ofServer.where('place', 'like', '%:channel:%') : ofServer).execute()
    },
  }
}

async function add(
  trx: Transaction<StoreTables>,
  subscription: Subscription,
  first: NewDelivery | undefined,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('subscriptions')
    .values(toRow(subscription))
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  const isNew = (numInsertedOrUpdatedRows ?? 0n) > 0n
  if (isNew && first)
    await trx
      .insertInto('deliveries')
      .values(toDeliveryRow(first, subscription.createdAt.toISOString()))
      .execute()
  return isNew
}

/** Writes down that alerts were heard of. */
export async function markHeard(db: Kysely<StoreTables>, ids: readonly string[], at: Date): Promise<void> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
    await db
      .updateTable('subscriptions')
      .set({ heard_at: at.toISOString() })
      .where('id', 'in', ids.slice(from, from + IDS_AT_ONCE))
      .execute()
}

/** As a page that is read in a few milliseconds. */
const ROWS_AT_ONCE = 50

/** All of them, with turns for others in between: reading ten thousand takes a quarter of a second. */
async function listAll(db: Kysely<StoreTables>): Promise<readonly Subscription[]> {
  const found: Subscription[] = []
  for (let lastId = ''; ; await setImmediate()) {
    const page = db.selectFrom('subscriptions').selectAll().where('id', '>', lastId).orderBy('id')
    const rows = await page.limit(ROWS_AT_ONCE).execute()
    found.push(...rows.flatMap(row => readRow(row) ?? []))
    lastId = rows.at(-1)?.id ?? ''
    if (rows.length < ROWS_AT_ONCE) break
  }
  return found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
}

function toRow(subscription: Subscription): SubscriptionRow {
  const { id, target, ownerId, paused, createdAt, since, heardAt, ...rest } = subscription
  return {
    id,
    place: placeKey(target),
    server_id: serverKey(target),
    owner_id: ownerId,
    paused,
    created_at: createdAt.toISOString(),
    since: since.toISOString(),
    heard_at: heardAt.toISOString(),
    body: JSON.stringify({ ...rest, target }),
  }
}

/** @returns null where this version does not understand it */
function readRow(row: Selectable<SubscriptionRow>): Subscription | null {
  const body = parseSubscriptionBody(row.body)
  if (!body) return null
  return {
    id: row.id,
    ...body,
    ownerId: row.owner_id,
    paused: PAUSE_REASONS.find(reason => reason === row.paused) ?? null,
    createdAt: new Date(row.created_at),
    since: new Date(row.since),
    heardAt: new Date(row.heard_at),
  }
}
