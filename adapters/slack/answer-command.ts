import type { SlackCommandMiddlewareArgs, SlashCommand } from '@slack/bolt'
import { COMMANDS, type CommandId, idOfCommand } from '../../src/commands.ts'
import type { Viewers } from '../../src/reply.ts'
import { maySpeak } from '../../src/traffic/decide-speech.ts'
import { type AnswerDeps, ask, explainFailure, findForm, orNothing, showAnswer, VIEW_WAIT_MS } from './ask.ts'
import { openForm } from './open-view.ts'
import { type MessageOrigin, readCommandPlace, readSlashCall, type SlackPlace } from './read.ts'
import { showReply } from './show-reply.ts'

/** Answers the slash command: for the asker alone, unless the workspace wants it otherwise. */
export async function answerCommand(
  deps: AnswerDeps,
  { command, ack }: Pick<SlackCommandMiddlewareArgs, 'command' | 'ack'>,
): Promise<void> {
  await deps.acknowledge(ack())
  // What is looked up can wait for the acknowledgements of others, too.
  await deps.turn()
  const { teamId } = deps.identity
  const isDirect = await deps.directChannels.isOwn(command.user_id, command.channel_id)
  const place = readCommandPlace(command, { teamId, isDirect })
  const origin = { messageTs: '', isEphemeral: true, responseUrl: command.response_url }
  await explainFailure(deps, place, origin, () => answer(deps, command, place, origin))
}

async function answer(
  deps: AnswerDeps,
  command: SlashCommand,
  place: SlackPlace,
  origin: MessageOrigin,
): Promise<void> {
  const call = readSlashCall(command)
  const isOpen = isForEverybody(call.id)
  const viewers = isOpen && !place.isDirect ? await chooseViewers(deps, place) : 'asker'
  const content = { type: 'command', call } as const
  const asking = ask(deps, { place, content, viewers, ...(isOpen ? {} : { isGuarded: true }) })
  const early = await orNothing(asking, VIEW_WAIT_MS)
  const form = early && findForm(early)
  if (form) {
    const metadata = { ...place, key: form.key, origin: null }
    return openForm(deps, { trigger: command.trigger_id, how: { type: 'open' } }, form, metadata, instead =>
      showReply(deps, place, origin, instead),
    )
  }
  await showAnswer(deps, place, origin, { viewers, ...(early ?? (await asking)) })
}

function isForEverybody(id: CommandId): boolean {
  return COMMANDS.find(command => idOfCommand(command) === id)?.audience === 'member'
}

/** Only where the bot may speak are answers ever public. */
async function chooseViewers(deps: AnswerDeps, { channelId }: SlackPlace): Promise<Viewers> {
  const settings = await deps.loadServer('slack', deps.identity.teamId)
  return maySpeak(settings, [channelId]) ? settings.answers : 'asker'
}
