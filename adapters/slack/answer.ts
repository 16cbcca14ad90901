import type {
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { COMMANDS, idOfCommand } from '../../src/commands.ts'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { BotSide, RequestContent } from '../../src/platform.ts'
import type { FormBlock, Reply, Viewers } from '../../src/reply.ts'
import type { Turns } from '../../src/traffic/take-turns.ts'
import { followUpdates } from './follow-updates.ts'
import type { LoadMember } from './member.ts'
import {
  type MessageOrigin,
  type MessagePayload,
  makeRequest,
  type PressPlace,
  readCommandPlace,
  readFormValues,
  readMessagePlace,
  readMessageText,
  readMetadata,
  readPress,
  readPressPlace,
  readSlashCall,
  type SlackPlace,
  type ViewMetadata,
  writeMetadata,
} from './read.ts'
import { renderForm, renderView } from './render-view.ts'
import { postReply, type ShowDeps, showReply } from './show-reply.ts'

/** A trigger opens a view within three seconds; after this the answer is shown without one. */
const VIEW_WAIT_MS = 2000
const DETAILS_TITLE = 'Details'
const RESULT_TITLE = 'Rolecall'

export interface AnswerDeps extends ShowDeps, Turns {
  readonly loadMember: LoadMember
  readonly loadServer: BotSide['loadServer']
  /** The bot's own user id. */
  readonly botUserId: string
}

/** What a person did: where, what, and who sees the answer by default. */
interface Asked {
  readonly place: SlackPlace
  readonly content: RequestContent
  readonly viewers: Viewers
  /** Whether only some may ask it, so that who asks has to be certain. */
  readonly isGuarded: boolean
}

/** Answers `/jobs …`: privately, unless the workspace wants it otherwise. */
export async function answerCommand(
  deps: AnswerDeps,
  { command, ack }: Pick<SlackCommandMiddlewareArgs, 'command' | 'ack'>,
): Promise<void> {
  await deps.acknowledge(ack())
  const place = readCommandPlace(command)
  const call = readSlashCall(command)
  const known = COMMANDS.find(candidate => idOfCommand(candidate) === call.id)
  const isGuarded = known?.audience !== 'member'
  const viewers: Viewers = isGuarded ? 'asker' : (await deps.loadServer('slack', command.team_id)).answers
  const reply = await ask(deps, { place, content: { type: 'command', call }, viewers, isGuarded })
  const origin = { messageTs: '', isEphemeral: true, responseUrl: command.response_url }
  const form = findForm(reply)
  if (form) return openForm(deps, command.trigger_id, form, { ...place, key: form.key, origin: null }, 'open')
  if (reply.updates) return followUpdates(deps, place, reply, reply.updates)
  await showReply(deps, place, origin, { viewers, ...reply })
}

/** Answers a mention in the thread of the message, and a direct message in place. */
export async function answerMessage(
  deps: AnswerDeps,
  message: MessagePayload,
  teamId: string | null,
): Promise<void> {
  const place = readMessagePlace(message, teamId)
  const text = readMessageText(message, deps.botUserId)
  const reply = await ask(deps, {
    place,
    content: { type: 'text', text },
    viewers: 'place',
    isGuarded: false,
  })
  await postReply(deps, place, reply)
}

/** Answers a press of a button, or a pick from a menu. */
export async function answerPress(
  deps: AnswerDeps,
  { body, ack }: Pick<SlackActionMiddlewareArgs<BlockAction>, 'body' | 'ack'>,
): Promise<void> {
  await deps.acknowledge(ack())
  const place = readPressPlace(body)
  const press = readPress(body)
  if (place === null || press === null) return
  const origin = readOrigin(place, body.response_url)
  const viewers: Viewers = place.isEphemeral ? 'asker' : 'place'
  const asking = ask(deps, { place, content: { type: 'press', key: press.key }, viewers, isGuarded: true })
  const isView = origin === null || press.kind === 'views' || press.kind === 'opens'
  const reply = isView ? await Promise.race([asking, wait(VIEW_WAIT_MS)]) : await asking
  if (reply === null) return showReply(deps, place, origin, await asking)
  const form = findForm(reply)
  const metadata = { ...toPlace(place), key: form?.key ?? '', origin }
  const how = origin === null ? 'push' : 'open'
  if (form) return openForm(deps, body.trigger_id, form, metadata, how)
  if (reply.updates) return followUpdates(deps, place, reply, reply.updates)
  if (!isView) return showReply(deps, place, origin, reply)
  const title = press.kind === 'views' ? DETAILS_TITLE : RESULT_TITLE
  await openView(deps, body.trigger_id, renderView(reply, title, writeMetadata(metadata)), how, () =>
    showReply(deps, place, origin, reply),
  )
}

/** Answers a form: in the message that it was opened from, or in its own view. */
export async function answerForm(
  deps: AnswerDeps,
  { body, ack }: Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'body' | 'ack'>,
): Promise<void> {
  const metadata = readMetadata(body.view.private_metadata)
  if (metadata === null) return void (await deps.acknowledge(ack()))
  const place = { ...toPlace(metadata), userId: body.user.id }
  const content = { type: 'form', key: metadata.key, values: readFormValues(body) } as const
  const viewers: Viewers = metadata.origin?.isEphemeral === false ? 'place' : 'asker'
  const asking = ask(deps, { place, content, viewers, isGuarded: true })
  if (metadata.origin === null) {
    const early = await Promise.race([asking, wait(VIEW_WAIT_MS)])
    if (early !== null && !early.updates) {
      const view = renderView(early, RESULT_TITLE, writeMetadata({ ...metadata, key: '' }))
      return void (await deps.acknowledge(ack({ response_action: 'update', view })))
    }
  }
  await deps.acknowledge(ack())
  const reply = await asking
  if (reply.updates) return followUpdates(deps, place, reply, reply.updates)
  await showReply(deps, place, metadata.origin, reply)
}

async function ask(deps: AnswerDeps, { place, content, viewers, isGuarded }: Asked): Promise<Reply> {
  const member = await deps.loadMember(place.userId, place.teamId, { isFresh: isGuarded })
  return deps.handle(makeRequest(place, member, content, viewers))
}

function toPlace({ teamId, channelId, threadTs, userId }: SlackPlace): SlackPlace {
  return { teamId, channelId, threadTs, userId }
}

function readOrigin({ messageTs, isEphemeral }: PressPlace, responseUrl: string): MessageOrigin | null {
  return messageTs === null ? null : { messageTs, isEphemeral, responseUrl }
}

function findForm({ blocks }: Reply): FormBlock | null {
  return blocks.find(block => block.type === 'form') ?? null
}

function wait(ms: number): Promise<null> {
  return new Promise(resolve => void setTimeout(() => resolve(null), ms).unref())
}

type HowToOpen = 'open' | 'push'

function openForm(
  deps: AnswerDeps,
  trigger: string,
  form: FormBlock,
  metadata: ViewMetadata,
  how: HowToOpen,
): Promise<void> {
  const slow = { ...makeFailureReply('SLACK_SLOW', null), viewers: 'asker' } as const
  return openView(deps, trigger, renderForm(form, writeMetadata(metadata)), how, () =>
    showReply(deps, metadata, metadata.origin, slow),
  )
}

/** Shows a view, or else what can be shown without one: a trigger lives three seconds. */
async function openView(
  { client, log }: AnswerDeps,
  trigger: string,
  view: ModalView,
  how: HowToOpen,
  otherwise: () => Promise<void>,
): Promise<void> {
  try {
    await client.views[how]({ trigger_id: trigger, view })
  } catch (error) {
    log.warn({ err: error }, 'Slack did not open a view')
    await otherwise()
  }
}
