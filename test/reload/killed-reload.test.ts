import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRandom } from '../bench/random.ts'
import type { KilledReport } from './killed-process.ts'
import { makeDocuments } from './make-source.ts'

const PROCESS = fileURLToPath(new URL('killed-process.ts', import.meta.url))
/** `ROLECALL_KILLS=50` for the whole number. */
const KILLS = Number(process.env.ROLECALL_KILLS ?? 8)
const SLOW_MS = 60_000 + KILLS * 60_000

/** Two states of one folder: most postings stay, some come and go. */
const COMMON = makeDocuments(40)
const SIDES = ['Acme', 'Fern'].map(company => [...COMMON, ...makeDocuments(12, { company })])

let folder: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-killed-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function write(side: number): void {
  rmSync(join(folder, 'postings'), { recursive: true, force: true })
  mkdirSync(join(folder, 'postings'))
  for (const { path, content } of SIDES[side] ?? []) writeFileSync(join(folder, 'postings', path), content)
}

async function start(): Promise<{ readonly child: ChildProcess; readonly report: KilledReport }> {
  const child = fork(PROCESS, [join(folder, 'postings'), join(folder, 'state')], { execArgv: [] })
  children.push(child)
  return { child, report: await hear(child) }
}

async function hear(child: ChildProcess): Promise<KilledReport> {
  const [report] = (await once(child, 'message')) as [KilledReport]
  return report
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

const titlesOf = (side: number) =>
  (SIDES[side] ?? [])
    .map(({ content }) => new TextDecoder().decode(content).slice(2).split('\n')[0])
    .toSorted()

describe('a process that is killed in the middle of a reload', () => {
  it(
    `answers from the catalog before or the one after it, whole, after each of ${KILLS} kills`,
    async () => {
      const random = createRandom('kills')
      write(0)
      const first = await start()
      expect(first.report).toEqual({ isRecalled: false, titles: titlesOf(0), problem: null })
      write(1)
      const beganMs = performance.now()
      first.child.send('reload')
      expect((await hear(first.child)).titles).toEqual(titlesOf(1))
      const durationMs = performance.now() - beganMs
      await kill(first.child)
      let [inForce, wanted] = [1, 0]
      for (let killed = 0; killed < KILLS; killed++) {
        const { child, report } = await start()
        expect(report.isRecalled).toBe(true)
        expect([titlesOf(inForce), titlesOf(wanted)]).toContainEqual(report.titles)
        inForce = report.titles.join() === titlesOf(inForce).join() ? inForce : wanted
        wanted = 1 - inForce
        write(wanted)
        child.send('reload')
        await sleep(random.below(Math.ceil(durationMs)))
        await kill(child)
      }
      const last = await start()
      last.child.send('reload')
      expect((await hear(last.child)).titles).toEqual(titlesOf(wanted))
      await kill(last.child)
    },
    SLOW_MS,
  )
})
