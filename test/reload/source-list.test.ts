import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { createSourceList, type SourceList, type SourceListDeps } from '../../src/reload/source-list.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makeSource } from './make-source.ts'

const NOW = new Date('2026-06-01T09:00:00Z')
let store: Store
beforeEach(async () => {
  store = await openStore('sqlite::memory:')
})
afterEach(() => store.close())

function open(address: string) {
  if (address.startsWith('ftp:')) throw new AppError('SOURCE_UNSUPPORTED', address)
  // Two spellings of one folder are one source.
  return makeSource(address.replace(/\/$/, ''))
}

function makeList(deps: Partial<SourceListDeps> = {}): SourceList {
  return createSourceList({ given: ['./a', './b'], sample: null, kept: store.keptSources, open, ...deps })
}

async function listAddresses(list: SourceList): Promise<string[]> {
  return (await list.list()).map(
    ({ address, origin, isPaused }) => `${address} ${origin}${isPaused ? ' paused' : ''}`,
  )
}

describe('createSourceList', () => {
  it('lists the settings first, then what was added', async () => {
    const list = makeList()
    await list.add('https://c.example.com', 'ann', NOW)
    expect(await listAddresses(list)).toEqual(['./a settings', './b settings', 'https://c.example.com added'])
  })

  it('lists a source once that is named twice, as one of the settings', async () => {
    const list = makeList()
    await list.add('./b/', 'ann', NOW)
    expect(await listAddresses(list)).toEqual(['./a settings', './b settings'])
  })

  it('shows the samples only while nothing else is named', async () => {
    const list = makeList({ given: [], sample: makeSource('samples') })
    expect(await listAddresses(list)).toEqual(['samples sample'])
    await list.add('https://c.example.com', 'ann', NOW)
    expect(await listAddresses(list)).toEqual(['https://c.example.com added'])
  })

  it('pauses and resumes by address or name, and remembers it', async () => {
    expect(await makeList().pause('./a', true, 'ann', NOW)).toBe(true)
    expect(await listAddresses(makeList())).toEqual(['./a settings paused', './b settings'])
    expect(await makeList().pause('test:./a', false, 'ann', NOW)).toBe(true)
    expect(await listAddresses(makeList())).toEqual(['./a settings', './b settings'])
    expect(await makeList().pause('./z', true, 'ann', NOW)).toBe(false)
  })

  it('removes only what was added, also while it is paused', async () => {
    const list = makeList()
    await list.add('https://c.example.com', 'ann', NOW)
    await list.pause('https://c.example.com', true, 'ann', NOW)
    expect(await list.remove('./a')).toBe(false)
    expect(await list.remove('https://c.example.com')).toBe(true)
    expect(await listAddresses(list)).toEqual(['./a settings', './b settings'])
  })

  it('keeps an address in the list that cannot be opened any more; it fails when it is read', async () => {
    const list = makeList({ given: ['ftp://old.example.com'] })
    const [listed] = await list.list()
    const reading = async () => {
      for await (const document of listed?.source.collect() ?? []) return document
    }
    await expect(reading()).rejects.toMatchObject({ code: 'SOURCE_UNSUPPORTED' })
  })
})
