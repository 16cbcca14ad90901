import type { JsonObject } from '../../discord/json.ts'
import type { UserRecord } from '../world.ts'

/**
 * Somebody as `users.info` shows them.
 * @param workspaceId who asks; people of other workspaces are strangers
 */
export function createUserPayload(user: UserRecord, workspaceId: string): JsonObject {
  const isStranger = user.workspaceId !== workspaceId
  return {
    id: user.id,
    team_id: user.workspaceId,
    name: user.name,
    real_name: user.name,
    deleted: user.isDeleted,
    profile: { real_name: user.name, display_name: user.name, team: user.workspaceId },
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    ...(user.isDeleted ? {} : { ...createRolePart(user), tz: user.tz, tz_offset: 0, tz_label: user.tz }),
    ...(isStranger ? { is_stranger: true } : {}),
  }
}

/** Slack leaves the rights of deactivated people out. */
function createRolePart({ role }: UserRecord): JsonObject {
  const isOwner = role === 'owner' || role === 'primary_owner'
  return {
    is_admin: isOwner || role === 'admin',
    is_owner: isOwner,
    is_primary_owner: role === 'primary_owner',
    is_restricted: role === 'guest' || role === 'single_channel_guest',
    is_ultra_restricted: role === 'single_channel_guest',
  }
}
