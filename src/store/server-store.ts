import type { Kysely } from 'kysely'
import type { ServerStore } from './store.ts'
import { parseServerSettings } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** How the bot behaves in each server, in any database that Kysely speaks to. */
export function createServerStore(db: Kysely<StoreTables>): ServerStore {
  return {
    async load(serverId) {
      const row = await db.selectFrom('servers').select('body').where('id', '=', serverId).executeTakeFirst()
      return row ? parseServerSettings(row.body) : null
    },
    async save(serverId, settings, now) {
      const state = { body: JSON.stringify(settings), saved_at: now.toISOString() }
      await db
        .insertInto('servers')
        .values({ id: serverId, ...state })
        .onConflict(conflict => conflict.column('id').doUpdateSet(state))
        .execute()
    },
    async remove(serverId) {
      await db.deleteFrom('servers').where('id', '=', serverId).execute()
    },
  }
}
