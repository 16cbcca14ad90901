import type { Kysely } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration'
import { AppError } from '../errors.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { StoreTables } from './tables.ts'

/**
 * Brings the tables to this version's form.
 * @throws {AppError} `STORE_TOO_NEW` when a newer version has changed them already
 */
export async function migrateToLatest(db: Kysely<StoreTables>): Promise<void> {
  const unknown = (await loadAppliedNames(db)).filter(name => !(name in MIGRATIONS))
  if (unknown.length > 0)
    throw new AppError('STORE_TOO_NEW', `this version does not know ${unknown.join(', ')}`)
  const provider = { getMigrations: async () => ({ ...MIGRATIONS }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
}

async function loadAppliedNames(db: Kysely<StoreTables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(table => table.name === DEFAULT_MIGRATION_TABLE)) return []
  const rows = await db
    .withTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select('name')
    .execute()
  return rows.map(row => row.name)
}
