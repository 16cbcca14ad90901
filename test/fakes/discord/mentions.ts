import { PermissionFlagsBits } from 'discord.js'
import { asList, asText, isObject, type JsonObject } from './json.ts'
import { computePermissions } from './permissions.ts'
import { type ChannelRecord, findGuild, type World } from './world.ts'

/** Whom a message pings. */
export interface Mentions {
  readonly userIds: readonly string[]
  readonly roleIds: readonly string[]
  readonly everyone: boolean
}

/** What decides whom a text pings. */
export interface MentionContext {
  readonly channel: ChannelRecord
  readonly authorId: string
  readonly text: string
  /** As in the request; nothing means that everything in the text pings. */
  readonly allowed: unknown
  /** The author of the message that this one replies to; null for no reply. */
  readonly repliedUserId: string | null
}

/** Whom the text pings, after https://discord.com/developers/docs/resources/message#allowed-mentions-object. */
export function findMentions(world: World, context: MentionContext): Mentions {
  const named = collect(context.text, /<@!?(\d{15,20})>/g).filter(id => world.users.has(id))
  const replied = context.repliedUserId === null ? [] : [context.repliedUserId]
  const rules = readRules(context.allowed)
  return {
    userIds: unique([...named.filter(id => rules.user(id)), ...(rules.replied ? replied : [])]),
    roleIds: unique(
      collect(context.text, /<@&(\d{15,20})>/g).filter(id => rules.role(id) && mayPing(world, context, id)),
    ),
    everyone: rules.everyone && /@(everyone|here)/.test(context.text) && mayPing(world, context, null),
  }
}

interface MentionRules {
  readonly user: (id: string) => boolean
  readonly role: (id: string) => boolean
  readonly everyone: boolean
  readonly replied: boolean
}

function readRules(allowed: unknown): MentionRules {
  if (!isObject(allowed)) return { user: () => true, role: () => true, everyone: true, replied: true }
  return {
    user: id => allows(allowed, 'users', id),
    role: id => allows(allowed, 'roles', id),
    everyone: asList(allowed.parse).includes('everyone'),
    replied: allowed.replied_user === true,
  }
}

function allows(allowed: JsonObject, kind: 'users' | 'roles', id: string): boolean {
  return asList(allowed.parse).includes(kind) || asList(allowed[kind]).map(asText).includes(id)
}

/** Roles ping when anybody may mention them or the author may mention everyone. */
function mayPing(world: World, context: MentionContext, roleId: string | null): boolean {
  const guild = findGuild(world, context.channel)
  if (guild === null) return false
  const role = roleId === null ? undefined : guild.roles.get(roleId)
  if (roleId !== null && role === undefined) return false
  if (role?.mentionable) return true
  const permissions = computePermissions(world, context.channel, context.authorId)
  return (permissions & PermissionFlagsBits.MentionEveryone) !== 0n
}

function collect(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(match => match[1] ?? [])
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
