import type { APIMessage } from 'discord.js'
import type { Core } from '../core.ts'
import type { CommandPlace, FakeDiscord } from '../fake-discord.ts'
import { deleteMessage, editMessage } from '../messages.ts'
import { openDm } from '../private-channels.ts'
import { type ChannelRecord, findMessage, type MessageRecord, requireChannel } from '../world.ts'
import { askSuggestions, runCommand } from './run-command.ts'
import { submitForm } from './submit-form.ts'
import { type MessageAddress, pickValues, pressButton } from './use-component.ts'
import type { Identified } from './world-control.ts'
import { writeMessage } from './write-message.ts'

type MemberControl = Pick<
  FakeDiscord,
  | 'slash'
  | 'autocomplete'
  | 'click'
  | 'select'
  | 'submitModal'
  | 'say'
  | 'dm'
  | 'rewrite'
  | 'erase'
  | 'messages'
  | 'message'
  | 'nextMessage'
  | 'commands'
>

/** Makes everything that members do and see. */
export function createMemberControl(core: Core): MemberControl {
  const { world } = core
  const use = (
    user: Identified,
    typed: string,
    values: Parameters<MemberControl['autocomplete']>[2],
    place: CommandPlace,
  ) => ({
    userId: user.id,
    channel: findPlace(core, user.id, place.channel),
    typed,
    values,
    force: place.force ?? false,
  })
  return {
    slash: (user, command, values = {}, place = {}) => runCommand(core, use(user, command, values, place)),
    autocomplete: (user, command, values, place = {}) =>
      askSuggestions(
        core,
        use(user, command, values, place),
        place.focused ?? Object.keys(values).at(-1) ?? '',
      ),
    click: (message, customId, user) => pressButton(core, message, customId, user.id),
    select: (message, customId, user, values) => pickValues(core, message, customId, user.id, values),
    submitModal: (opened, values) => submitForm(core, opened, values),
    say: (channel, user, text, options) =>
      writeMessage(core, requireChannel(world, channel.id), user.id, text, options),
    dm: (user, text, options) => writeMessage(core, openDm(core, user.id), user.id, text, options),
    rewrite: (message, text) => editMessage(core, requireRecord(core, message), { content: text }, []),
    erase: message => deleteMessage(core, requireRecord(core, message)),
    messages: (channel, options = {}) => listSeen(core, channel, options.as ?? null),
    message: address => findMessage(world, address.channel_id, address.id)?.message ?? null,
    nextMessage: (channel, after, timeoutMs) =>
      core.changes.until(() => findNext(core, channel, after), 'a message of the bot', timeoutMs),
    commands: guild => [...(world.commands.get(guild?.id ?? 'global')?.values() ?? [])],
  }
}

function findPlace(core: Core, userId: string, wanted: Identified | undefined): ChannelRecord {
  const { channels, guilds } = core.world
  if (wanted !== undefined) return requireChannel(core.world, wanted.id)
  const shared = [...channels.values()].find(
    channel => channel.guildId !== null && guilds.get(channel.guildId)?.members.has(userId) === true,
  )
  return shared ?? openDm(core, userId)
}

function listSeen(core: Core, channel: Identified, member: Identified | null): readonly APIMessage[] {
  const records = [...(core.world.messages.get(channel.id)?.values() ?? [])]
  return records
    .filter(({ visibleTo }) => visibleTo === null || visibleTo === member?.id)
    .map(({ message }) => message)
}

function findNext(core: Core, channel: Identified, after: MessageAddress | undefined): APIMessage | null {
  const newer = listSeen(core, channel, null).filter(
    ({ id }) => after === undefined || BigInt(id) > BigInt(after.id),
  )
  return newer.find(({ author }) => author.id === core.world.bot.id) ?? null
}

function requireRecord(core: Core, address: MessageAddress): MessageRecord {
  const record = findMessage(core.world, address.channel_id, address.id)
  if (record === null) throw new Error(`no message ${address.id}`)
  return record
}
