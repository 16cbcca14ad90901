import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which catalogs there were, which sources admins added or paused, and what the command line asks of the running bot. */
export const catalogVersions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('catalog_versions')
      .addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('member_id', 'text', column => column.notNull())
      .addColumn('revision', 'text', column => column.notNull())
      .addColumn('body', 'text', column => column.notNull())
      .execute()
    await db.schema.createIndex('catalog_versions_at').on('catalog_versions').column('at').execute()
    await db.schema
      .createTable('kept_sources')
      .addColumn('address', 'text', column => column.primaryKey())
      .addColumn('is_added', 'integer', column => column.notNull())
      .addColumn('is_paused', 'integer', column => column.notNull())
      .addColumn('member_id', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createTable('host_calls')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('call', 'text', column => column.notNull())
      .addColumn('reply', 'text')
      .addColumn('reported_at', 'text')
      .execute()
  },
}
