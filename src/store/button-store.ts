import type { Kysely } from 'kysely'
import type { Action } from '../action.ts'
import { computeButtonKey } from './button-key.ts'
import { BUTTON_DAYS, daysBefore } from './keeping-times.ts'
import { type PreparedQuery, prepareQuery } from './prepare-query.ts'
import type { ButtonStore } from './store.ts'
import { parseAction } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** What buttons do, in any database that Kysely speaks to. */
export function createButtonStore(db: Kysely<StoreTables>): ButtonStore {
  const saveActions = createActionSaver(db)
  return {
    async save(action, now) {
      const [key = ''] = await saveActions([action], now)
      return key
    },
    saveAll: saveActions,
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

/** Saves in one statement for all of them, so that an answer waits for the disk only once. */
function createActionSaver(db: Kysely<StoreTables>) {
  /** By how many buttons they save; an answer has at most some dozens. */
  const inserts = new Map<number, PreparedQuery<unknown>>()
  return async (actions: readonly Action[], now: Date): Promise<string[]> => {
    const keys = actions.map(computeButtonKey)
    // An upsert may not meet the same key twice.
    const byKey = new Map(keys.map((key, at) => [key, JSON.stringify(actions[at])]))
    if (byKey.size === 0) return keys
    const insert = inserts.get(byKey.size) ?? prepareInsert(db, byKey.size)
    inserts.set(byKey.size, insert)
    await insert([now.toISOString(), ...[...byKey].flat()])
    return keys
  }
}

/** Takes the time, then key and action of each button. */
function prepareInsert(db: Kysely<StoreTables>, count: number): PreparedQuery<unknown> {
  return prepareQuery(db, 1 + 2 * count, ([saved_at = '', ...blanks]) =>
    db
      .insertInto('buttons')
      .values(
        Array.from({ length: count }, (_, at) => {
          const [key = '', action = ''] = blanks.slice(2 * at)
          return { key, action, saved_at }
        }),
      )
      .onConflict(conflict => conflict.column('key').doUpdateSet({ saved_at })),
  )
}
