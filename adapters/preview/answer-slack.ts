import type { Handle, RequestContent } from '../../src/platform.ts'
import type { Reply } from '../../src/reply.ts'
import { followUpdates } from '../../src/traffic/follow-updates.ts'
import { SLACK_LAYOUT } from '../slack/limits.ts'
import { readFormValues, readPress, readSlashCall } from '../slack/read.ts'
import { renderReply } from '../slack/render.ts'
import { renderForm, renderView } from '../slack/render-view.ts'
import { type Block, drawSlackBlocks } from './draw-slack.ts'
import { drawSlackView } from './draw-slack-view.ts'
import { frameSlack } from './frame-slack.ts'
import { html } from './html.ts'
import type { EventOf, MessageRef, PageEvent, Show } from './page-event.ts'
import { makeBlockAction, makeSlashCommand, makeViewSubmission } from './slack-bodies.ts'
import { makeVisitorRequest, nextMessageId } from './visitor.ts'

/** Slack lets a message be changed about once a second. */
const UPDATE_MS = 1200
const DETAILS_TITLE = 'Details'
const RESULT_TITLE = 'Rolecall'

/** What was done, and how Slack would show the answer to it. */
interface Asked {
  readonly content: RequestContent
  readonly message: MessageRef | null
  /** The title of the window that the answer stands in; null for a message. */
  readonly window: string | null
}

/** Answers what was done in the drawn Slack, by the bot and what the adapter reads and lays out. */
export async function answerSlack(handle: Handle, event: PageEvent, show: Show): Promise<void> {
  const asked = READERS[event.type](event as never, show)
  if (asked === null) return
  const { content, message } = asked
  const place = message?.place ?? 'direct'
  const reply = await handle(
    makeVisitorRequest('slack', content, place, message?.isEphemeral ?? true, SLACK_LAYOUT.cards),
  )
  await deliverInSlack(reply, asked, show)
}

type Readers = { readonly [T in PageEvent['type']]: (event: EventOf<T>, show: Show) => Asked | null }

const READERS: Readers = {
  say: readWords,
  press: readControl,
  submit: readForm,
  show: () => null,
}

/** Words with a slash are the command, which answers in private; any others are a direct message. */
function readWords({ text }: EventOf<'say'>, show: Show): Asked {
  const [, command, words = ''] = /^(\/\w*)\s*(.*)$/s.exec(text) ?? []
  const place = command === undefined ? 'direct' : 'channel'
  const message: MessageRef = { id: nextMessageId(), place, isEphemeral: false }
  show({ type: 'post', message, author: 'you', html: frameSlack('you', html`<p>${text}</p>`, false).html })
  if (command === undefined) return { content: { type: 'text', text }, message, window: null }
  const call = readSlashCall(makeSlashCommand(command, words))
  return { content: { type: 'command', call }, message: { ...message, isEphemeral: true }, window: null }
}

function readControl(event: EventOf<'press'>): Asked | null {
  const press = readPress(makeBlockAction(event))
  if (press === null) return null
  const isWindow = event.message === null || press.kind === 'views' || press.kind === 'opens'
  const title = press.kind === 'views' ? DETAILS_TITLE : RESULT_TITLE
  return {
    content: { type: 'press', key: press.key },
    message: event.message,
    window: isWindow ? title : null,
  }
}

function readForm(event: EventOf<'submit'>): Asked {
  const values = readFormValues(makeViewSubmission(event))
  const window = event.message === null ? RESULT_TITLE : null
  return { content: { type: 'form', key: event.metadata, values }, message: event.message, window }
}

/** Shows a reply where the adapter would: in a window, in place of the message, or below it. */
export async function deliverInSlack(
  reply: Reply,
  { message: asked, window }: Pick<Asked, 'message' | 'window'>,
  show: Show,
): Promise<void> {
  const form = reply.blocks.find(block => block.type === 'form')
  if (form) return show({ type: 'window', html: drawSlackView(renderForm(form, form.key)).html })
  if (window !== null && !reply.updates)
    return show({ type: 'window', html: drawSlackView(renderView(reply, window, '')).html })
  const place = reply.updates ? 'direct' : (asked?.place ?? 'direct')
  const isEphemeral = place === 'channel' && (reply.viewers ?? 'asker') === 'asker'
  const isReplacement = reply.isReplacement === true && asked !== null && !reply.updates
  const message = isReplacement ? asked : { id: nextMessageId(), place, isEphemeral }
  if (isReplacement) show({ type: 'replace', id: message.id, html: draw(reply, message.isEphemeral) })
  else show({ type: 'post', message, author: 'bot', html: draw(reply, isEphemeral) })
  if (reply.updates === undefined) return
  const edit = async (update: Reply) => {
    show({ type: 'replace', id: message.id, html: draw(update, isEphemeral) })
    return true
  }
  await followUpdates(reply.updates, edit, UPDATE_MS)
}

function draw(reply: Reply, isEphemeral: boolean): string {
  const blocks = renderReply(reply).blocks as unknown as readonly Block[]
  return frameSlack('bot', drawSlackBlocks(blocks), isEphemeral).html
}
