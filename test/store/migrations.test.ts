import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, it, onTestFinished } from 'vitest'
import type { NewDelivery } from '../../src/alert/delivery.ts'
import { planOnly } from '../../src/alert/leave-place.ts'
import { toDeliveryRow } from '../../src/store/delivery-row.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { isOpen } from '../../src/store/open-deliveries.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openSqliteDatabase } from '../../src/store/sqlite-database.ts'
import type { StoreTables } from '../../src/store/tables.ts'

const NOW = new Date('2026-06-01T09:00:00.000Z')

function makeDelivery(channelId: string): NewDelivery {
  return {
    target: { type: 'channel', platform: 'discord', serverId: 's', channelId },
    place: `discord:channel:s:${channelId}`,
    postingId: 'p',
    revision: '1',
    kind: 'posting',
    body: { reasons: ['s1'], title: 'Job', company: null, url: null },
    state: 'planned',
    rule: null,
    dueAt: NOW,
  }
}

/** A state as the version before a migration left it. */
async function makeStateBefore(path: string, name: string): Promise<void> {
  const database = openSqliteDatabase(path)
  const db = new Kysely<StoreTables>({ dialect: new SqliteDialect({ database }) })
  const earlier = Object.fromEntries(Object.entries(MIGRATIONS).filter(([each]) => each < name))
  const migrator = new Migrator({ db, provider: { getMigrations: async () => earlier } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  const sent = { message_key: 'k', message_id: 'm', sent_at: NOW.toISOString(), state: 'sent' }
  await db
    .insertInto('deliveries')
    .values({ ...toDeliveryRow(makeDelivery('c1'), NOW.toISOString()), ...sent, attempts: 2 })
    .execute()
  await db
    .insertInto('deliveries')
    .values(toDeliveryRow(makeDelivery('c2'), NOW.toISOString()))
    .execute()
  await db.destroy()
}

it('keeps the ledger when its indexes are made anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'state.sqlite')
  await makeStateBefore(path, '009-ledger-by-posting')
  const store = await openStore(`sqlite:${path}`)
  onTestFinished(() => store.close())
  expect(await store.deliveries.listByPostings(['p'])).toMatchObject([
    {
      ...makeDelivery('c1'),
      id: 1,
      state: 'sent',
      messageKey: 'k',
      messageId: 'm',
      sentAt: NOW,
      attempts: 2,
    },
    { ...makeDelivery('c2'), id: 2, attempts: 0, unknowns: 0, sentAt: null },
  ])
  const again = ['c1', 'c2', 'c3'].map(makeDelivery)
  expect(await store.deliveries.plan(planOnly(again, NOW))).toBe(1)
})

it('answers what is still to be sent by the index of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'state.sqlite')
  await (await openStore(`sqlite:${path}`)).close()
  const database = openSqliteDatabase(path)
  const db = new Kysely<StoreTables>({ dialect: new SqliteDialect({ database }) })
  onTestFinished(() => db.destroy())
  const query = sql`explain query plan select * from deliveries where place = 'p' and ${isOpen} and due_at <= '2026'`
  const { rows } = await query.execute(db)
  expect(rows).toMatchObject([
    { detail: 'SEARCH deliveries USING INDEX deliveries_open (place=? AND due_at<?)' },
  ])
})
