import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What is said to whom, and what buttons do. */
export const conversationsAndButtons: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('conversations')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('body', 'text', column => column.notNull())
      .addColumn('saved_at', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createTable('buttons')
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('action', 'text', column => column.notNull())
      .addColumn('saved_at', 'text', column => column.notNull())
      .execute()
    for (const table of ['conversations', 'buttons']) {
      await db.schema.createIndex(`${table}_saved_at`).on(table).column('saved_at').execute()
    }
  },
}
