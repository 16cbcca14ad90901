import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../../src/errors.ts'
import { openStore } from '../../src/store/open-store.ts'
import { describeLastingStoreContract, describeStoreContract } from '../contracts/store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'rolecall-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function newPath(): string {
  files += 1
  return join(folder, `state-${files}`, 'rolecall.sqlite')
}

describeStoreContract('SQLite in memory', () => openStore('sqlite::memory:'))
describeStoreContract('SQLite file', () => openStore(`sqlite:${newPath()}`))
describeLastingStoreContract('SQLite file', () => `sqlite:${newPath()}`, openStore)

async function makeStore(): Promise<string> {
  const path = newPath()
  await (await openStore(`sqlite:${path}`)).close()
  return path
}

function runSql(path: string, sql: string): void {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

/** The tables that migrations make. */
function listTables(path: string): string[] {
  const database = new DatabaseSync(path)
  const rows = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()
  database.close()
  return rows.map(({ name }) => String(name)).filter(name => !/^(?:kysely|sqlite)_/.test(name))
}

async function codeOfOpening(databaseUrl: string): Promise<ErrorCode | 'opened'> {
  try {
    await (await openStore(databaseUrl)).close()
    return 'opened'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe('openStore', () => {
  it('makes the folder of the file, open to this account only', async () => {
    const path = await makeStore()
    expect(existsSync(path)).toBe(true)
    expect(statSync(join(path, '..')).mode & 0o077).toBe(0)
  })

  it('keeps stores in memory apart', async () => {
    const [first, second] = [await openStore('sqlite::memory:'), await openStore('sqlite::memory:')]
    await first.conversations.save('a', { question: 'q', nextOffset: 0, listedIds: [] }, new Date(0))
    expect(await second.conversations.load('a')).toBeNull()
    await first.close()
    await second.close()
  })

  it('refuses a file that is no database', async () => {
    const path = await makeStore()
    writeFileSync(path, 'This is a letter, and no database at all. '.repeat(100))
    expect(await codeOfOpening(`sqlite:${path}`)).toBe('STORE_UNAVAILABLE')
  })

  it('refuses a database whose pages are damaged', async () => {
    const path = await makeStore()
    const bytes = Buffer.alloc(statSync(path).size, 0xab)
    bytes.write('SQLite format 3\0', 'latin1')
    writeFileSync(path, bytes)
    expect(await codeOfOpening(`sqlite:${path}`)).toBe('STORE_UNAVAILABLE')
  })

  it('refuses a path that is a folder', async () => {
    expect(await codeOfOpening(`sqlite:${folder}`)).toBe('STORE_UNAVAILABLE')
  })

  it('refuses a path below a file', async () => {
    const path = await makeStore()
    expect(await codeOfOpening(`sqlite:${path}/below/state.sqlite`)).toBe('STORE_UNAVAILABLE')
  })

  it('names the path and the reason when it refuses', async () => {
    await expect(openStore(`sqlite:${folder}`)).rejects.toThrow(
      `sqlite:${folder} (unable to open database file)`,
    )
  })

  it('refuses other databases without repeating the password of their address', async () => {
    const opening = openStore('postgres://rolecall:secret@localhost/rolecall')
    await expect(opening).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect(opening).rejects.not.toThrow(/secret/)
  })

  it('refuses a database that a newer version has changed, and leaves it as it is', async () => {
    const path = await makeStore()
    runSql(path, `INSERT INTO kysely_migration VALUES ('999-from-the-future', '2030-01-01T00:00:00.000Z')`)
    expect(await codeOfOpening(`sqlite:${path}`)).toBe('STORE_TOO_NEW')
    runSql(path, `DELETE FROM kysely_migration WHERE name LIKE '999%'`)
    expect(await codeOfOpening(`sqlite:${path}`)).toBe('opened')
  })

  it('leaves nothing half made when a migration fails', async () => {
    const path = newPath()
    await (await openStore(`sqlite:${path}`)).close()
    // As it would be before the first migration, but with a table of ours in the way of its second half.
    const others = listTables(path).filter(name => name !== 'buttons')
    runSql(path, `${others.map(name => `DROP TABLE ${name};`).join(' ')} DELETE FROM kysely_migration`)
    expect(await codeOfOpening(`sqlite:${path}`)).toBe('STORE_UNAVAILABLE')
    runSql(path, 'DROP TABLE buttons')
    expect(await codeOfOpening(`sqlite:${path}`)).toBe('opened')
  })

  it('gives null for what another version stored in a form unknown to this one', async () => {
    const path = await makeStore()
    runSql(
      path,
      `INSERT INTO conversations VALUES ('a', '{"question":1}', '2026-11-22T00:00:00.000Z'), ('b', '{', '2026-11-22T00:00:00.000Z');
       INSERT INTO buttons VALUES ('k', '{"type":"fly"}', '2026-11-22T00:00:00.000Z')`,
    )
    const store = await openStore(`sqlite:${path}`)
    expect(await store.conversations.load('a')).toBeNull()
    expect(await store.conversations.load('b')).toBeNull()
    expect(await store.buttons.load('k', new Date('2026-11-22T00:00:00.000Z'))).toBeNull()
    await store.close()
  })
})

describe('openStore in processes of its own', () => {
  const openStorePath = new URL('../../src/store/open-store.ts', import.meta.url).href
  const script = `
    const { openStore } = await import(${JSON.stringify(openStorePath)})
    const store = await openStore(process.argv[1])
    await store.conversations.save(process.argv[2], { question: 'q', nextOffset: 0, listedIds: [] }, new Date())
    await store.close()`
  const run = (path: string, id: string) =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, `sqlite:${path}`, id])

  it('prints no warning of an experimental feature', async () => {
    expect(await run(newPath(), 'a')).toEqual({ stdout: '', stderr: '' })
  })

  it('lets several processes make and use the same new file at once', async () => {
    const path = newPath()
    const ids = ['a', 'b', 'c', 'd']
    await Promise.all(ids.map(id => run(path, id)))
    const store = await openStore(`sqlite:${path}`)
    for (const id of ids) expect(await store.conversations.load(id)).not.toBeNull()
    await store.close()
  }, 30_000)
})
