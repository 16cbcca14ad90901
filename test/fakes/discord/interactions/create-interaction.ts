import { randomBytes } from 'node:crypto'
import type {
  APIAuthorizingIntegrationOwnersMap,
  APIInteraction,
  APIMessage,
  APIMessageInteractionMetadata,
  InteractionType,
} from 'discord.js'
import type { Core } from '../core.ts'
import type { JsonObject } from '../json.ts'
import { createPartialChannelPayload } from '../payloads/channel.ts'
import { createMemberPayload } from '../payloads/member.ts'
import { computePermissions } from '../permissions.ts'
import { type ChannelRecord, findGuild, requireUser } from '../world.ts'
import { findContext, isForcedPrivate } from './installation.ts'
import type { InteractionRecord } from './interaction-record.ts'

/** What a member did. */
export interface InteractionDraft {
  readonly type: InteractionType
  readonly userId: string
  readonly channel: ChannelRecord
  readonly data: JsonObject
  readonly owners: APIAuthorizingIntegrationOwnersMap
  /** The message whose button or menu was used, also through a form; null for commands. */
  readonly message: APIMessage | null
  readonly commandName: string | null
  readonly triggering: APIMessageInteractionMetadata | null
}

/** Bytes that a member may attach in a server without boosts. */
const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024

/** Keeps an interaction and sends it over the gateway. */
export function createInteraction(core: Core, draft: InteractionDraft): InteractionRecord {
  const { channel, userId } = draft
  const id = core.ids.next()
  const token = randomBytes(48).toString('base64url')
  const payload = createPayload(core, draft, id, token)
  const record: InteractionRecord = {
    id,
    token,
    payload,
    userId,
    channelId: channel.id,
    createdAtMs: core.clock.now(),
    sourceMessageId: draft.message?.id ?? null,
    commandName: draft.commandName,
    triggering: draft.triggering,
    forcedPrivate: isForcedPrivate(core.world, channel, userId, draft.owners),
    answer: { callback: null, originalId: null, isPlaceholder: false, followUpIds: [] },
  }
  core.world.interactions.set(id, record)
  core.publish({ name: 'INTERACTION_CREATE', data: payload, guildId: channel.guildId, intent: 0 })
  return record
}

function createPayload(core: Core, draft: InteractionDraft, id: string, token: string): APIInteraction {
  const { world } = core
  const { channel, userId } = draft
  const payload = {
    id,
    application_id: world.application.id,
    type: draft.type,
    data: draft.data,
    ...createPersonPart(core, draft),
    channel: createPartialChannelPayload(world, channel, userId),
    channel_id: channel.id,
    token,
    version: 1,
    ...(draft.message === null ? {} : { message: draft.message }),
    app_permissions: String(computePermissions(world, channel, world.bot.id)),
    locale: world.locales.get(userId) ?? 'en-US',
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: draft.owners,
    context: findContext(channel),
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  }
  return payload as unknown as APIInteraction
}

/** In a server the member and the server, in private conversations the user. */
function createPersonPart({ world }: Core, { channel, userId }: InteractionDraft): JsonObject {
  const guild = findGuild(world, channel)
  const member = guild?.members.get(userId)
  if (guild === null || member === undefined) return { user: requireUser(world, userId) }
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: {
      ...createMemberPayload(world, member),
      permissions: String(computePermissions(world, channel, userId)),
    },
  }
}
