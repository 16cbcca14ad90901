import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { version as discordVersion } from 'discord.js'
import { createDiscordPlatform } from '../../adapters/discord/connect.ts'
import { createBot } from '../../src/bot.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { createLog } from '../../src/log.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import type { LoadAnswer, LoadOrder, LoadServer } from './discord-load-server.ts'
import {
  checkLoadAnswers,
  describeMachine,
  LOAD_NOW,
  listLoadQuestions,
  makeLoadCatalog,
  warmUpBot,
} from './load-catalog.ts'
import { print, printPercentiles } from './print.ts'

const SERVER = fileURLToPath(new URL('discord-load-server.ts', import.meta.url))
/** Discord's own limit for all bots is 50; here the bot is to show what it can do. */
const REQUESTS_PER_SECOND = 10_000
/** An acknowledgement may take no longer, a third of what Discord allows. */
const MOST_MS = 1000

/** Starts the loopback Discord in a process of its own, so that it does not take the bot's time. */
async function startServer(): Promise<{ readonly child: ChildProcess; readonly server: LoadServer }> {
  const child = fork(SERVER, { stdio: 'inherit' })
  const [server] = (await once(child, 'message')) as [LoadServer]
  return { child, server }
}

async function startBot(catalog: Catalog, { url, token }: LoadServer): Promise<() => Promise<void>> {
  const store = await openStore('sqlite::memory:')
  const platform = createDiscordPlatform({
    token,
    apiUrl: url,
    readsContent: false,
    log: createLog('warn'),
    requestsPerSecond: REQUESTS_PER_SECOND,
  })
  await warmUpBot(catalog)
  await platform.start(createBot(makeBotDeps(store, () => catalog, { now: () => LOAD_NOW })))
  return async () => {
    await platform.stop()
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
  const [answers] = (await once(child, 'message')) as [readonly LoadAnswer[]]
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
  print(`machine   ${describeMachine()}, discord.js ${discordVersion}`)
  const catalog = await makeLoadCatalog(count)
  print(`catalog   ${catalog.size.toLocaleString('en-US')} generated postings, seed 1`)
  // Worked out beforehand: meanwhile the bot could not even keep its connection alive.
  const expected = listLoadQuestions(catalog)
  const mix = [...expected.keys()]
  print(`questions ${mix.length} of the mix find something`)
  const { child, server } = await startServer()
  const stop = await startBot(catalog, server)
  let slowestMs = 0
  for (let round = 1; round <= Number(values.rounds); round++) {
    const before = process.cpuUsage()
    const answers = await ask(child, mix, commands)
    const spent = process.cpuUsage(before)
    checkLoadAnswers(expected, answers, commands)
    print(
      `\nround ${round}: ${commands} slash commands at once, none lost, every answer as the catalog has it`,
    )
    const used = (spent.user + spent.system) / 1e6
    print(
      `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores; the bot took ${used.toFixed(1)} s of them`,
    )
    printPercentiles(
      'acknowledged ',
      answers.map(({ acknowledgedMs }) => acknowledgedMs),
    )
    printPercentiles(
      'answered     ',
      answers.map(({ answeredMs }) => answeredMs),
    )
    slowestMs = Math.max(slowestMs, ...answers.map(({ acknowledgedMs }) => acknowledgedMs))
  }
  await stop()
  child.disconnect()
  await once(child, 'exit')
  const isFast = slowestMs < MOST_MS
  print(
    `\nslowest acknowledgement ${Math.round(slowestMs)} ms, ${isFast ? 'within' : 'beyond'} ${MOST_MS} ms`,
  )
  if (!isFast) process.exitCode = 1
}

await main()
