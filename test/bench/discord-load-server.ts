import { textOf } from '../adapters/discord/open-rolecall.ts'
import { startFakeDiscord } from '../fakes/discord/start-fake-discord.ts'

/** What the loopback Discord tells of itself once it stands. */
export interface LoadServer {
  readonly url: string
  readonly token: string
}

/** Questions to be asked at once, each by another member. */
export interface LoadOrder {
  readonly questions: readonly string[]
}

/** One answer as the member sees it; times from the command on, in milliseconds, on Discord's clock. */
export interface LoadAnswer {
  readonly question: string
  readonly text: string
  readonly acknowledgedMs: number
  readonly answeredMs: number
}

const MOST_WAIT_MS = 60_000

const discord = await startFakeDiscord({ checksSchema: false })
const guild = discord.addGuild('Server')
const channel = discord.addChannel(guild, 'jobs')

function addMembers(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const member = discord.addUser(`Member ${index}`)
    discord.addMember(guild, member)
    return member
  })
}

async function askAll({ questions }: LoadOrder): Promise<readonly LoadAnswer[]> {
  const members = addMembers(questions.length)
  const beganMs = performance.now()
  const asked = questions.flatMap((question, index) => {
    const member = members[index]
    if (!member) return []
    return [{ question, interaction: discord.slash(member, 'jobs search', { question }, { channel }) }]
  })
  return Promise.all(
    asked.map(async ({ question, interaction }) => {
      const { afterMs } = await interaction.acknowledged(MOST_WAIT_MS)
      const text = textOf(await interaction.response(MOST_WAIT_MS))
      return { question, text, acknowledgedMs: afterMs, answeredMs: performance.now() - beganMs }
    }),
  )
}

process.on('message', (order: LoadOrder) => {
  void askAll(order).then(answers => process.send?.(answers))
})
process.on('disconnect', () => {
  void discord.stop().then(() => process.exit(0))
})
process.send?.({ url: discord.url, token: discord.token } satisfies LoadServer)
