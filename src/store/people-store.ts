import type { Kysely } from 'kysely'
import type { PeopleStore } from './store.ts'
import type { StoreTables } from './tables.ts'

/** What people said about themselves, in any database that Kysely speaks to. */
export function createPeopleStore(db: Kysely<StoreTables>): PeopleStore {
  return {
    async savePlace(memberId, place, now) {
      const state = { place, saved_at: now.toISOString() }
      await db
        .insertInto('people')
        .values({ member_id: memberId, ...state })
        .onConflict(conflict => conflict.column('member_id').doUpdateSet(state))
        .execute()
    },
    async loadPlace(memberId) {
      const row = await db
        .selectFrom('people')
        .select('place')
        .where('member_id', '=', memberId)
        .executeTakeFirst()
      return row?.place ?? null
    },
    async removePlace(memberId) {
      await db.deleteFrom('people').where('member_id', '=', memberId).execute()
    },
  }
}
