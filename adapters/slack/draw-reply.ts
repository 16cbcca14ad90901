import type { Log } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import { readFailure } from './read-failure.ts'
import { type CardStyle, renderReply, type SlackMessage } from './render.ts'

/** How replies are drawn. */
export interface DrawDeps {
  readonly cardStyle: CardStyle
  readonly log: Log
}

/** Sends a reply; where Slack does not take its cards, drawn plainly. @throws what Slack says against it */
export async function drawReply<T>(
  { cardStyle, log }: DrawDeps,
  reply: Reply,
  send: (message: SlackMessage) => Promise<T>,
): Promise<T> {
  try {
    return await send(renderReply(reply, cardStyle))
  } catch (error) {
    if (cardStyle === 'section' || readFailure(error).reason !== 'invalid_blocks') throw error
    log.warn({ err: error }, 'Slack did not take an answer with cards; it is drawn plainly')
    return send(renderReply(reply, 'section'))
  }
}
