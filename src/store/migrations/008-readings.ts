import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** How the questions of alerts were read, so that a process need not read them again that reads them the same way. */
export const readings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('readings')
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('version', 'text', column => column.notNull())
      .addColumn('facts', 'text', column => column.notNull())
      .addColumn('body', 'text', column => column.notNull())
      .execute()
  },
}
