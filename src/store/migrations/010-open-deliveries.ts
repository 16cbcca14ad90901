import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The index of what is still to be sent, with a condition that costs less for each row that is written. */
export const openDeliveries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.dropIndex('deliveries_open').execute()
    await db.schema
      .createIndex('deliveries_open')
      .on('deliveries')
      .columns(['place', 'due_at'])
      .where(sql<boolean>`state = 'planned' or state = 'held' or state = 'leased' or state = 'unknown'`)
      .execute()
  },
}
