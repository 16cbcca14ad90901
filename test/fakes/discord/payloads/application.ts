import { ApplicationFlags, GatewayIntentBits } from 'discord.js'
import type { JsonObject } from '../json.ts'
import { requireUser, type World } from '../world.ts'

const FLAGS: readonly (readonly [intent: number, flag: number])[] = [
  [GatewayIntentBits.GuildPresences, ApplicationFlags.GatewayPresenceLimited],
  [GatewayIntentBits.GuildMembers, ApplicationFlags.GatewayGuildMembersLimited],
  [GatewayIntentBits.MessageContent, ApplicationFlags.GatewayMessageContentLimited],
]

/** The flags of the application: what is switched on in the developer portal. */
export function computeApplicationFlags(world: World): number {
  const on = FLAGS.filter(([intent]) => (world.application.privilegedIntents & intent) !== 0)
  return on.reduce((flags, [, flag]) => flags | flag, 0)
}

/** The answer of `GET /applications/@me`. */
export function createApplicationPayload(world: World): JsonObject {
  const { id, name, ownerId } = world.application
  const flags = computeApplicationFlags(world)
  return {
    id,
    name,
    icon: null,
    description: '',
    type: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: requireUser(world, ownerId),
    approximate_guild_count: [...world.guilds.values()].filter(guild => guild.installed).length,
    approximate_user_install_count: world.userInstalls.size,
    approximate_user_authorization_count: world.userInstalls.size,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: { 0: {}, 1: {} },
  }
}
