import { startFakeDiscord } from '../../fakes/discord/start-fake-discord.ts'
import { startFakeSlack } from '../../fakes/slack/start-fake-slack.ts'

const TROUBLE_EVERY_MS = 5
/** Longer than Discord remembers a nonce. */
const FORGOTTEN_MS = 6 * 60_000

/** A channel of one of the platforms. */
export interface FaultPlace {
  readonly platform: 'discord' | 'slack'
  readonly channelId: string
}

/** Both loopback platforms, with everything that goes wrong between them and whoever posts. */
export interface FaultyPlatforms {
  readonly places: readonly FaultPlace[]
  /** What a sender needs to post there: address and token of Discord, of Slack. */
  readonly access: readonly string[]
  /** How many requests arrived. */
  readonly asked: () => number
  /** How many requests went wrong. */
  readonly faults: () => number
  /** The messages of a channel, as text. */
  readonly messagesOf: (place: FaultPlace) => readonly string[]
  /** Lets Discord forget every nonce. */
  readonly forgetNonces: () => void
  close(): Promise<void>
}

interface FaultOptions {
  readonly places: number
  /** From 0 to 1: the share of requests that go wrong. */
  readonly share: number
  /** From 0 to 1. */
  readonly random: () => number
}

/** Starts both, with channels in turn, and keeps making trouble until they are closed. */
export async function openFaultyPlatforms({
  places: count,
  share,
  random,
}: FaultOptions): Promise<FaultyPlatforms> {
  const discord = await startFakeDiscord({ checksSchema: false })
  const slack = await startFakeSlack()
  const guild = discord.addGuild('Crew')
  const places = Array.from({ length: count }, (_, number): FaultPlace => {
    const name = `alerts-${number}`
    return number % 2 === 0
      ? { platform: 'discord', channelId: discord.addChannel(guild, name).id }
      : { platform: 'slack', channelId: slack.addChannel(name, { members: [slack.bot] }).id }
  })
  const isPost = ({ method, path }: (typeof discord.requests)[number]) =>
    method === 'POST' && path.endsWith('/messages')
  const trouble = {
    discord: () => DISCORD_TROUBLES[Math.floor(random() * DISCORD_TROUBLES.length)]?.(discord),
    slack: () => SLACK_TROUBLES[Math.floor(random() * SLACK_TROUBLES.length)]?.(slack),
  }
  const made = { discord: 0, slack: 0 }
  let looked: (typeof discord.requests)[number] | undefined
  const timer = setInterval(() => {
    const seen = { discord: discord.requests.length, slack: slack.requests.length }
    for (const platform of ['discord', 'slack'] as const)
      for (; made[platform] < share * (seen[platform] + 1); made[platform]++) trouble[platform]()
    const last = discord.requests.at(-1)
    // Once and at once: a network does not deliver what was sent minutes ago.
    if (last && last !== looked && isPost(last) && last.status === 200 && random() < share)
      void repeat(discord, last)
    looked = last
  }, TROUBLE_EVERY_MS)
  const messagesOf = ({ platform, channelId: id }: FaultPlace) =>
    (platform === 'discord' ? discord.messages({ id }) : slack.messages({ id })).map(message =>
      JSON.stringify(message),
    )
  const wentWrong = ({ status }: { readonly status: number }) => status !== 200
  return {
    places,
    access: [discord.url, discord.token, slack.url, slack.token],
    asked: () => discord.requests.length + slack.requests.length,
    faults: () => discord.requests.filter(wentWrong).length + slack.requests.filter(wentWrong).length,
    messagesOf,
    forgetNonces: () => discord.clock.advance(FORGOTTEN_MS),
    async close() {
      clearInterval(timer)
      await Promise.all([discord.stop(), slack.stop()])
    },
  }
}

type Discord = Awaited<ReturnType<typeof startFakeDiscord>>
type Slack = Awaited<ReturnType<typeof startFakeSlack>>

const POSTS = { method: 'POST', path: /\/messages$/ } as const
/** Whether a message is there is looked up in the latest ones. */
const LOOKS = { method: 'GET', path: /\/messages$/ } as const
const DISCORD_TROUBLES: readonly ((discord: Discord) => void)[] = [
  ({ faults }) => faults.limit(POSTS, { retryAfterMs: 40 }),
  ({ faults }) => faults.fail(POSTS),
  ({ faults }) => faults.fail(POSTS, { carriedOut: true }),
  ({ faults }) => faults.reset(POSTS),
  ({ faults }) => faults.reset(POSTS, { carriedOut: true }),
  ({ faults }) => faults.limit(LOOKS, { retryAfterMs: 40 }),
  ({ faults }) => faults.fail(LOOKS),
  ({ faults }) => faults.reset(LOOKS),
]

const CALLS = { method: 'chat.postMessage' } as const
const SLACK_TROUBLES: readonly ((slack: Slack) => void)[] = [
  ({ faults }) => faults.limit(1, CALLS),
  ({ faults }) => faults.fail(CALLS),
  ({ faults }) => faults.fail(CALLS, { carriedOut: true }),
  ({ faults }) => faults.reset(CALLS),
  ({ faults }) => faults.reset(CALLS, { carriedOut: true }),
]

/** A request that the network delivers twice. */
async function repeat({ url, token }: Discord, { path, body }: Discord['requests'][number]): Promise<void> {
  const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' }
  // Its answer is nobody's.
  await fetch(`${url}/v10${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null)
}
