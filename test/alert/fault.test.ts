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
import { type FlakyPlatform, startFlakyPlatform } from './fault/flaky-platform.ts'
import { BASE } from './fault/postings.ts'

/** ROLECALL_FAULT_TEST=full kills a hundred times, which takes minutes. */
const isFull = process.env.ROLECALL_FAULT_TEST === 'full'
const [PLACES, POSTINGS, KILLS] = isFull ? [50, 40, 100] : [12, 10, 4]
const TOTAL = PLACES * POSTINGS
const PATIENCE_MS = 3000
const LIMIT_MS = isFull ? 600_000 : 60_000
const SENDER = fileURLToPath(new URL('./fault/send-alerts.ts', import.meta.url))

/** A state in which every place waits for everything that is new. */
async function prepareState(path: string): Promise<void> {
  const store = await openStore(`sqlite:${path}`)
  const at = new Date(Date.now() - 60_000)
  const after = createCatalog(BASE)
  const change = { cause: 'start', at, before: null, after, added: [], changed: [], gone: [] } as const
  await createPlanner(store, 'USD')(change)
  for (let number = 0; number < PLACES; number++) {
    const platform = number % 2 === 0 ? 'discord' : 'slack'
    await store.subscriptions.add({
      id: `sub${number}`,
      question: 'go',
      target: { type: 'channel', platform, serverId: 's', channelId: `c${number}` },
      ownerId: `${platform}:ann`,
      ...makeDefaultOptions('channel', 'UTC'),
      capADay: 1000,
      paused: null,
      createdAt: at,
      since: at,
      heardAt: at,
    })
  }
  await store.close()
}

function startSender(path: string, url: string): ChildProcess {
  return spawn(process.execPath, [SENDER, path, url, String(POSTINGS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  })
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

/** Lets so many more messages arrive, or a few seconds go by. */
async function untilPosted({ posted }: FlakyPlatform, more: number): Promise<void> {
  const [goal, deadline] = [posted() + more, performance.now() + PATIENCE_MS]
  while (posted() < goal && performance.now() < deadline) await sleep(1)
}

describe('alerts whose process is killed again and again', () => {
  it(
    'arrive exactly once on Discord; on Slack none is missing and every repeat is marked',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'rolecall-fault-'))
      const path = join(folder, 'state.sqlite')
      const choices = createRandom('kills')
      const random = () => choices.below(1_000_000) / 1_000_000
      const platform = await startFlakyPlatform({ nonceMs: 1000, faultShare: 0.25, random })
      await prepareState(path)
      let kills = 0
      for (; kills < KILLS; kills++) {
        const child = startSender(path, platform.url)
        const exited = untilExit(child)
        // Some die before they have begun.
        if (random() > 0.1) await untilSending(child)
        await untilPosted(platform, random() * 1.6 * (TOTAL / (KILLS + 1)))
        await sleep(random() * 15)
        child.kill('SIGKILL')
        await exited
      }
      const atKills = platform.posted()
      expect(await untilExit(startSender(path, platform.url))).toBe(0)

      const store = await openStore(`sqlite:${path}`)
      const ids = Array.from({ length: POSTINGS }, (_, index) => `job-${index + 1}`)
      const deliveries = await store.deliveries.listByPostings(ids)
      const states = await store.deliveries.countStates()
      await store.close()
      await platform.close()
      rmSync(folder, { recursive: true })

      const countOf = (place: string, title: string) => platform.counts.get(`${place} ${title}`) ?? 0
      const found = deliveries.map(({ place, body, unknowns }) => ({
        name: `${place} ${body.title}`,
        isDiscord: place.startsWith('discord'),
        count: countOf(place, body.title),
        unknowns,
      }))
      const repeated = found.filter(({ count }) => count > 1)
      process.stdout.write(
        `${kills} kills (${atKills} messages by then), ${platform.faults()} faults, ${found.length} deliveries: ` +
          `${repeated.length} repeated on Slack, ${found.filter(one => !one.isDiscord && one.unknowns > 0).length} marked\n`,
      )
      expect(states).toEqual({ sent: TOTAL })
      expect(found).toHaveLength(TOTAL)
      expect(found.filter(one => one.isDiscord && one.count !== 1)).toEqual([])
      expect(found.filter(one => one.count === 0)).toEqual([])
      expect(repeated.filter(one => one.count > 1 + one.unknowns)).toEqual([])
    },
    LIMIT_MS,
  )
})
