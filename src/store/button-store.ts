import type { Kysely } from 'kysely'
import type { Action } from '../action.ts'
import { computeButtonKey } from './button-key.ts'
import { BUTTON_DAYS, daysBefore } from './keeping-times.ts'
import type { ButtonStore } from './store.ts'
import { parseAction } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** What buttons do, in any database that Kysely speaks to. */
export function createButtonStore(db: Kysely<StoreTables>): ButtonStore {
  return {
    async save(action, now) {
      await saveActions(db, [action], now)
      return computeButtonKey(action)
    },
    async saveAll(actions, now) {
      await saveActions(db, actions, now)
      return actions.map(computeButtonKey)
    },
    async load(key, now) {
      const row = await db
        .selectFrom('buttons')
        .select('action')
        .where('key', '=', key)
        .where('saved_at', '>=', daysBefore(now, BUTTON_DAYS))
        .executeTakeFirst()
      return row ? parseAction(row.action) : null
    },
  }
}

/** One statement for all of them, so that an answer waits for the disk only once. */
async function saveActions(db: Kysely<StoreTables>, actions: readonly Action[], now: Date): Promise<void> {
  const saved_at = now.toISOString()
  // An upsert may not meet the same key twice.
  const byKey = new Map(actions.map(action => [computeButtonKey(action), JSON.stringify(action)]))
  if (byKey.size === 0) return
  await db
    .insertInto('buttons')
    .values([...byKey].map(([key, action]) => ({ key, action, saved_at })))
    .onConflict(conflict => conflict.column('key').doUpdateSet({ saved_at }))
    .execute()
}
