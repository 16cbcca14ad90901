import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createSlackPlatform } from '../../adapters/slack/connect.ts'
import { EVENTS_PATH } from '../../adapters/slack/receivers.ts'
import { createBot } from '../../src/bot.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { startHttpServer } from '../../src/http.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import {
  checkLoadAnswers,
  describeMachine,
  LOAD_NOW,
  listLoadQuestions,
  makeLoadCatalog,
  warmUpBot,
} from './load-catalog.ts'
import { print, printPercentiles } from './print.ts'
import { type SendingAlerts, sendAlerts } from './send-alerts.ts'
import type { LoadAnswer, LoadOrder, LoadServer } from './slack-load-server.ts'

const SERVER = fileURLToPath(new URL('slack-load-server.ts', import.meta.url))
const MODES = ['http', 'socket'] as const
type Mode = (typeof MODES)[number]
/** An acknowledgement may take no longer, a third of what Slack allows. */
const MOST_MS = 1000
const LOOK_AGAIN_MS = 200
const MOST_SILENCE_MS = 60_000

function readVersion(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return String(JSON.parse(readFileSync(file, 'utf8')).version)
}

/** A bot that answers, and sends alerts meanwhile where there are any to send. */
interface RunningBot {
  readonly sending: SendingAlerts | null
  readonly stop: () => Promise<void>
}

async function startBot(
  mode: Mode,
  catalog: Catalog,
  { url, token, appToken, signingSecret, channels }: LoadServer,
  child: ChildProcess,
  alerts: number,
): Promise<RunningBot> {
  // In a file, where every line of the ledger waits for the disk.
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-load-'))
  const store = await openStore(`sqlite:${join(folder, 'state.sqlite')}`)
  const log = createLog('warn')
  const platform = createSlackPlatform({
    botToken: token,
    appToken: mode === 'socket' ? appToken : null,
    signingSecret: mode === 'http' ? signingSecret : null,
    apiUrl: url,
    ...{ cardStyle: 'card', readsThreads: false, log },
  } as const)
  const { requestListener: answer } = platform
  const routes = answer === null ? [] : [{ method: 'POST', path: EVENTS_PATH, answer } as const]
  const server = await startHttpServer(0, routes, createLog('silent'))
  const address = `http://127.0.0.1:${server.port}${EVENTS_PATH}`
  child.send({ deliverTo: mode === 'http' ? address : null } satisfies LoadOrder)
  await warmUpBot(catalog)
  await platform.start(createBot(makeBotDeps(store, () => catalog, { now: () => LOAD_NOW })))
  const { outbox } = platform
  const sending = alerts > 0 && outbox ? await sendAlerts(store, outbox, catalog, channels, alerts) : null
  return {
    sending,
    stop: async () => {
      await sending?.stop()
      await platform.stop()
      await server.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @throws when one is not sent in a minute after the last one */
async function awaitAlerts({ countSent }: SendingAlerts, alerts: number): Promise<void> {
  let [sent, lookedMs] = [await countSent(), performance.now()]
  while (sent < alerts) {
    await sleep(LOOK_AGAIN_MS)
    const now = await countSent()
    if (now > sent) lookedMs = performance.now()
    if (performance.now() - lookedMs > MOST_SILENCE_MS)
      throw new Error(`${alerts - sent} alerts were not sent`)
    sent = now
  }
}

async function ask(
  child: ChildProcess,
  mix: readonly string[],
  commands: number,
): Promise<readonly LoadAnswer[]> {
  const questions = Array.from({ length: commands }, (_, index) => mix[index % mix.length] ?? '')
  child.send({ questions } satisfies LoadOrder)
  const [answers] = (await once(child, 'message')) as [readonly LoadAnswer[] | string]
  if (typeof answers === 'string') throw new Error(answers)
  return answers
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      commands: { type: 'string', default: '200' },
      count: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '3' },
      alerts: { type: 'string', default: '0' },
    },
  })
  const [commands, count, alerts] = [Number(values.commands), Number(values.count), Number(values.alerts)]
  const versions = ['@slack/bolt', '@slack/web-api', '@slack/socket-mode']
  print(`machine   ${describeMachine()}`)
  print(`versions  ${versions.map(name => `${name} ${readVersion(name)}`).join(', ')}`)
  const catalog = await makeLoadCatalog(count)
  print(`catalog   ${catalog.size.toLocaleString('en-US')} generated postings, seed 1`)
  const expected = listLoadQuestions(catalog)
  print(`questions ${expected.size} of the mix find something`)
  const child = fork(SERVER, { stdio: 'inherit' })
  const [server] = (await once(child, 'message')) as [LoadServer]
  let slowestMs = 0
  for (const mode of MODES) {
    const { sending, stop } = await startBot(mode, catalog, server, child, alerts)
    for (let round = 1; round <= Number(values.rounds); round++) {
      const before = process.cpuUsage()
      const answers = await ask(child, [...expected.keys()], commands)
      const spent = process.cpuUsage(before)
      checkLoadAnswers(expected, answers, commands)
      print(
        `\n${mode}, round ${round}: ${commands} commands at once, none lost, every answer as the catalog has it`,
      )
      print(
        `load ${loadavg()[0]?.toFixed(1)}; the bot took ${((spent.user + spent.system) / 1e6).toFixed(1)} s of it`,
      )
      const acknowledged = answers.map(({ acknowledgedMs }) => acknowledgedMs)
      printPercentiles('acknowledged ', acknowledged)
      printPercentiles(
        'answered     ',
        answers.map(({ answeredMs }) => answeredMs),
      )
      slowestMs = Math.max(slowestMs, ...acknowledged)
      if (sending) print(`${await sending.countSent()} of ${alerts} alerts sent so far`)
    }
    if (sending) await awaitAlerts(sending, alerts)
    await stop()
  }
  child.disconnect()
  await once(child, 'exit')
  const isFast = slowestMs < MOST_MS
  print(
    `\nslowest acknowledgement ${Math.round(slowestMs)} ms, ${isFast ? 'within' : 'beyond'} ${MOST_MS} ms`,
  )
  if (!isFast) process.exitCode = 1
}

await main()
