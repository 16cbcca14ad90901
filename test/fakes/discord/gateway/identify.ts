import { GatewayCloseCodes, GatewayIntentBits } from 'discord.js'
import type { Core } from '../core.ts'
import { asList, asText, type JsonObject } from '../json.ts'
import { computeApplicationFlags } from '../payloads/application.ts'
import { createGuildEvent } from '../payloads/guild.ts'
import { findShard } from '../snowflakes.ts'
import { createSession, type GatewaySession } from './gateway-session.ts'

const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
)
const PRIVILEGED_INTENTS =
  GatewayIntentBits.GuildPresences | GatewayIntentBits.GuildMembers | GatewayIntentBits.MessageContent

/** A session, or the code to close the connection with. */
export function identify(core: Core, data: JsonObject, sessionId: string): GatewaySession | number {
  if (asText(data.token).replace(/^Bot /, '') !== core.token) return GatewayCloseCodes.AuthenticationFailed
  const intents = data.intents
  if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0) return GatewayCloseCodes.InvalidIntents
  if ((intents & PRIVILEGED_INTENTS & ~core.world.application.privilegedIntents) !== 0)
    return GatewayCloseCodes.DisallowedIntents
  const [shard, shardCount] = data.shard === undefined ? [0, 1] : asList(data.shard)
  if (typeof shard !== 'number' || typeof shardCount !== 'number' || shard < 0 || shard >= shardCount)
    return GatewayCloseCodes.InvalidShard
  return createSession({ id: sessionId, shard, shardCount, intents })
}

/** Sends what follows an accepted identify: ready, then each server of the shard. */
export function greet(core: Core, session: GatewaySession, resumeUrl: string): void {
  const { world } = core
  const guilds = [...world.guilds.values()].filter(
    guild => guild.installed && findShard(guild.id, session.shardCount) === session.shard,
  )
  session.dispatch('READY', {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
    user_settings: {},
    private_channels: [],
    relationships: [],
    presences: [],
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: resumeUrl,
    shard: [session.shard, session.shardCount],
    application: { id: world.application.id, flags: computeApplicationFlags(world) },
  })
  if ((session.intents & GatewayIntentBits.Guilds) === 0) return
  const seesMembers = (session.intents & GatewayIntentBits.GuildMembers) !== 0
  for (const guild of guilds) session.dispatch('GUILD_CREATE', createGuildEvent(world, guild, seesMembers))
}
