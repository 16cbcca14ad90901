import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js'
import type { Core } from '../core.ts'
import { asObjects, isGiven, type JsonObject } from '../json.ts'

/** A command as Discord keeps it; `kept` is the one that it replaces, whose id stays. */
export function createCommandPayload(
  core: Core,
  body: JsonObject,
  guildId: string | null,
  kept: APIApplicationCommand | null,
): APIApplicationCommand {
  const permissions = body.default_member_permissions
  const command = {
    id: kept?.id ?? core.ids.next(),
    application_id: core.world.application.id,
    version: core.ids.next(),
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: isGiven(permissions) ? String(permissions) : null,
    nsfw: body.nsfw ?? false,
    ...(guildId === null ? createGlobalPart(body) : { guild_id: guildId }),
    ...(asObjects(body.options).length > 0 ? { options: asObjects(body.options).map(dropNull) } : {}),
  }
  return command as unknown as APIApplicationCommand
}

/** Where a command of all servers can be used; both kinds of installation and every place unless said otherwise. */
function createGlobalPart(body: JsonObject): JsonObject {
  return {
    dm_permission: body.dm_permission ?? true,
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0, 1],
  }
}

function dropNull(option: JsonObject): JsonObject {
  const given = Object.entries(option).filter(([, value]) => isGiven(value))
  return Object.fromEntries(
    given.map(([key, value]) => [key, key === 'options' ? asObjects(value).map(dropNull) : value]),
  )
}
