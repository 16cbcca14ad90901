import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIAuthorizingIntegrationOwnersMap,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js'
import { findContext, findOwners } from '../interactions/installation.ts'
import { computePermissions } from '../permissions.ts'
import type { ChannelRecord, World } from '../world.ts'

/** A registered command with the part of it that a member picked. */
export interface FoundCommand {
  readonly command: APIApplicationCommand
  /** The names below the command: group and subcommand, as far as there are any. */
  readonly path: readonly APIApplicationCommandOption[]
  /** The options that the member can fill in. */
  readonly options: readonly APIApplicationCommandOption[]
}

const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType

/**
 * Finds what a member typed, `jobs search`, among the commands registered for the place.
 * @throws Error when Discord's client would not offer it
 */
export function findCommand(world: World, channel: ChannelRecord, typed: string): FoundCommand {
  const [name, ...rest] = typed.replace(/^\//, '').split(' ')
  const scopes = [channel.guildId ?? '', 'global'].map(key => [...(world.commands.get(key)?.values() ?? [])])
  const command = scopes.flat().find(candidate => candidate.name === name)
  if (command === undefined) throw new Error(`no command /${typed} is registered here`)
  const path: APIApplicationCommandOption[] = []
  let options: readonly APIApplicationCommandOption[] = command.options ?? []
  for (const part of rest) {
    const found = options.find(option => option.name === part)
    if (found === undefined || !isNested(found)) throw new Error(`/${typed}: there is no ${part}`)
    path.push(found)
    options = found.options ?? []
  }
  if (options.some(isNested)) throw new Error(`/${typed} is only the beginning of a command`)
  return { command, path, options }
}

/**
 * By whose installation a member may use a command in a channel.
 * @throws Error when Discord's client hides it
 */
export function requireVisible(
  world: World,
  channel: ChannelRecord,
  userId: string,
  command: APIApplicationCommand,
): APIAuthorizingIntegrationOwnersMap {
  const context = findContext(channel)
  const contexts = command.contexts ?? null
  if (contexts !== null && !contexts.includes(context))
    throw new Error(`/${command.name} is not offered in this kind of place`)
  const owners = filterOwners(findOwners(world, channel, userId), command)
  if (Object.keys(owners).length === 0) throw new Error(`/${command.name} is not installed here`)
  if (context === InteractionContextType.Guild && !mayUse(world, channel, userId, command))
    throw new Error(`/${command.name} is hidden from this member`)
  return owners
}

function isNested(option: APIApplicationCommandOption) {
  return option.type === Subcommand || option.type === SubcommandGroup
}

/** Commands of one server are only there for its own installation. */
function filterOwners(
  owners: APIAuthorizingIntegrationOwnersMap,
  command: APIApplicationCommand,
): APIAuthorizingIntegrationOwnersMap {
  const { GuildInstall } = ApplicationIntegrationType
  const types =
    command.guild_id === undefined ? (command.integration_types ?? [GuildInstall]) : [GuildInstall]
  return Object.fromEntries(Object.entries(owners).filter(([type]) => types.includes(Number(type))))
}

/** "0" leaves a command to administrators. */
function mayUse(
  world: World,
  channel: ChannelRecord,
  userId: string,
  command: APIApplicationCommand,
): boolean {
  const has = computePermissions(world, channel, userId)
  if ((has & PermissionFlagsBits.Administrator) !== 0n) return true
  if ((has & PermissionFlagsBits.UseApplicationCommands) === 0n) return false
  const needed = command.default_member_permissions
  if (needed === null || needed === undefined) return true
  return needed !== '0' && (has & BigInt(needed)) === BigInt(needed)
}
