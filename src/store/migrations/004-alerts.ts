import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who wants to be told of what, which postings were seen when, and the ledger of what was told. */
export const alerts: Migration = {
  async up(db: Kysely<unknown>) {
    await createSubscriptions(db)
    await createSightings(db)
    await createDeliveries(db)
  },
}

async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('place', 'text', column => column.notNull())
    .addColumn('server_id', 'text')
    .addColumn('owner_id', 'text', column => column.notNull())
    .addColumn('paused', 'text')
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('since', 'text', column => column.notNull())
    .addColumn('heard_at', 'text', column => column.notNull())
    .addColumn('body', 'text', column => column.notNull())
    .execute()
  for (const column of ['place', 'owner_id', 'server_id'])
    await db.schema.createIndex(`subscriptions_${column}`).on('subscriptions').column(column).execute()
}

async function createSightings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sightings')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('posting_id', 'text', column => column.notNull())
    .addColumn('source_name', 'text', column => column.notNull())
    .addColumn('first_seen', 'text', column => column.notNull())
    .addColumn('last_seen', 'text')
    .addColumn('closed_since', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('openings', 'integer', column => column.notNull())
    .addColumn('is_arrival', 'integer', column => column.notNull())
    .addColumn('likeness', 'text', column => column.notNull())
    .addColumn('sketch', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('sightings_posting_id').on('sightings').column('posting_id').execute()
  await db.schema
    .createTable('seen_sources')
    .addColumn('name', 'text', column => column.primaryKey())
    .addColumn('first_seen', 'text', column => column.notNull())
    .addColumn('last_seen', 'text', column => column.notNull())
    .execute()
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'integer', column => column.primaryKey())
    .addColumn('place', 'text', column => column.notNull())
    .addColumn('posting_id', 'text', column => column.notNull())
    .addColumn('revision', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('target', 'text', column => column.notNull())
    .addColumn('body', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('rule', 'text')
    .addColumn('due_at', 'text', column => column.notNull())
    .addColumn('planned_at', 'text', column => column.notNull())
    .addColumn('message_key', 'text')
    .addColumn('leased_until', 'text')
    .addColumn('retry_at', 'text')
    .addColumn('attempts', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('unknowns', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('problem', 'text')
    .addColumn('message_id', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('edit_due', 'text')
    .addColumn('edits', 'integer', column => column.notNull().defaultTo(0))
    .addUniqueConstraint('deliveries_once', ['place', 'posting_id', 'revision'])
    .execute()
  // Only what is still to be done, so that what was told long ago costs nothing.
  const indexes: readonly (readonly [name: string, columns: readonly string[], only: string | null])[] = [
    ['deliveries_open', ['place', 'due_at'], `state in ('planned', 'held', 'leased', 'unknown')`],
    ['deliveries_posting', ['posting_id'], null],
    ['deliveries_message', ['message_key'], 'message_key is not null'],
    ['deliveries_sent', ['place', 'sent_at'], 'sent_at is not null'],
    ['deliveries_edits', ['edit_due'], 'edit_due is not null'],
  ]
  for (const [name, columns, only] of indexes) {
    const index = db.schema
      .createIndex(name)
      .on('deliveries')
      .columns([...columns])
    await (only === null ? index : index.where(sql.raw<boolean>(only))).execute()
  }
}
