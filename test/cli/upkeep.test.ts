import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makeDocuments } from '../reload/make-source.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Every process takes its seconds where many run. */
const SLOW_MS = 180_000
let folder = ''
let children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-upkeep-'))
  mkdirSync(join(folder, 'postings'))
  for (const document of makeDocuments(6)) write(document)
})
afterEach(async () => {
  for (const child of children) await stop(child, 'SIGKILL')
  children = []
  rmSync(folder, { recursive: true, force: true })
})

function write({ path, content }: { readonly path: string; readonly content: Uint8Array }): void {
  writeFileSync(join(folder, 'postings', path), content)
}

function makeEnv(): NodeJS.ProcessEnv {
  const { PATH } = process.env
  const state = join(folder, 'state')
  return { PATH, NO_COLOR: '1', HOME: folder, ROLECALL_DATA: join(folder, 'postings'), ROLECALL_STATE: state }
}

interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly status: number
}

function run(...args: string[]): Promise<Ran> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['src/cli.ts', ...args],
      { cwd: ROOT, env: makeEnv() },
      (error, stdout, stderr) => {
        resolve({ stdout, stderr, status: typeof error?.code === 'number' ? error.code : 0 })
      },
    )
  })
}

/** Starts a bot without platforms; resolves once it listens. */
async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: { ...makeEnv(), PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', chunk => {
      said += chunk
      if (said.includes('listening for HTTP')) resolve()
    })
    child.once('exit', () => reject(new Error(said)))
  })
  return child
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

describe('rolecall reload', () => {
  it(
    'says what a start would load where no bot runs, and replaces nothing',
    async () => {
      const { stdout, status } = await run('reload')
      expect(status).toBe(0)
      expect(stdout).toContain('No Rolecall runs on this state')
      expect(stdout).toContain('There would be 6 postings')
      const store = await openStore(`sqlite:${join(folder, 'state', 'rolecall.sqlite')}`)
      expect(await store.versions.list(1)).toEqual([])
      await store.close()
    },
    SLOW_MS,
  )

  it(
    'has the running bot reload, shows its progress and what is different, and takes it back',
    async () => {
      await start()
      for (const document of makeDocuments(300, { company: 'Acme' })) write(document)
      const dry = await run('reload', '--dry-run')
      expect(dry.stdout).toContain('Dry run, nothing was changed. There would be 306 postings.')
      expect(dry.stderr).toMatch(/Reading/)
      const { stdout, status } = await run('reload')
      expect(status).toBe(0)
      expect(stdout).toContain('Reloaded: 306 postings')
      expect(stdout).toContain('+ Engineer')
      expect((await run('status')).stdout).toContain('306 postings from 1 source')
      const undone = await run('reload', '--undo')
      expect(undone.stdout).toContain('Undone')
      expect(undone.status).toBe(0)
    },
    SLOW_MS,
  )

  it(
    'explains itself',
    async () => {
      const { stdout, status } = await run('reload', '--help')
      expect(status).toBe(0)
      for (const option of ['--dry-run', '--confirm', '--discard', '--undo']) expect(stdout).toContain(option)
    },
    SLOW_MS,
  )
})

describe('rolecall status', () => {
  it(
    'says what answered last where no bot runs any more',
    async () => {
      await stop(await start(), 'SIGTERM')
      const { stdout } = await run('status')
      expect(stdout).toContain('No Rolecall runs on this state')
      expect(stdout).toContain('6 postings from 1 source')
    },
    SLOW_MS,
  )
})

describe('a bot that is killed in the middle of a reload', () => {
  it.each([0, 150])(
    'leaves a whole state, and comes to the sources as they are after the next start (%i ms)',
    async delayMs => {
      const bot = await start()
      for (const document of makeDocuments(300, { company: 'Acme' })) write(document)
      const store = await openStore(`sqlite:${join(folder, 'state', 'rolecall.sqlite')}`)
      await store.hostCalls.add('call', { id: 'admin reload', values: {} }, new Date())
      await untilReloading(store)
      await new Promise(resolve => setTimeout(resolve, delayMs))
      await stop(bot, 'SIGKILL')
      const sizes = (await store.versions.list(9)).map(({ size }) => size)
      expect([[6], [306, 6]]).toContainEqual(sizes)
      await start()
      await untilSize(store, 306)
      await store.close()
    },
    SLOW_MS,
  )
})

/** Waits until the bot has taken the command. */
async function untilReloading(store: Store): Promise<void> {
  const isTaken = async () => (await store.audit.list(1))[0]?.action === 'reload'
  while (!(await isTaken())) await new Promise(resolve => setTimeout(resolve, 20))
}

/** Waits until a catalog of so many postings answers. */
async function untilSize(store: Store, size: number): Promise<void> {
  const isThere = async () => (await store.versions.list(1))[0]?.size === size
  while (!(await isThere())) await new Promise(resolve => setTimeout(resolve, 20))
}
