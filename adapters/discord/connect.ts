import { Client, Events, GatewayIntentBits, Partials, type REST } from 'discord.js'
import { AppError } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import type { ChatPlatform } from '../../src/platform.ts'
import { createSeenEvents } from '../../src/traffic/seen-events.ts'
import { takeTurns } from '../../src/traffic/take-turns.ts'
import { type AnswerDeps, answerInteraction } from './answer-interaction.ts'
import { answerMessage } from './answer-message.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { readFailure } from './read-failure.ts'
import { registerCommands } from './register-commands.ts'

const STOP_WAIT_MS = 5000

export interface DiscordOptions {
  readonly token: string
  /** Where Discord is, without the version; null for Discord itself. */
  readonly apiUrl: string | null
  readonly log: Log
}

/** The bot in Discord: commands, mentions, replies and direct messages. Needs no privileged intent. */
export function createDiscordPlatform({ token, apiUrl, log }: DiscordOptions): ChatPlatform {
  const ended = Promise.withResolvers<void>()
  const running = new Set<Promise<void>>()
  const client = createClient(apiUrl)
  return {
    id: 'discord',
    ended: ended.promise,
    outbox: null,
    async start(bot) {
      logConnection(client, log)
      client.once(Events.Invalidated, () => ended.resolve())
      answerEvents(client, { ...takeTurns(bot.handle), log, loadServer: bot.loadServer }, running)
      await login(client, token)
      const { application, guilds, user } = await untilReady(client)
      log.info({ name: user.username, servers: guilds.cache.size }, 'answering in Discord')
      await tryRegister(client.rest, application.id, log)
    },
    async stop() {
      client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate)
      await Promise.race([Promise.allSettled(running), wait(STOP_WAIT_MS)])
      await client.destroy()
      ended.resolve()
    },
  }
}

/** Mentions and direct messages work without commands, and those of the last start may well be there. */
async function tryRegister(rest: REST, applicationId: string, log: Log): Promise<void> {
  try {
    if (await registerCommands(rest, applicationId)) log.info('the commands were registered')
  } catch (error) {
    log.error({ err: error }, 'the commands could not be registered; the next start tries again')
  }
}

function createClient(apiUrl: string | null): Client {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    // Without it the first direct message of somebody never arrives.
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [], repliedUser: false },
    ...(apiUrl === null ? {} : { rest: { api: apiUrl } }),
  })
}

async function login(client: Client, token: string): Promise<void> {
  try {
    await client.login(token)
  } catch (error) {
    await client.destroy()
    throw new AppError(...describeStartFailure(error), { cause: error })
  }
}

function untilReady(client: Client): Promise<Client<true>> {
  return client.isReady()
    ? Promise.resolve(client)
    : new Promise(resolve => void client.once(Events.ClientReady, resolve))
}

/** Answers every event once, whatever becomes of the others. */
function answerEvents(client: Client, deps: AnswerDeps, running: Set<Promise<void>>): void {
  const isNew = createSeenEvents()
  const answer = (id: string, work: () => Promise<void>) => {
    if (!isNew(id)) return
    const done = work()
      .catch((error: unknown) => logFailure(deps.log, id, error))
      .finally(() => running.delete(done))
    running.add(done)
  }
  client.on(Events.InteractionCreate, interaction =>
    answer(interaction.id, () => answerInteraction(deps, interaction)),
  )
  client.on(Events.MessageCreate, message => answer(message.id, () => answerMessage(deps, message)))
}

/** Nobody waits any more for what is gone, and another process answers what it acknowledged. */
function logFailure(log: Log, id: string, error: unknown): void {
  const kind = readFailure(error)
  const isHarmless = kind === 'gone' || kind === 'answered'
  log[isHarmless ? 'warn' : 'error']({ err: error, event: id, kind }, 'an answer did not reach Discord')
}

/** discord.js connects again by itself; the log says when and why. */
function logConnection(client: Client, log: Log): void {
  client.on(Events.Error, error => log.error({ err: error }, 'Discord reported an error'))
  client.on(Events.Warn, warning => log.warn({ warning }, 'Discord warned'))
  client.on(Events.ShardError, error => log.warn({ err: error }, 'the connection to Discord failed'))
  client.on(Events.ShardReconnecting, shard => log.info({ shard }, 'connecting to Discord again'))
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'connected again'))
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error({ shard, code }, 'Discord closed the door'),
  )
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => void setTimeout(resolve, ms).unref())
}
