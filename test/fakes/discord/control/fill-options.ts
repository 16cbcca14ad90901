import { type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord.js'
import { isObject, type JsonObject } from '../json.ts'
import { createPartialChannelPayload } from '../payloads/channel.ts'
import { createPartialMemberPayload } from '../payloads/member.ts'
import { computePermissions } from '../permissions.ts'
import { type ChannelRecord, findGuild, requireChannel, requireUser, type World } from '../world.ts'
import type { FoundCommand } from './find-command.ts'

/** What a member fills in; people, channels and roles as themselves or by id. */
export type OptionValue = string | number | boolean | { readonly id: string }

/** Who fills in where. */
export interface FillContext {
  readonly world: World
  readonly channel: ChannelRecord
  /** The option that is being typed, for suggestions; null for a command that is sent. */
  readonly focused: string | null
}

const Type = ApplicationCommandOptionType

/**
 * The `data` of a command as Discord sends it, with what the values stand for.
 * @throws Error when Discord's client would not let the member send it
 */
export function fillCommand(
  context: FillContext,
  found: FoundCommand,
  values: Readonly<Record<string, OptionValue>>,
): JsonObject {
  refuseUnknown(found.options, values)
  const filled = found.options.flatMap(option => fillOption(context, option, values[option.name]))
  const nested = found.path
    .toReversed()
    .reduce<readonly JsonObject[]>(
      (options, { name, type }) => [{ name, type, ...(options.length > 0 ? { options } : { options: [] }) }],
      filled,
    )
  const resolved = resolveValues(context, found.options, values)
  const { id, name, type, guild_id: guildId } = found.command
  return {
    id,
    name,
    type,
    ...(nested.length > 0 ? { options: nested } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  }
}

function refuseUnknown(
  options: readonly APIApplicationCommandOption[],
  values: Readonly<Record<string, OptionValue>>,
) {
  const unknown = Object.keys(values).find(name => options.every(option => option.name !== name))
  if (unknown !== undefined) throw new Error(`the command has no option ${unknown}`)
}

function fillOption(
  context: FillContext,
  option: APIApplicationCommandOption,
  given: OptionValue | undefined,
): readonly JsonObject[] {
  const { name, type } = option
  const isFocused = context.focused === name
  if (given === undefined) {
    if (option.required === true && context.focused === null) throw new Error(`option ${name} is required`)
    return []
  }
  const value = isObject(given) ? given.id : given
  if (!isFocused) refuseValue(option, value as OptionValue)
  return [{ name, type, value: isFocused ? String(value) : value, ...(isFocused ? { focused: true } : {}) }]
}

function refuseValue(option: APIApplicationCommandOption, value: OptionValue): void {
  const wanted = VALUE_TYPES[option.type]
  if (wanted !== undefined && typeof value !== wanted)
    throw new Error(`option ${option.name} takes a ${wanted}`)
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) {
    const offered = option.choices.map(choice => choice.value)
    if (!offered.some(choice => choice === value))
      throw new Error(`option ${option.name} offers ${offered.join(', ')}`)
  }
  if (option.type === Type.Integer && !Number.isInteger(value))
    throw new Error(`option ${option.name} takes whole numbers`)
  if (option.type === Type.String)
    refuseLength(option.name, String(value), option.min_length, option.max_length)
  if ((option.type === Type.Integer || option.type === Type.Number) && typeof value === 'number') {
    if (value < (option.min_value ?? value) || value > (option.max_value ?? value))
      throw new Error(`option ${option.name} is out of range`)
  }
}

function refuseLength(name: string, value: string, min: number | undefined, max: number | undefined): void {
  if (value.length < (min ?? 0) || value.length > (max ?? 6000))
    throw new Error(`option ${name} has the wrong length`)
}

const VALUE_TYPES: Readonly<Partial<Record<ApplicationCommandOptionType, string>>> = {
  [Type.String]: 'string',
  [Type.Integer]: 'number',
  [Type.Number]: 'number',
  [Type.Boolean]: 'boolean',
}

function resolveValues(
  context: FillContext,
  options: readonly APIApplicationCommandOption[],
  values: Readonly<Record<string, OptionValue>>,
): JsonObject {
  const ids = options.flatMap(({ name, type }) => {
    const given = values[name]
    return given === undefined ? [] : [{ type, id: isObject(given) ? String(given.id) : String(given) }]
  })
  return resolveIds(
    context.world,
    context.channel,
    ids.flatMap(({ type, id }) => (RESOLVED[type] ?? []).map(kind => ({ kind, id }))),
  )
}

type ResolvedKind = 'users' | 'roles' | 'channels'

const RESOLVED: Readonly<Partial<Record<ApplicationCommandOptionType, readonly ResolvedKind[]>>> = {
  [Type.User]: ['users'],
  [Type.Role]: ['roles'],
  [Type.Channel]: ['channels'],
  [Type.Mentionable]: ['users', 'roles'],
}

/** The people, roles and channels behind ids, as interactions carry them; kinds without any are left out. */
export function resolveIds(
  world: World,
  channel: ChannelRecord,
  wanted: readonly { readonly kind: ResolvedKind; readonly id: string }[],
): JsonObject {
  const guild = findGuild(world, channel)
  const of = (kind: ResolvedKind) => wanted.filter(entry => entry.kind === kind).map(({ id }) => id)
  const users = of('users').filter(id => world.users.has(id))
  const members = users.filter(id => guild?.members.has(id))
  const collect = (ids: readonly string[], read: (id: string) => unknown) =>
    Object.fromEntries(ids.map(id => [id, read(id)]))
  const parts = {
    users: collect(users, id => requireUser(world, id)),
    members: collect(members, id => {
      const member = guild?.members.get(id)
      return member === undefined
        ? {}
        : {
            ...createPartialMemberPayload(member),
            permissions: String(computePermissions(world, channel, id)),
          }
    }),
    roles: collect(
      of('roles').filter(id => guild?.roles.has(id)),
      id => guild?.roles.get(id),
    ),
    channels: collect(of('channels'), id =>
      createPartialChannelPayload(world, requireChannel(world, id), world.bot.id),
    ),
  }
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0))
}
