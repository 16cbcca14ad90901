import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { textOf } from '../adapters/slack/open-rolecall.ts'
import { startFakeSlack } from '../fakes/slack/start-fake-slack.ts'

/** What the loopback Slack tells of itself once it stands. */
export interface LoadServer {
  readonly url: string
  readonly token: string
  readonly appToken: string
  readonly signingSecret: string
  /** Ids of channels that the bot may post to. */
  readonly channels: readonly string[]
}

/** Where everything is sent from now on, or questions to be asked at once, each by another member. */
export type LoadOrder = { readonly deliverTo: string | null } | { readonly questions: readonly string[] }

/** One answer as the member sees it; times from the command on, in milliseconds, on Slack's clock. */
export interface LoadAnswer {
  readonly question: string
  readonly text: string
  readonly acknowledgedMs: number
  readonly answeredMs: number
}

const MOST_WAIT_MS = 120_000
/** Slack waits no longer, and says that the command failed. */
const TOO_LATE_MS = 3000
const WARM_UP_COMMANDS = 400
const ALERT_CHANNELS = 50

const slack = await startFakeSlack()
const channel = slack.addChannel('jobs')

async function askAll(questions: readonly string[]): Promise<readonly LoadAnswer[]> {
  const members = questions.map((_, index) => slack.addUser(`Member ${index}`))
  const beganMs = performance.now()
  const asked = questions.flatMap((question, index) => {
    const member = members[index]
    return member ? [{ question, asked: slack.slash(member, '/jobs', question, { channel }) }] : []
  })
  return Promise.all(
    asked.map(async ({ question, asked: command }) => {
      const isLate = (await command.failure(MOST_WAIT_MS)) !== null
      const acknowledgedMs = isLate ? TOO_LATE_MS : (command.ackMs ?? TOO_LATE_MS)
      const text = textOf(await command.response(0, MOST_WAIT_MS))
      return { question, text, acknowledgedMs, answeredMs: performance.now() - beganMs }
    }),
  )
}

/** Slack's own code is warm when it sends something: commands to nobody in particular go before those that are measured. */
async function warmUp(): Promise<void> {
  const nobody = createServer((_, response) => void response.end())
  await once(nobody.listen(0, '127.0.0.1'), 'listening')
  const { port } = nobody.address() as AddressInfo
  slack.deliverTo(`http://127.0.0.1:${port}`)
  const commands = Array.from({ length: WARM_UP_COMMANDS }, (_, index) =>
    slack.slash(slack.addUser(`Nobody ${index}`), '/jobs', 'warm up', { channel }),
  )
  await Promise.all(commands.map(command => command.failure(MOST_WAIT_MS)))
  nobody.close()
}

let isReady = Promise.resolve()

process.on('message', (order: LoadOrder) => {
  if ('deliverTo' in order) {
    isReady = (order.deliverTo === null ? Promise.resolve() : warmUp()).then(() =>
      slack.deliverTo(order.deliverTo),
    )
    return
  }
  isReady
    .then(() => askAll(order.questions))
    .then(
      answers => process.send?.(answers),
      (error: unknown) => process.send?.(`${error}`),
    )
})
process.on('disconnect', () => {
  void slack.stop().then(() => process.exit(0))
})
const channels = Array.from({ length: ALERT_CHANNELS }, (_, index) => {
  return slack.addChannel(`alerts-${index}`, { members: [slack.bot] }).id
})
const { url, token, appToken, signingSecret } = slack
process.send?.({ url, token, appToken, signingSecret, channels } satisfies LoadServer)
