import type { Kysely } from 'kysely'
import type { VersionStore } from './store.ts'
import { parseVersionBody } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** Which catalogs there were, in any database that Kysely speaks to. */
export function createVersionStore(db: Kysely<StoreTables>): VersionStore {
  return {
    async add({ at, memberId, revision, ...rest }) {
      const body = JSON.stringify(rest)
      await db
        .insertInto('catalog_versions')
        .values({ at: at.toISOString(), member_id: memberId, revision, body })
        .execute()
    },
    async list(limit) {
      const rows = await db
        .selectFrom('catalog_versions')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap(({ at, member_id, revision, body }) => {
        const rest = parseVersionBody(body)
        return rest ? [{ at: new Date(at), memberId: member_id, revision, ...rest }] : []
      })
    },
  }
}
