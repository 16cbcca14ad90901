import type { APIUser, UserFlags } from 'discord.js'

const NO_FLAGS = 0 as UserFlags

/** A user as Discord sends it: optional fields left out, nullable ones null. */
export function createUserPayload(id: string, name: string, isBot: boolean): APIUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(' ', '-'),
    discriminator: '0',
    global_name: isBot ? null : name,
    avatar: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
    ...(isBot ? { bot: true } : {}),
  }
}
