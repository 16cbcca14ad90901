import type { Kysely } from 'kysely'
import type { AuditStore } from './store.ts'
import { parseAuditBody } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** Who did what, in any database that Kysely speaks to. */
export function createAuditStore(db: Kysely<StoreTables>): AuditStore {
  return {
    async add({ at, memberId, action, isAllowed, place, detail }) {
      const body = JSON.stringify({ place, detail })
      await db
        .insertInto('audit')
        .values({ at: at.toISOString(), member_id: memberId, action, is_allowed: isAllowed ? 1 : 0, body })
        .execute()
    },
    async list(limit) {
      const rows = await db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit).execute()
      return rows.map(({ at, member_id, action, is_allowed, body }) => ({
        at: new Date(at),
        memberId: member_id,
        action,
        isAllowed: is_allowed === 1,
        ...parseAuditBody(body),
      }))
    },
  }
}
