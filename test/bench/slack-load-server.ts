import { textOf } from '../adapters/slack/open-rolecall.ts'
import { startFakeSlack } from '../fakes/slack/start-fake-slack.ts'

/** What the loopback Slack tells of itself once it stands. */
export interface LoadServer {
  readonly url: string
  readonly token: string
  readonly appToken: string
  readonly signingSecret: string
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

process.on('message', (order: LoadOrder) => {
  if ('deliverTo' in order) slack.deliverTo(order.deliverTo)
  else
    askAll(order.questions).then(
      answers => process.send?.(answers),
      (error: unknown) => process.send?.(`${error}`),
    )
})
process.on('disconnect', () => {
  void slack.stop().then(() => process.exit(0))
})
const { url, token, appToken, signingSecret } = slack
process.send?.({ url, token, appToken, signingSecret } satisfies LoadServer)
