import { setTimeout as sleep } from 'node:timers/promises'
import * as onDiscord from '../adapters/discord/open-rolecall.ts'
import * as onSlack from '../adapters/slack/open-rolecall.ts'
import { startFakeDiscord } from '../fakes/discord/start-fake-discord.ts'
import { startFakeSlack } from '../fakes/slack/start-fake-slack.ts'

/** Settings with which a program finds the loopback Discord and Slack, and who may reload. */
export interface HostServer {
  readonly env: Readonly<Record<string, string>>
}

/** What a member or an admin does on the platforms. */
export type HostOrder =
  /** Asks on both once the program is connected. */
  | { readonly type: 'ask'; readonly question: string }
  /** Has an admin on Discord reload. */
  | { readonly type: 'reload' }

/** What they see. */
export interface HostReport {
  /** The answers, or what the admin is told at the end. */
  readonly texts: readonly string[]
  /** Of each answer (milliseconds). */
  readonly times: readonly number[]
}

const MOST_WAIT_MS = 900_000
const MOST_ANSWER_MS = 60_000
const PAUSE_MS = 10

const [discord, slack] = [await startFakeDiscord({ checksSchema: false }), await startFakeSlack()]
const guild = discord.addGuild('Community')
discord.addChannel(guild, 'jobs')
const [member, admin] = [discord.addUser('Member'), discord.addUser('Admin')]
discord.addMember(guild, member)
discord.addMember(guild, admin, [discord.addRole(guild, 'Team', { permissions: 1n << 5n })])
const teammate = slack.addUser('Teammate')
const channel = slack.addChannel('hiring', { members: [teammate, slack.bot] })

const DOING: { readonly [T in HostOrder['type']]: (order: HostOrder & { type: T }) => Promise<HostReport> } =
  {
    async ask({ question }) {
      await untilConnected()
      const answers = [() => askOnDiscord(question), () => askOnSlack(question)]
      const taken = []
      for (const answer of answers) {
        const startMs = performance.now()
        taken.push({ text: await answer(), ms: performance.now() - startMs })
      }
      return { texts: taken.map(({ text }) => text), times: taken.map(({ ms }) => ms) }
    },
    async reload() {
      const said = await discord
        .slash(admin, 'jobs-admin reload')
        .messageThat(message => /Reloaded|Held back|failed/.test(onDiscord.textOf(message)), MOST_WAIT_MS)
      return { texts: [onDiscord.textOf(said)], times: [] }
    },
  }

async function untilConnected(): Promise<void> {
  const isConnected = () =>
    discord.gateway().connected > 0 && discord.commands().length > 0 && slack.sockets().open > 0
  while (!isConnected()) await sleep(PAUSE_MS)
}

async function askOnDiscord(question: string): Promise<string> {
  const answer = await discord.slash(member, 'jobs search', { question }).response(MOST_ANSWER_MS)
  return onDiscord.textOf(answer)
}

async function askOnSlack(question: string): Promise<string> {
  const answer = await slack.slash(teammate, '/jobs', question, { channel }).response(0, MOST_ANSWER_MS)
  return onSlack.textOf(answer)
}

process.on('message', async (order: HostOrder) => {
  const report = await (DOING[order.type] as (given: HostOrder) => Promise<HostReport>)(order)
  process.send?.(report)
})
process.on('disconnect', () => process.exit())
process.send?.({
  env: {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: slack.token,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.url,
    ROLECALL_ADMINS: `discord:${admin.id}`,
  },
} satisfies HostServer)
