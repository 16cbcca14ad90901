import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { describeAlertStoreContract } from '../contracts/alert-store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'rolecall-alert-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0

describeAlertStoreContract('SQLite in memory', () => openStore('sqlite::memory:'))
describeAlertStoreContract('SQLite file', () => {
  files += 1
  return openStore(`sqlite:${join(folder, `state-${files}.sqlite`)}`)
})
