import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  REST,
  Routes,
} from 'discord.js'
import type { FindOutcome, Outbox, SendOutcome, Standing, Target } from '../../src/platform.ts'
import type { Reply } from '../../src/reply.ts'
import { computeMark, markComponents } from './mark-message.ts'
import { createPace } from './pace.ts'
import { readFailure } from './read-failure.ts'
import { readSendFailure } from './read-send-failure.ts'
import { renderReply } from './render.ts'

/** Half of what Discord allows a bot: answers to people always have room. */
const REQUESTS_PER_SECOND = 25
/** Discord blocks bots that open many conversations at once; it gives no figure. */
const NEW_CONVERSATIONS = { most: 10, windowMs: 60_000 }
const SEARCHED_MESSAGES = 50
const TIMEOUT_MS = 10_000

export interface OutboxOptions {
  readonly token: string
  /** Where Discord is, without the version; null for Discord itself. */
  readonly apiUrl: string | null
}

/** Posts to Discord over a connection of its own, so that a storm of alerts never holds an answer up. */
export function createOutbox(options: OutboxOptions): Outbox {
  const rest = createRest(options)
  const findChannel = createChannelFinder(rest, options.token)
  const inChannel = async (target: Target, work: (channelId: string) => Promise<SendOutcome>) => {
    const channel = await findChannel(target)
    return typeof channel === 'string' ? work(channel) : channel
  }
  const post = (reply: Reply, key: string, below: string | null) => (channelId: string) =>
    attemptTwice(async () => {
      const message = await postMessage(rest, channelId, makeBody(reply, key, below))
      return message.id
    })
  return {
    send: (target, reply, key) => inChannel(target, post(reply, key, null)),
    sendBelow: (target, messageId, reply, key) => inChannel(target, post(reply, key, messageId)),
    edit: (target, messageId, reply) =>
      inChannel(target, channelId =>
        attemptTwice(async () => {
          await rest.patch(Routes.channelMessage(channelId, messageId), { body: makeBody(reply, null, null) })
          return messageId
        }),
      ),
    find: async (target, key) => {
      const channel = await findChannel(target)
      return typeof channel === 'string' ? findPosted(rest, channel, key) : keepUncertain(channel)
    },
    findStanding: (serverId, memberId) => findStanding(rest, serverId, memberId.replace(/^discord:/, '')),
  }
}

/** What goes wrong is for whoever posts to weigh: nothing is waited for or tried again in secret. */
function createRest({ token, apiUrl }: OutboxOptions): REST {
  return new REST({
    version: '10',
    ...(apiUrl === null ? {} : { api: apiUrl }),
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: REQUESTS_PER_SECOND,
  }).setToken(token)
}

/** Finds the channel of a target: a member's is opened first. @returns the id, or why there is none now */
function createChannelFinder(rest: REST, token: string) {
  const opened = new Map<string, string>()
  const pace = createPace(NEW_CONVERSATIONS.most, NEW_CONVERSATIONS.windowMs)
  return async (target: Target): Promise<string | SendOutcome> => {
    // A refused token is forgotten by the library; it may well be taken again later.
    rest.setToken(token)
    if (target.type === 'channel') return target.channelId
    const userId = target.memberId.replace(/^discord:/, '')
    const known = opened.get(userId)
    if (known !== undefined) return known
    const afterMs = pace.take(Date.now())
    if (afterMs > 0) return { type: 'later', afterMs, reason: 'many conversations are being opened' }
    return openConversation(rest, userId, opened)
  }
}

async function openConversation(
  rest: REST,
  userId: string,
  opened: Map<string, string>,
): Promise<string | SendOutcome> {
  try {
    const body = { recipient_id: userId }
    const { id } = (await rest.post(Routes.userChannels(), { body })) as APIChannel
    opened.set(userId, id)
    return id
  } catch (error) {
    const failure = readSendFailure(error)
    // Without a conversation nothing can have been posted in it.
    return failure.type === 'unknown' ? { ...failure, type: 'later', afterMs: TIMEOUT_MS } : failure
  }
}

function makeBody(reply: Reply, key: string | null, below: string | null) {
  const { flags, components, allowedMentions } = renderReply(reply)
  return {
    flags,
    components: key === null ? components : markComponents(components, key),
    allowed_mentions: { parse: allowedMentions.parse, replied_user: allowedMentions.repliedUser },
    ...(key === null ? {} : { nonce: key, enforce_nonce: true }),
    ...(below === null ? {} : { message_reference: { message_id: below, fail_if_not_exists: false } }),
  }
}

/** Where the bot may not read what was written before, it cannot refer to it either. */
async function postMessage(
  rest: REST,
  channelId: string,
  body: ReturnType<typeof makeBody>,
): Promise<APIMessage> {
  try {
    return (await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage
  } catch (error) {
    if (readFailure(error) !== 'unreferable') throw error
    const { message_reference: _, ...plain } = body
    return (await rest.post(Routes.channelMessages(channelId), { body: plain })) as APIMessage
  }
}

/** Where nobody can tell, the same again is safe: by its nonce Discord gives the first message back. */
async function attemptTwice(work: () => Promise<string>): Promise<SendOutcome> {
  const first = await attempt(work)
  if (first.type !== 'unknown') return first
  const second = await attempt(work)
  return second.type === 'sent' ? second : first
}

async function attempt(work: () => Promise<string>): Promise<SendOutcome> {
  try {
    return { type: 'sent', messageId: await work() }
  } catch (error) {
    return readSendFailure(error)
  }
}

async function findPosted(rest: REST, channelId: string, key: string): Promise<FindOutcome | null> {
  const query = new URLSearchParams({ limit: String(SEARCHED_MESSAGES) })
  const mark = computeMark(key)
  try {
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as readonly APIMessage[]
    const found = messages.find(
      ({ author, components }) => author.bot === true && components?.[0]?.id === mark,
    )
    return found ? { type: 'sent', messageId: found.id } : null
  } catch (error) {
    return keepUncertain(readSendFailure(error))
  }
}

/** A place that may not be looked into tells nothing later either: sending says what is wrong with it. */
function keepUncertain(outcome: SendOutcome): FindOutcome | null {
  return outcome.type === 'gone' || outcome.type === 'refused' ? null : outcome
}

/** Discord takes what is no id for a body in a wrong form. */
const ABSENT: ReadonlySet<number> = new Set([
  Code.UnknownMember,
  Code.UnknownUser,
  Code.InvalidFormBodyOrContentType,
])

async function findStanding(rest: REST, guildId: string, userId: string): Promise<Standing> {
  // It stands in an address.
  if (!/^\d{1,20}$/.test(userId)) return 'absent'
  try {
    const { user } = (await rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember
    return user.bot ? 'bot' : 'member'
  } catch (error) {
    return error instanceof DiscordAPIError && ABSENT.has(Number(error.code)) ? 'absent' : 'unknown'
  }
}
