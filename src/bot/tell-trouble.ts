import type { Trouble } from '../alert/deliver.ts'
import type { Log } from '../log.ts'
import { ALERT_MESSAGES as WORDS } from '../messages/alert-messages.ts'
import { type Reply, styled, textBlock } from '../reply.ts'

const MOST_TITLES = 3

/** Tells the admins of alerts that were given up, with what the platform says against them. */
export function createTellTrouble({
  log,
  tellAdmins,
}: {
  readonly log: Log
  readonly tellAdmins: (reply: Reply) => Promise<boolean>
}): (trouble: Trouble) => Promise<void> {
  return async ({ deliveries, problem }) => {
    const [first] = deliveries
    log.error({ deliveries: deliveries.map(({ id }) => id), problem }, 'an alert was given up')
    const titles = deliveries.slice(0, MOST_TITLES).map(({ body }) => body.title)
    await tellAdmins({
      blocks: [
        textBlock('problem', styled('warning', WORDS.trouble(titles, deliveries.length))),
        textBlock('hint', styled('muted', WORDS.troubleCause(first?.place ?? '', problem))),
      ],
    })
  }
}
