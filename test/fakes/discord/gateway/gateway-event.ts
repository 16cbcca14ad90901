import { GatewayIntentBits } from 'discord.js'

/** Something that happened and the bot may hear of. */
export interface GatewayEvent {
  /** For example `MESSAGE_CREATE`. */
  readonly name: string
  readonly data: object
  /** Decides which shard hears it; null goes to shard 0. */
  readonly guildId: string | null
  /** The intent needed; 0 when every session hears it. */
  readonly intent: number
  /** What sessions hear instead when they may not read what members write. */
  readonly blanked?: object
}

/** The intent that messages of a place need; messages that one member sees travel like private ones. */
export function findMessageIntent(guildId: string | null): number {
  return guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages
}
