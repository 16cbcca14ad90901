import { setTimeout } from 'node:timers/promises'
import { Client, Events, GatewayIntentBits, Partials, type REST } from 'discord.js'
import { AppError } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import type { BotSide, ChatPlatform } from '../../src/platform.ts'
import { createSeenEvents } from '../../src/traffic/seen-events.ts'
import { takeTurns } from '../../src/traffic/take-turns.ts'
import { answerInteraction } from './answer-interaction.ts'
import { answerMessage, type MessageDeps } from './answer-message.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { createOutbox } from './outbox.ts'
import { createPace, type Pace } from './pace.ts'
import { readFailure } from './read-failure.ts'
import { registerCommands } from './register-commands.ts'
import { shareLoading } from './share-loading.ts'

const STOP_WAIT_MS = 5000
const HOUR_MS = 3_600_000

export interface DiscordOptions {
  readonly token: string
  /** Where Discord is, without the version; null for Discord itself. */
  readonly apiUrl: string | null
  /** Whether to read messages that are not for the bot, which takes the privileged intent Message Content. */
  readonly readsContent: boolean
  readonly log: Log
  /** Requests that Discord allows this bot; absent for as many as any. */
  readonly requestsPerSecond?: number
}

/** The bot in Discord: commands, mentions, replies and direct messages. Needs no privileged intent by itself. */
export function createDiscordPlatform(options: DiscordOptions): ChatPlatform {
  const { token, log, readsContent } = options
  const ended = Promise.withResolvers<void>()
  const running = new Set<Promise<void>>()
  const client = createClient(options)
  return {
    id: 'discord',
    ended: ended.promise,
    outbox: createOutbox(options),
    isConnected: () => client.isReady(),
    async start(bot) {
      logConnection(client, log)
      client.once(Events.Invalidated, () => ended.resolve())
      const loadServer = shareLoading((serverId: string) => bot.loadServer('discord', serverId))
      const deps = { ...takeTurns(bot.handle), log, loadServer, readsContent, mayPoint: createMayPoint() }
      answerEvents(client, deps, running)
      forgetLeftServers(client, bot, log)
      await login(client, token)
      const { application, guilds, user } = await untilReady(client)
      log.info({ name: user.username, servers: guilds.cache.size }, 'answering in Discord')
      await tryRegister(client.rest, application.id, log)
    },
    async stop() {
      client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate)
      await Promise.race([Promise.allSettled(running), setTimeout(STOP_WAIT_MS, null, { ref: false })])
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

function createClient({ apiUrl, readsContent, requestsPerSecond }: DiscordOptions): Client {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(readsContent ? [MessageContent] : [])],
    // Without it the first direct message of somebody never arrives.
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [], repliedUser: false },
    rest: {
      ...(apiUrl === null ? {} : { api: apiUrl }),
      ...(requestsPerSecond === undefined ? {} : { globalRequestsPerSecond: requestsPerSecond }),
    },
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
function answerEvents(client: Client, deps: MessageDeps, running: Set<Promise<void>>): void {
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

/** Removed from a server, the bot forgets it; a server that is only out of reach comes back. */
function forgetLeftServers(client: Client, { forgetServer }: BotSide, log: Log): void {
  client.on(Events.GuildDelete, ({ id }) => {
    log.info({ server: id }, 'removed from a server')
    // Members may share other servers with the bot; where they do not, their alerts rest.
    forgetServer('discord', id, true).catch((error: unknown) =>
      log.error({ err: error, server: id }, 'a server could not be forgotten'),
    )
  })
}

/** Each channel is told at most once an hour where the bot speaks. */
function createMayPoint(): MessageDeps['mayPoint'] {
  const paces = new Map<string, Pace>()
  return channelId => {
    const pace = paces.get(channelId) ?? createPace(1, HOUR_MS)
    paces.set(channelId, pace)
    return pace.take(Date.now()) === 0
  }
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
