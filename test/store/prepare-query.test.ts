import { Kysely, SqliteDialect } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrateToLatest } from '../../src/store/migrate.ts'
import { prepareQuery } from '../../src/store/prepare-query.ts'
import { openSqliteDatabase } from '../../src/store/sqlite-database.ts'
import type { StoreTables } from '../../src/store/tables.ts'

async function openTables(): Promise<Kysely<StoreTables>> {
  const db = new Kysely<StoreTables>({
    dialect: new SqliteDialect({ database: openSqliteDatabase(':memory:') }),
  })
  onTestFinished(() => db.destroy())
  await migrateToLatest(db)
  return db
}

describe('prepareQuery', () => {
  it('is composed once and runs with other values each time, one of them in several places', async () => {
    const db = await openTables()
    let composed = 0
    const save = prepareQuery(db, 2, ([member_id = '', place = '']) => {
      composed++
      return db
        .insertInto('people')
        .values({ member_id, place, saved_at: 'always the same' })
        .onConflict(conflict => conflict.column('member_id').doUpdateSet({ place }))
    })
    const load = prepareQuery(db, 1, ([id = '']) =>
      db.selectFrom('people').select(['place', 'saved_at']).where('member_id', '=', id),
    )
    await save(['ann', 'Lisbon'])
    await save(['ben', 'blank 0'])
    await save(['ann', 'Oslo'])
    expect(composed).toBe(1)
    expect(await load(['ann'])).toEqual([{ place: 'Oslo', saved_at: 'always the same' }])
    expect(await load(['ben'])).toEqual([{ place: 'blank 0', saved_at: 'always the same' }])
    expect(await load(['nobody'])).toEqual([])
  })
})
