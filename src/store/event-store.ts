import type { Kysely } from 'kysely'
import type { EventStore } from './store.ts'
import type { StoreTables } from './tables.ts'

/** Which events were answered, in any database that Kysely speaks to. */
export function createEventStore(db: Kysely<StoreTables>): EventStore {
  return {
    async claim(eventId, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('events')
        .values({ id: eventId, seen_at: now.toISOString() })
        .onConflict(conflict => conflict.column('id').doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },
  }
}
