import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { ReadingStore } from './store.ts'
import type { StoreTables } from './tables.ts'
import type { WriteRows } from './write-rows.ts'

const IDS_AT_ONCE = 500
const AGAIN = `(key) do update set ${['version', 'facts', 'body']
  .map(column => `${column} = excluded.${column}`)
  .join(', ')}`

/** How questions were read, in any database that Kysely speaks to. */
export function createReadingStore(db: Kysely<StoreTables>, writeRows: WriteRows): ReadingStore {
  return {
    async list(afterKey, limit) {
      const first = db.selectFrom('readings').select(['key', 'facts', 'body']).orderBy('key').limit(limit)
      return (afterKey === null ? first : first.where('key', '>', afterKey)).execute()
    },
    async save(version, readings) {
      const rows = readings.map(({ key, facts, body }) => ({ key, version, facts, body }))
      await db.transaction().execute(() => writeRows('readings', rows, AGAIN))
    },
    async remove(keys) {
      for (let from = 0; from < keys.length; from += IDS_AT_ONCE)
        await db
          .deleteFrom('readings')
          .where('key', 'in', keys.slice(from, from + IDS_AT_ONCE))
          .execute()
    },
    async removeOthers(version) {
      const others = db.selectFrom('readings').select('key').where('version', '!=', version)
      for (;;) {
        const keys = (await others.limit(IDS_AT_ONCE).execute()).map(({ key }) => key)
        if (keys.length === 0) return
        await db.deleteFrom('readings').where('key', 'in', keys).execute()
        await setImmediate()
      }
    },
  }
}
