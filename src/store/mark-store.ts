import type { Kysely } from 'kysely'
import { prepareQuery } from './prepare-query.ts'
import type { MarkStore } from './store.ts'
import { parseKeptPosting } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** What members make of postings, in any database that Kysely speaks to. */
export function createMarkStore(db: Kysely<StoreTables>): MarkStore {
  const selectIds = prepareQuery(db, 2, ([memberId = '', mark = '']) =>
    db.selectFrom('marks').select('posting_id').where('member_id', '=', memberId).where('mark', '=', mark),
  )
  return {
    async save(memberId, mark, posting, now) {
      const state = { body: JSON.stringify(posting), saved_at: now.toISOString() }
      await db
        .insertInto('marks')
        .values({ member_id: memberId, mark, posting_id: posting.postingId, ...state })
        .onConflict(conflict => conflict.columns(['member_id', 'mark', 'posting_id']).doUpdateSet(state))
        .execute()
    },
    async remove(memberId, mark, postingId) {
      await db
        .deleteFrom('marks')
        .where('member_id', '=', memberId)
        .where('mark', '=', mark)
        .where('posting_id', '=', postingId)
        .execute()
    },
    async list(memberId, mark) {
      const rows = await db
        .selectFrom('marks')
        .select('body')
        .where('member_id', '=', memberId)
        .where('mark', '=', mark)
        .orderBy('saved_at', 'desc')
        .orderBy('posting_id')
        .execute()
      return rows.flatMap(row => parseKeptPosting(row.body) ?? [])
    },
    async listIds(memberId, mark) {
      const rows = await selectIds([memberId, mark])
      return rows.map(row => row.posting_id)
    },
  }
}
