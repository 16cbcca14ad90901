import type {
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import type { Reply, Viewers } from '../../src/reply.ts'
import { type AnswerDeps, ask, explainFailure, findForm, orNothing, showAnswer, VIEW_WAIT_MS } from './ask.ts'
import { type HowToOpen, type Opening, openForm, openReading } from './open-view.ts'
import {
  type MessageOrigin,
  type PressPlace,
  readFormValues,
  readMetadata,
  readPress,
  readPressChannel,
  readPressPlace,
  toPlace,
  type ViewMetadata,
  writeMetadata,
} from './read.ts'
import { renderView } from './render-view.ts'

const DETAILS_TITLE = 'Details'
const RESULT_TITLE = 'Rolecall'

/** Answers a press of a button, or a pick from a menu. */
export async function answerPress(
  deps: AnswerDeps,
  { body, ack }: Pick<SlackActionMiddlewareArgs<BlockAction>, 'body' | 'ack'>,
): Promise<void> {
  await deps.acknowledge(ack())
  await deps.turn()
  const channelId = readPressChannel(body)
  const isDirect = channelId !== null && (await deps.directChannels.isOwn(body.user.id, channelId))
  const place = readPressPlace(body, { teamId: deps.identity.teamId, isDirect })
  const press = readPress(body)
  if (place === null || press === null) return
  const origin = readOrigin(place, body.response_url)
  const opening = { trigger: body.trigger_id, how: chooseHow(body) }
  await explainFailure(deps, place, origin, () => answer(deps, place, origin, { press, opening }))
}

interface Pressed {
  readonly press: { readonly kind: string; readonly key: string }
  readonly opening: Opening
}

async function answer(
  deps: AnswerDeps,
  place: PressPlace,
  origin: MessageOrigin | null,
  { press, opening }: Pressed,
): Promise<void> {
  const viewers: Viewers = place.isEphemeral ? 'asker' : 'place'
  const asking = ask(deps, { place, content: { type: 'press', key: press.key }, viewers })
  const reply = await orNothing(asking, VIEW_WAIT_MS)
  const sayInstead = (instead: Reply) => showAnswer(deps, place, origin, instead)
  if (reply === null) return sayInstead(await asking)
  const form = findForm(reply)
  const metadata = { ...toPlace(place), key: form?.key ?? '', origin }
  if (form) return openForm(deps, opening, form, metadata, sayInstead)
  const isView = origin === null || press.kind === 'views' || press.kind === 'opens'
  if (reply.updates || !isView) return sayInstead(reply)
  const title = press.kind === 'views' ? DETAILS_TITLE : RESULT_TITLE
  await openReading(deps, opening, { reply, title, metadata }, sayInstead)
}

/** From a message a view opens; on the first view lies a second, which then changes. */
function chooseHow({ view }: BlockAction): HowToOpen {
  if (view === undefined) return { type: 'open' }
  return view.previous_view_id === null ? { type: 'push' } : { type: 'update', viewId: view.id }
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
  const asking = ask(deps, { place, content, viewers })
  if (metadata.origin === null && (await showInView(deps, metadata, asking, ack))) return
  await deps.acknowledge(ack())
  await explainFailure(deps, place, metadata.origin, async () =>
    showAnswer(deps, place, metadata.origin, await asking),
  )
}

/** @returns false where the answer takes too long for that, or is another thing than words */
async function showInView(
  deps: AnswerDeps,
  metadata: ViewMetadata,
  asking: Promise<Reply>,
  ack: SlackViewMiddlewareArgs<ViewSubmitAction>['ack'],
): Promise<boolean> {
  const reply = await orNothing(asking, VIEW_WAIT_MS).catch(() => null)
  if (reply === null || reply.updates || findForm(reply)) return false
  const view = renderView(reply, RESULT_TITLE, writeMetadata({ ...metadata, key: '' }))
  await deps.acknowledge(ack({ response_action: 'update', view }))
  return true
}

function readOrigin({ messageTs, isEphemeral }: PressPlace, responseUrl: string): MessageOrigin | null {
  return messageTs === null ? null : { messageTs, isEphemeral, responseUrl }
}
