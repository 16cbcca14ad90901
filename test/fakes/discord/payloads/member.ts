import type { JsonObject } from '../json.ts'
import { type MemberRecord, requireUser, type World } from '../world.ts'

/** A member with the user inside, as REST and interactions send it. */
export function createMemberPayload(world: World, member: MemberRecord): JsonObject {
  return {
    user: requireUser(world, member.userId),
    ...createPartialMemberPayload(member),
    mute: false,
    deaf: false,
  }
}

/** A member without the user, as messages carry it. */
export function createPartialMemberPayload(member: MemberRecord): JsonObject {
  return {
    roles: member.roleIds,
    nick: member.nick,
    avatar: null,
    banner: null,
    joined_at: member.joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    flags: 0,
  }
}
