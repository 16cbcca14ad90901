import type { Kysely } from 'kysely'
import type { HostCallState, HostCallStore } from './store.ts'
import { parseCommandCall, parseReply } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** Whoever asked longer ago has given up, and a bot that was silent for longer is none. */
const PATIENCE_MS = 60_000
/** The state of a row that stands for a bot instead of a call. */
const ATTENDING = 'attending'
const STATES: readonly HostCallState['state'][] = ['waiting', 'running', 'done']

/** Commands for the running bot, in any database that Kysely speaks to. */
export function createHostCallStore(db: Kysely<StoreTables>): HostCallStore {
  return {
    async attend(botId, now) {
      const at = now.toISOString()
      await db
        .insertInto('host_calls')
        .values({ id: botId, at, state: ATTENDING, call: '', reply: null, reported_at: null })
        .onConflict(conflict => conflict.column('id').doUpdateSet({ at }))
        .execute()
    },
    async leave(botId) {
      await db.deleteFrom('host_calls').where('id', '=', botId).execute()
    },
    async isAttended(now) {
      const row = await db
        .selectFrom('host_calls')
        .select('id')
        .where('state', '=', ATTENDING)
        .where('at', '>=', new Date(now.getTime() - PATIENCE_MS).toISOString())
        .executeTakeFirst()
      return row !== undefined
    },
    async add(id, call, now) {
      const row = { id, at: now.toISOString(), state: 'waiting', call: JSON.stringify(call) }
      await db
        .insertInto('host_calls')
        .values({ ...row, reply: null, reported_at: null })
        .execute()
    },
    async claim(now) {
      const row = await db
        .selectFrom('host_calls')
        .select(['id', 'call'])
        .where('state', '=', 'waiting')
        .where('at', '>=', new Date(now.getTime() - PATIENCE_MS).toISOString())
        .orderBy('at')
        .executeTakeFirst()
      if (!row) return null
      // Another bot on the same state may have taken it since.
      const { numUpdatedRows } = await db
        .updateTable('host_calls')
        .set({ state: 'running', reported_at: now.toISOString() })
        .where('id', '=', row.id)
        .where('state', '=', 'waiting')
        .executeTakeFirst()
      const call = parseCommandCall(row.call)
      return numUpdatedRows > 0n && call ? { id: row.id, call } : null
    },
    async report(id, state, reply, now) {
      const shown = reply === null ? {} : { reply: JSON.stringify(reply) }
      await db
        .updateTable('host_calls')
        .set({ state, reported_at: now.toISOString(), ...shown })
        .where('id', '=', id)
        .execute()
    },
    async load(id) {
      const row = await db.selectFrom('host_calls').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return null
      return {
        state: STATES.find(state => state === row.state) ?? 'waiting',
        reply: row.reply === null ? null : parseReply(row.reply),
        reportedAt: row.reported_at === null ? null : new Date(row.reported_at),
      }
    },
    async withdraw(id) {
      const { numDeletedRows } = await db
        .deleteFrom('host_calls')
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
    async remove(id) {
      await db.deleteFrom('host_calls').where('id', '=', id).execute()
    },
  }
}
