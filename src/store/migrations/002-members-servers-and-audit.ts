import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What members mark, how servers want it, who did what, and what is hidden. */
export const membersServersAndAudit: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('marks')
      .addColumn('member_id', 'text', column => column.notNull())
      .addColumn('mark', 'text', column => column.notNull())
      .addColumn('posting_id', 'text', column => column.notNull())
      .addColumn('body', 'text', column => column.notNull())
      .addColumn('saved_at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('marks_key', ['member_id', 'mark', 'posting_id'])
      .execute()
    await db.schema
      .createTable('servers')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('body', 'text', column => column.notNull())
      .addColumn('saved_at', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createTable('audit')
      .addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('member_id', 'text', column => column.notNull())
      .addColumn('action', 'text', column => column.notNull())
      .addColumn('is_allowed', 'integer', column => column.notNull())
      .addColumn('body', 'text', column => column.notNull())
      .execute()
    await db.schema.createIndex('audit_at').on('audit').column('at').execute()
    await db.schema
      .createTable('hides')
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('value', 'text', column => column.notNull())
      .addColumn('member_id', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('hides_key', ['kind', 'value'])
      .execute()
  },
}
