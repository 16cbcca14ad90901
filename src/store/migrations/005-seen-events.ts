import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The events that were answered. */
export const seenEvents: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('events')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('seen_at', 'text', column => column.notNull())
      .execute()
    await db.schema.createIndex('events_seen_at').on('events').column('seen_at').execute()
  },
}
