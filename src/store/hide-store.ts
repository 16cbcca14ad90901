import type { Kysely } from 'kysely'
import { HIDE_KINDS, type HideStore } from './store.ts'
import type { StoreTables } from './tables.ts'

/** What is hidden, in any database that Kysely speaks to. */
export function createHideStore(db: Kysely<StoreTables>): HideStore {
  return {
    async add({ kind, value, memberId, at }) {
      await db
        .insertInto('hides')
        .values({ kind, value, member_id: memberId, at: at.toISOString() })
        .onConflict(conflict => conflict.columns(['kind', 'value']).doNothing())
        .execute()
    },
    async remove(kind, value) {
      const { numDeletedRows } = await db
        .deleteFrom('hides')
        .where('kind', '=', kind)
        .where('value', '=', value)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
    async list() {
      const rows = await db.selectFrom('hides').selectAll().orderBy('at').orderBy('value').execute()
      return rows.flatMap(({ kind, value, member_id, at }) => {
        const known = HIDE_KINDS.find(candidate => candidate === kind)
        return known ? [{ kind: known, value, memberId: member_id, at: new Date(at) }] : []
      })
    },
  }
}
