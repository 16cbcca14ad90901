/** First millisecond of Discord's ids, after https://discord.com/developers/docs/reference#snowflakes. */
const DISCORD_EPOCH_MS = 1_420_070_400_000

/** Servers get ids one millisecond apart from here, so that they spread over the shards in the order they are made. */
const FIRST_GUILD_MS = DISCORD_EPOCH_MS + 100_000_000

/** Makes ids that carry their time in the upper bits, as Discord's do. */
export interface Snowflakes {
  /** An id newer than every id before it. */
  readonly next: () => string
  /** An id for a server; the n-th server lands on shard n modulo the number of shards. */
  readonly nextGuild: () => string
}

/**
 * Makes a source of ids.
 * @param now milliseconds since 1970
 */
export function createSnowflakes(now: () => number): Snowflakes {
  let increment = 0
  let guilds = 0
  let lastMs = 0
  return {
    next: () => {
      increment = (increment + 1) % 4096
      // A full round of increments within one millisecond must still sort upwards.
      lastMs = Math.max(now(), increment === 0 ? lastMs + 1 : lastMs)
      return composeSnowflake(lastMs, increment)
    },
    nextGuild: () => composeSnowflake(FIRST_GUILD_MS + guilds++, 0),
  }
}

/** The shard that serves a server, after https://discord.com/developers/docs/events/gateway#sharding. */
export function findShard(guildId: string | null, shardCount: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount))
}

function composeSnowflake(ms: number, increment: number): string {
  return String((BigInt(ms - DISCORD_EPOCH_MS) << 22n) | BigInt(increment))
}
