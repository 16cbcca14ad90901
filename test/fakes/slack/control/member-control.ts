import { openIm } from '../channels.ts'
import type { Core } from '../core.ts'
import type { FakeSlack } from '../fake-slack.ts'
import { deleteMessage } from '../messages.ts'
import {
  type ChannelRecord,
  canSee,
  findMessage,
  requireChannel,
  requireUser,
  type SlackMessage,
  type UserRecord,
  workspaceOf,
} from '../world.ts'
import { findPings } from './find-pings.ts'
import { runCommand } from './run-command.ts'
import { closeForm, fillForm, submitForm } from './submit-form.ts'
import { type MessageAddress, pickFromMenu, pressButton } from './use-element.ts'
import type { Identified } from './world-control.ts'
import { rewriteMessage, writeMessage } from './write-message.ts'

type MemberControl = Pick<
  FakeSlack,
  | 'slash'
  | 'say'
  | 'mention'
  | 'dm'
  | 'threadReply'
  | 'rewrite'
  | 'erase'
  | 'click'
  | 'select'
  | 'fillModal'
  | 'submitModal'
  | 'closeModal'
  | 'modalOf'
  | 'homeOf'
  | 'openHome'
  | 'messages'
  | 'message'
  | 'nextMessage'
  | 'pings'
>

/** Makes everything that people do and see. */
export function createMemberControl(core: Core): MemberControl {
  const { world } = core
  const userFor = (user: Identified) => requireUser(world, user.id)
  const channelFor = (channel: Identified) => requireChannel(world, channel.id)
  const imOf = (user: Identified) => {
    const record = userFor(user)
    return openIm(core, workspaceOf(world, record.workspaceId), record)
  }
  const say: MemberControl['say'] = (channel, user, text, options) =>
    writeMessage(core, channelFor(channel), userFor(user), text, options)
  return {
    slash: (user, command, text = '', { channel } = {}) => {
      const place = channel === undefined ? findPlace(core, userFor(user)) : channelFor(channel)
      return runCommand(core, userFor(user), place, command, text)
    },
    say,
    mention: (channel, user, text, options) =>
      say(channel, user, `<@${findBot(core, channelFor(channel))}> ${text}`, options),
    dm: (user, text, options) => say(imOf(user), user, text, options),
    threadReply: (message, user, text) => say({ id: message.channel }, user, text, { thread: message }),
    rewrite: (message, text) => rewriteMessage(core, requireRecord(core, message), text),
    erase: message => deleteMessage(core, requireRecord(core, message)),
    click: (place, wanted, user) => pressButton(core, place, wanted, userFor(user)),
    select: (place, wanted, user, picked) => pickFromMenu(core, place, wanted, userFor(user), picked),
    fillModal: (view, values) => fillForm(core, view, values),
    submitModal: (view, values = {}) => submitForm(core, view, values),
    closeModal: view => closeForm(core, view),
    modalOf: user => world.modals.get(user.id)?.at(-1) ?? null,
    homeOf: user => world.homes.get(user.id) ?? null,
    openHome: user => openHome(core, userFor(user), imOf(user)),
    messages: (channel, options = {}) => listSeen(core, channelFor(channel), options),
    message: ({ channel, ts }) => findMessage(world, channel, ts)?.message ?? null,
    nextMessage: (channel, { after, as, thread, timeoutMs } = {}) =>
      core.changes.until(
        () => findNext(core, channelFor(channel), { ...(as && { as }), ...(thread && { thread }) }, after),
        'a message of the bot',
        timeoutMs,
      ),
    pings: findPings,
  }
}

function openHome(core: Core, user: UserRecord, im: ChannelRecord): void {
  const view = core.world.homes.get(user.id)
  const known = view === undefined ? {} : { view }
  const event = { type: 'app_home_opened', user: user.id, channel: im.id, tab: 'home', ...known }
  core.publish({ event: { ...event, event_ts: core.ids.nextTs() }, channel: im })
}

function findPlace(core: Core, user: UserRecord): ChannelRecord {
  const shared = [...core.world.channels.values()].find(
    ({ kind, memberIds, isArchived }) => kind !== 'im' && memberIds.has(user.id) && !isArchived,
  )
  return shared ?? openIm(core, workspaceOf(core.world, user.workspaceId), user)
}

function findBot(core: Core, channel: ChannelRecord): string {
  const present = [...core.world.workspaces.values()].find(({ botUserId }) =>
    channel.memberIds.has(botUserId),
  )
  return (present ?? workspaceOf(core.world, channel.workspaceId)).botUserId
}

interface Seen {
  readonly as?: Identified
  readonly thread?: { readonly ts: string }
}

function listSeen(core: Core, channel: ChannelRecord, { as, thread }: Seen): readonly SlackMessage[] {
  if (as !== undefined && !canSee(channel, requireUser(core.world, as.id))) return []
  const records = [...(core.world.messages.get(channel.id)?.values() ?? [])]
  return records
    .filter(({ visibleTo }) => visibleTo === null || visibleTo === as?.id)
    .map(({ message }) => message)
    .filter(({ ts, thread_ts: threadTs }) => thread === undefined || [ts, threadTs].includes(thread.ts))
}

function findNext(
  core: Core,
  channel: ChannelRecord,
  seen: Seen,
  after: { readonly ts: string } | undefined,
): SlackMessage | null {
  const newer = listSeen(core, channel, seen).filter(({ ts }) => after === undefined || ts > after.ts)
  return newer.find(message => message.bot_id !== undefined) ?? null
}

function requireRecord(core: Core, address: MessageAddress) {
  const record = findMessage(core.world, address.channel, address.ts)
  if (record === null) throw new Error(`no message ${address.ts}`)
  return record
}
