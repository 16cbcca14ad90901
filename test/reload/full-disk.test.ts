import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KilledOrder, KilledReport } from './killed-process.ts'
import { makeDocuments } from './make-source.ts'

const PROCESS = fileURLToPath(new URL('killed-process.ts', import.meta.url))
/** A disk of its own that only the process sees; nobody needs rights for that where Linux allows it at all. */
const OWN_DISK = ['--user', '--map-root-user', '--mount', 'sh', '-c']
const MAKE_DISK = 'mount -t tmpfs -o size=4m tmpfs "$0" && exec "$@"'
const canHaveDisk = spawnSync('unshare', [...OWN_DISK, MAKE_DISK, tmpdir(), 'true']).status === 0

const BEFORE = makeDocuments(20)
/** Their texts do not fit beside what fills the disk. */
const AFTER = [...BEFORE, ...makeDocuments(12, { company: 'Fern' })]

let folder: string
let child: ChildProcess | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-full-'))
  mkdirSync(join(folder, 'state'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function write(documents: typeof BEFORE): void {
  rmSync(join(folder, 'postings'), { recursive: true, force: true })
  mkdirSync(join(folder, 'postings'))
  for (const { path, content } of documents) writeFileSync(join(folder, 'postings', path), content)
}

async function start(): Promise<{ readonly child: ChildProcess; readonly report: KilledReport }> {
  const state = join(folder, 'state')
  const command = [process.execPath, PROCESS, join(folder, 'postings'), state]
  child = spawn('unshare', [...OWN_DISK, MAKE_DISK, state, ...command], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return { child, report: await hear(child) }
}

async function hear(process: ChildProcess): Promise<KilledReport> {
  const [report] = (await once(process, 'message')) as [KilledReport]
  return report
}

async function order(process: ChildProcess, what: KilledOrder): Promise<KilledReport> {
  process.send(what)
  return hear(process)
}

const titlesOf = (documents: typeof BEFORE) =>
  documents.map(({ content }) => new TextDecoder().decode(content).slice(2).split('\n')[0]).toSorted()

describe.skipIf(!canHaveDisk)('a disk that runs full', () => {
  it('during a reload is named, keeps no question from being answered, and is forgotten once there is space', async () => {
    write(BEFORE)
    const { child: process, report } = await start()
    expect(report).toEqual({ isRecalled: false, titles: titlesOf(BEFORE), problem: null })
    await order(process, 'fill')
    write(AFTER)
    const full = await order(process, 'reload')
    expect(full.titles).toEqual(titlesOf(AFTER))
    expect(full.problem).toMatch(/full|no space/i)
    expect(await order(process, 'recall'), 'what a restart would answer from').toMatchObject({
      isRecalled: true,
      titles: titlesOf(BEFORE),
    })
    await order(process, 'free')
    expect(await order(process, 'reload')).toMatchObject({ titles: titlesOf(AFTER), problem: null })
    expect(await order(process, 'recall')).toMatchObject({ isRecalled: true, titles: titlesOf(AFTER) })
  }, 60_000)
})
