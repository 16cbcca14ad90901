import type { Kysely } from 'kysely'
import { prepareQuery } from './prepare-query.ts'
import type { PeopleStore } from './store.ts'
import type { StoreTables } from './tables.ts'

/** What people said about themselves, in any database that Kysely speaks to. */
export function createPeopleStore(db: Kysely<StoreTables>): PeopleStore {
  const selectPlace = prepareQuery(db, 1, ([memberId = '']) =>
    db.selectFrom('people').select('place').where('member_id', '=', memberId),
  )
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
      const [row] = await selectPlace([memberId])
      return row?.place ?? null
    },
    async removePlace(memberId) {
      await db.deleteFrom('people').where('member_id', '=', memberId).execute()
    },
  }
}
