import type { Kysely } from 'kysely'
import type { KeptSourceStore } from './store.ts'
import type { StoreTables } from './tables.ts'

/** What was decided about sources, in any database that Kysely speaks to. */
export function createKeptSourceStore(db: Kysely<StoreTables>): KeptSourceStore {
  return {
    async save({ address, isAdded, isPaused, memberId, at }) {
      const state = {
        is_added: isAdded ? 1 : 0,
        is_paused: isPaused ? 1 : 0,
        member_id: memberId,
        at: at.toISOString(),
      }
      await db
        .insertInto('kept_sources')
        .values({ address, ...state })
        .onConflict(conflict => conflict.column('address').doUpdateSet(state))
        .execute()
    },
    async remove(address) {
      const { numDeletedRows } = await db
        .deleteFrom('kept_sources')
        .where('address', '=', address)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
    async list() {
      const rows = await db.selectFrom('kept_sources').selectAll().orderBy('at').orderBy('address').execute()
      return rows.map(row => ({
        address: row.address,
        isAdded: row.is_added === 1,
        isPaused: row.is_paused === 1,
        memberId: row.member_id,
        at: new Date(row.at),
      }))
    },
  }
}
