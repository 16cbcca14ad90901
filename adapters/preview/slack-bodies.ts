import type { readFormValues, readPress, readSlashCall } from '../slack/read.ts'
import type { EventOf, MessageRef } from './page-event.ts'

type SlashCommand = Parameters<typeof readSlashCall>[0]
type BlockAction = Parameters<typeof readPress>[0]
type ViewSubmitAction = Parameters<typeof readFormValues>[0]

/** A workspace that does not exist. */
const TEAM = { id: 'T1', domain: 'preview' } as const
const CHANNELS: Readonly<Record<MessageRef['place'], string>> = { direct: 'D1', channel: 'C1' }
const USER = { id: 'U100', name: 'you', username: 'you', team_id: TEAM.id }
const RESPONSES = 'https://hooks.slack.invalid/'

/** What Slack sends for `/jobs …`. */
export function makeSlashCommand(command: string, text: string): SlashCommand {
  return {
    token: '',
    command,
    text,
    response_url: RESPONSES,
    trigger_id: 'trigger',
    user_id: USER.id,
    user_name: USER.name,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: CHANNELS.channel,
    channel_name: 'jobs',
    api_app_id: 'A1',
  }
}

/** What Slack sends for a button that was pressed, or a choice from a menu. */
export function makeBlockAction({ id, picked, message, metadata }: EventOf<'press'>): BlockAction {
  const common = { action_id: id, block_id: 'block', action_ts: '1' }
  const plain = { type: 'plain_text', text: '' } as const
  const action =
    picked === null
      ? { ...common, type: 'button', text: plain }
      : { ...common, type: 'static_select', selected_option: { text: plain, value: picked } }
  const channelId = CHANNELS[message?.place ?? 'direct']
  const place =
    message === null
      ? { container: { type: 'view', view_id: 'V1' }, view: { private_metadata: metadata ?? '' } }
      : {
          container: {
            type: 'message',
            message_ts: message.id,
            channel_id: channelId,
            is_ephemeral: message.isEphemeral,
          },
          channel: { id: channelId, name: 'jobs' },
        }
  const body = {
    type: 'block_actions',
    actions: [action],
    team: TEAM,
    user: USER,
    token: '',
    api_app_id: 'A1',
    trigger_id: 'trigger',
    response_url: `${RESPONSES}${message?.id ?? ''}`,
    ...place,
  }
  // Only what the adapter reads is there; the type lists more.
  return body as unknown as BlockAction
}

/** What Slack sends for a form. */
export function makeViewSubmission({ metadata, values }: EventOf<'submit'>): ViewSubmitAction {
  const state = Object.fromEntries(Object.entries(values).flatMap(([name, all]) => makeState(name, all)))
  const view = { private_metadata: metadata, state: { values: state } }
  return { type: 'view_submission', team: TEAM, user: USER, view } as unknown as ViewSubmitAction
}

function makeState(name: string, values: readonly string[]): readonly (readonly [string, unknown])[] {
  const [blockId, actionId, type]: readonly string[] = JSON.parse(name)
  if (blockId === undefined || actionId === undefined) return []
  return [[blockId, { [actionId]: { type, ...makeValue(type ?? '', values) } }]]
}

const makeOption = (value: string) => ({ text: { type: 'plain_text', text: value }, value })

const VALUES: Readonly<Record<string, (values: readonly string[]) => object>> = {
  static_select: ([value = '']) => ({ selected_option: value === '' ? null : makeOption(value) }),
  multi_static_select: values => ({ selected_options: values.map(makeOption) }),
  multi_conversations_select: values => ({ selected_conversations: values }),
}

function makeValue(type: string, values: readonly string[]): object {
  return VALUES[type]?.(values) ?? { value: values[0] || null }
}
