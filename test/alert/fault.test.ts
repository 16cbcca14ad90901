import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import { createPlanner } from '../../src/alert/plan-change.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createRandom } from '../bench/random.ts'
import { type FaultPlace, type FaultyPlatforms, openFaultyPlatforms } from './fault/open-platforms.ts'
import { BASE } from './fault/postings.ts'

/** ROLECALL_FAULT_TEST=full kills a hundred times, which takes minutes. */
const isFull = process.env.ROLECALL_FAULT_TEST === 'full'
const [PLACES, POSTINGS, KILLS] = isFull ? [50, 40, 100] : [12, 10, 4]
const TOTAL = PLACES * POSTINGS
const PATIENCE_MS = 3000
const LIMIT_MS = isFull ? 600_000 : 60_000
const SENDER = fileURLToPath(new URL('./fault/send-alerts.ts', import.meta.url))

/** A state in which every place waits for everything that is new. */
async function prepareState(path: string, places: readonly FaultPlace[]): Promise<void> {
  const store = await openStore(`sqlite:${path}`)
  const at = new Date(Date.now() - 60_000)
  const after = createCatalog(BASE)
  const change = { cause: 'start', at, before: null, after, added: [], changed: [], gone: [] } as const
  await createPlanner(store, 'USD').plan(change)
  for (const [number, { platform, channelId }] of places.entries())
    await store.subscriptions.add({
      id: `sub${number}`,
      question: 'go',
      target: { type: 'channel', platform, serverId: 's', channelId },
      ownerId: `${platform}:ann`,
      ...makeDefaultOptions('channel', 'UTC'),
      capADay: 1000,
      paused: null,
      createdAt: at,
      since: at,
      heardAt: at,
    })
  await store.close()
}

/** A sender that is started and waits for the word to begin. */
function startSender(path: string, folder: string, { access }: FaultyPlatforms): ChildProcess {
  const child = spawn(process.execPath, [SENDER, path, String(POSTINGS), ...access], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A hundred starts are faster where the code need not be read anew.
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(folder, 'code') },
  })
  // One that dies before it begins need not hear the word.
  child.stdin?.on('error', () => {})
  return child
}

function untilExit(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => void child.once('exit', code => resolve(code)))
}

function untilSending(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', () => resolve())
  })
}

/** Lets so many more requests arrive, or a few seconds go by. */
async function untilAsked({ asked }: FaultyPlatforms, more: number): Promise<void> {
  const [goal, deadline] = [asked() + more, performance.now() + PATIENCE_MS]
  while (asked() < goal && performance.now() < deadline) await sleep(1)
}

/** Kills one sender after the other at random moments, and lets the last one come to its end. */
async function sendWithKills(
  path: string,
  folder: string,
  platforms: FaultyPlatforms,
  random: () => number,
): Promise<number | null> {
  let next = startSender(path, folder, platforms)
  for (let kills = 0; kills < KILLS; kills++) {
    const child = next
    const exited = untilExit(child)
    child.stdin?.write('begin\n')
    next = startSender(path, folder, platforms)
    // Some die before they have begun.
    if (random() > 0.1) await untilSending(child)
    await untilAsked(platforms, random() * 1.6 * (TOTAL / (KILLS + 1)))
    await sleep(random() * 15)
    child.kill('SIGKILL')
    await exited
    if (random() < 0.3) platforms.forgetNonces()
  }
  const exited = untilExit(next)
  next.stdin?.write('begin\n')
  return exited
}

/** How often each delivery stands in its place. */
async function countArrived(path: string, { places, messagesOf }: FaultyPlatforms) {
  const store = await openStore(`sqlite:${path}`)
  const ids = Array.from({ length: POSTINGS }, (_, index) => `job-${index + 1}`)
  const deliveries = await store.deliveries.listByPostings(ids)
  const states = await store.deliveries.countStates()
  await store.close()
  const messages = new Map(places.map(place => [place.channelId, messagesOf(place)]))
  const found = deliveries.map(({ target, body, unknowns }) => {
    const channelId = target.type === 'channel' ? target.channelId : ''
    const title = new RegExp(`${body.title}\\b`)
    const count = (messages.get(channelId) ?? []).filter(message => title.test(message)).length
    return { name: `${channelId} ${body.title}`, isDiscord: target.platform === 'discord', count, unknowns }
  })
  return { states, found, total: [...messages.values()].flat().length }
}

describe('alerts whose process is killed again and again', () => {
  it(
    'arrive exactly once on Discord; on Slack none is missing and every repeat is marked',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'rolecall-fault-'))
      const path = join(folder, 'state.sqlite')
      const choices = createRandom('kills')
      const random = () => choices.below(1_000_000) / 1_000_000
      const platforms = await openFaultyPlatforms({ places: PLACES, share: 0.25, random })
      await prepareState(path, platforms.places)
      expect(await sendWithKills(path, folder, platforms, random)).toBe(0)
      const { states, found, total } = await countArrived(path, platforms)
      await platforms.close()
      rmSync(folder, { recursive: true })

      const repeated = found.filter(({ count }) => count > 1)
      const repeats = repeated.reduce((sum, { count }) => sum + count - 1, 0)
      const marked = found.filter(one => !one.isDiscord && one.unknowns > 0)
      process.stdout.write(
        `${KILLS} kills, ${platforms.faults()} faults, ${found.length} deliveries, ${total} messages: ` +
          `${repeated.filter(one => one.isDiscord).length} repeated on Discord, ` +
          `${repeated.filter(one => !one.isDiscord).length} on Slack, where ${marked.length} are marked\n`,
      )
      expect(states).toEqual({ sent: TOTAL })
      expect(found).toHaveLength(TOTAL)
      expect(found.filter(one => one.isDiscord && one.count !== 1)).toEqual([])
      expect(found.filter(one => one.count === 0)).toEqual([])
      expect(repeated.filter(one => one.count > 1 + one.unknowns)).toEqual([])
      expect(total).toBe(TOTAL + repeats)
    },
    LIMIT_MS,
  )
})
