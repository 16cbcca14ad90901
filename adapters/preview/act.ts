import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { Log } from '../../src/log.ts'
import type { Handle } from '../../src/platform.ts'
import { answerDiscord, deliverInDiscord } from './answer-discord.ts'
import { answerSlack, deliverInSlack } from './answer-slack.ts'
import type { PageEvent, Show } from './page-event.ts'
import { SAMPLE_REPLIES, type SampleDeps } from './sample-replies.ts'

/** What the page does something with. */
export interface Preview extends SampleDeps {
  readonly handle: Handle
  readonly log: Log
}

/** Does what the page asks for and shows what comes of it. */
export async function act(preview: Preview, event: PageEvent, show: Show): Promise<void> {
  const { handle } = preview
  if (event.type !== 'show')
    return event.platform === 'slack' ? answerSlack(handle, event, show) : answerDiscord(handle, event, show)
  const reply = (await SAMPLE_REPLIES[event.example]?.(preview)) ?? makeFailureReply('INTERNAL', null)
  if (event.platform === 'discord') return deliverInDiscord(reply, null, show)
  await deliverInSlack(reply, { message: null, window: null }, show)
}
