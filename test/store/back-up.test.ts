import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { backUpStore, restoreStore } from '../../src/store/back-up.ts'
import { openStore } from '../../src/store/open-store.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const folder = mkdtempSync(join(tmpdir(), 'rolecall-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function newPath(): string {
  files += 1
  return join(folder, `state-${files}.sqlite`)
}

function talk(question: string) {
  return { question, nextOffset: 0, listedIds: [] }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null).catch((reason: unknown) => reason)
  return error instanceof AppError ? error.code : String(error)
}

describe('backUpStore and restoreStore', () => {
  it('bring back what was there, while the state is open and being written', async () => {
    const [path, file] = [newPath(), newPath()]
    const url = `sqlite:${path}`
    const running = await openStore(url)
    await running.conversations.save('a', talk('before'), NOW)
    const writing = Promise.all(
      Array.from({ length: 50 }, (_, number) => running.conversations.save(`c${number}`, talk('go'), NOW)),
    )
    await backUpStore(url, file)
    await writing
    await running.conversations.save('a', talk('after'), NOW)
    expect(await restoreStore(url, file)).toBe(`${path}.before-restore`)
    expect((await running.conversations.load('a'))?.question).toBe('before')
    await running.conversations.save('b', talk('goes on'), NOW)
    await running.close()
    const reopened = await openStore(url)
    expect((await reopened.conversations.load('b'))?.question).toBe('goes on')
    await reopened.close()
    const kept = await openStore(`sqlite:${path}.before-restore`)
    expect((await kept.conversations.load('a'))?.question).toBe('after')
    await kept.close()
  })

  it('make a state where there is none', async () => {
    const [path, file, other] = [newPath(), newPath(), newPath()]
    const store = await openStore(`sqlite:${path}`)
    await store.conversations.save('a', talk('go'), NOW)
    await store.close()
    await backUpStore(`sqlite:${path}`, file)
    expect(await restoreStore(`sqlite:${other}`, file)).toBeNull()
    const restored = await openStore(`sqlite:${other}`)
    expect((await restored.conversations.load('a'))?.question).toBe('go')
    await restored.close()
  })

  it('take the place of an older backup only once the new one is whole', async () => {
    const path = newPath()
    await (await openStore(`sqlite:${path}`)).close()
    const file = newPath()
    writeFileSync(file, 'an older backup')
    expect(await codeOf(backUpStore(`sqlite:${newPath()}`, file))).toBe('STORE_UNAVAILABLE')
    expect(statSync(file).size).toBe('an older backup'.length)
    await backUpStore(`sqlite:${path}`, file)
    expect(statSync(file).size).toBeGreaterThan(1000)
    expect(existsSync(`${file}.part`)).toBe(false)
    expect(await codeOf(backUpStore(`sqlite:${path}`, join(folder, 'no', 'such', 'folder')))).toBe(
      'BACKUP_UNUSABLE',
    )
  })

  it('refuse what is no backup, or that of a newer version, and touch nothing', async () => {
    const [path, text, alien, newer] = [newPath(), newPath(), newPath(), newPath()]
    await (await openStore(`sqlite:${path}`)).close()
    writeFileSync(text, 'no database at all, whatever its name says')
    new DatabaseSync(alien).exec('create table a (b)')
    await backUpStore(`sqlite:${path}`, newer)
    const changed = new DatabaseSync(newer)
    changed.exec(`insert into kysely_migration values ('999-future', '2030')`)
    changed.close()
    const codes = [text, alien, newPath(), newer].map(file => codeOf(restoreStore(`sqlite:${path}`, file)))
    expect(await Promise.all(codes)).toEqual([
      'BACKUP_UNUSABLE',
      'BACKUP_UNUSABLE',
      'BACKUP_UNUSABLE',
      'STORE_TOO_NEW',
    ])
    expect(existsSync(`${path}.before-restore`)).toBe(false)
  })
})
