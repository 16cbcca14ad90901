import { InteractionType } from 'discord.js'
import type { Core } from '../core.ts'
import { createInteraction } from '../interactions/create-interaction.ts'
import { findOwners } from '../interactions/installation.ts'
import type { ChannelRecord } from '../world.ts'
import type { FakeInteraction } from './fake-interaction.ts'
import { fillCommand, type OptionValue } from './fill-options.ts'
import { findCommand, requireVisible } from './find-command.ts'
import { watchInteraction } from './watch-interaction.ts'

/** A command that a member sends or is typing. */
export interface CommandUse {
  readonly userId: string
  readonly channel: ChannelRecord
  /** `jobs search`, with or without the slash. */
  readonly typed: string
  readonly values: Readonly<Record<string, OptionValue>>
  /** Sends it although Discord's client would hide it, as when a server's owner opened it to everybody. */
  readonly force: boolean
}

/** Sends a slash command. */
export function runCommand(core: Core, use: CommandUse): FakeInteraction {
  return startInteraction(core, use, null)
}

/**
 * Asks for suggestions while a member types.
 * @param focused the option that is being typed
 */
export function askSuggestions(core: Core, use: CommandUse, focused: string): FakeInteraction {
  return startInteraction(core, use, focused)
}

function startInteraction(core: Core, use: CommandUse, focused: string | null): FakeInteraction {
  const { world } = core
  const found = findCommand(world, use.channel, use.typed)
  const option = found.options.find(({ name }) => name === focused)
  if (focused !== null && !(option !== undefined && 'autocomplete' in option && option.autocomplete === true))
    throw new Error(`option ${focused} suggests nothing`)
  const owners = use.force
    ? findOwners(world, use.channel, use.userId)
    : requireVisible(world, use.channel, use.userId, found.command)
  const record = createInteraction(core, {
    type:
      focused === null ? InteractionType.ApplicationCommand : InteractionType.ApplicationCommandAutocomplete,
    userId: use.userId,
    channel: use.channel,
    data: fillCommand({ world, channel: use.channel, focused }, found, use.values),
    owners,
    message: null,
    commandName: use.typed.replace(/^\//, ''),
    triggering: null,
  })
  return watchInteraction(core, record)
}
