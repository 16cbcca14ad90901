import type { Audience } from '../commands.ts'
import type { Member } from '../platform.ts'

/**
 * Whether somebody may use a command.
 * @param member undefined where there is only one person, who then is the host
 * @param admins ids of members and groups, from the settings
 */
export function mayUse(audience: Audience, member: Member | undefined, admins: readonly string[]): boolean {
  if (audience === 'member' || member === undefined) return true
  const isAdmin = [member.id, ...member.groups].some(id => admins.includes(id))
  return isAdmin || (audience === 'server-manager' && member.managesServer)
}
