import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What people said about themselves. */
export const people: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('people')
      .addColumn('member_id', 'text', column => column.primaryKey())
      .addColumn('place', 'text', column => column.notNull())
      .addColumn('saved_at', 'text', column => column.notNull())
      .execute()
  },
}
