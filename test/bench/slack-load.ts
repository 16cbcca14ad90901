import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
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
import type { LoadAnswer, LoadOrder, LoadServer } from './slack-load-server.ts'

const SERVER = fileURLToPath(new URL('slack-load-server.ts', import.meta.url))
const MODES = ['http', 'socket'] as const
type Mode = (typeof MODES)[number]
/** An acknowledgement may take no longer, a third of what Slack allows. */
const MOST_MS = 1000

function readVersion(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return String(JSON.parse(readFileSync(file, 'utf8')).version)
}

async function startBot(
  mode: Mode,
  catalog: Catalog,
  { url, token, appToken, signingSecret }: LoadServer,
  child: ChildProcess,
): Promise<() => Promise<void>> {
  const store = await openStore('sqlite::memory:')
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
  return async () => {
    await platform.stop()
    await server.close()
    await store.close()
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
    },
  })
  const [commands, count] = [Number(values.commands), Number(values.count)]
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
    const stop = await startBot(mode, catalog, server, child)
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
    }
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
