import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const COLUMNS = [
  'id',
  'place',
  'posting_id',
  'revision',
  'kind',
  'target',
  'body',
  'state',
  'rule',
  'due_at',
  'planned_at',
  'message_key',
  'leased_until',
  'retry_at',
  'attempts',
  'unknowns',
  'problem',
  'message_id',
  'sent_at',
  'outcome',
  'edit_due',
  'edits',
] as const

/**
 * One index less to write: what keeps a delivery from being there twice begins with the posting, so that it finds those
 * of a posting, too, and what is planned together stands together in it.
 */
export const ledgerByPosting: Migration = {
  async up(db: Kysely<unknown>) {
    await createLedger(db)
    const columns = sql.raw(COLUMNS.join(', '))
    await sql`insert into next_deliveries (${columns}) select ${columns} from deliveries`.execute(db)
    await db.schema.dropTable('deliveries').execute()
    await db.schema.alterTable('next_deliveries').renameTo('deliveries').execute()
    await createIndexes(db)
  },
}

async function createLedger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('next_deliveries')
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
    .execute()
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('deliveries_once')
    .on('deliveries')
    .columns(['posting_id', 'place', 'revision'])
    .unique()
    .execute()
  // Only what is still to be done, so that what was told long ago costs nothing.
  const indexes: readonly (readonly [name: string, columns: readonly string[], only: string])[] = [
    ['deliveries_open', ['place', 'due_at'], `state in ('planned', 'held', 'leased', 'unknown')`],
    ['deliveries_message', ['message_key'], 'message_key is not null'],
    ['deliveries_sent', ['place', 'sent_at'], 'sent_at is not null'],
    ['deliveries_edits', ['edit_due'], 'edit_due is not null'],
  ]
  for (const [name, columns, only] of indexes)
    await db.schema
      .createIndex(name)
      .on('deliveries')
      .columns([...columns])
      .where(sql.raw<boolean>(only))
      .execute()
}
