import type { WebClient } from '@slack/web-api'
import type { Member } from '../../src/platform.ts'

/** What Slack says of a person, as far as the bot asks. */
export interface SlackUser {
  readonly is_admin?: boolean
  readonly is_owner?: boolean
  readonly is_restricted?: boolean
  readonly is_ultra_restricted?: boolean
  readonly is_stranger?: boolean
  readonly team_id?: string
}

/** The group of everybody who manages the workspace, for the setting that names admins. */
export const WORKSPACE_ADMINS = 'slack:workspace-admins'

const KEPT_MS = 5 * 60_000

/**
 * A person as the bot knows them. Whoever is a guest, from outside, or unknown to Slack decides nothing.
 * @param user null where Slack did not say
 * @param teamId the workspace that the bot is in
 */
export function makeMember(userId: string, user: SlackUser | null, teamId: string | null): Member {
  const isForeign = user?.team_id !== undefined && teamId !== null && user.team_id !== teamId
  const isGuest =
    user === null || isForeign || Boolean(user.is_restricted || user.is_ultra_restricted || user.is_stranger)
  const managesServer = !isGuest && Boolean(user?.is_admin || user?.is_owner)
  return {
    id: `slack:${userId}`,
    groups: managesServer ? [WORKSPACE_ADMINS] : [],
    managesServer,
    managesChannel: !isGuest,
    isGuest,
  }
}

/** Asks Slack who somebody is. */
export type LoadMember = (
  userId: string,
  teamId: string | null,
  options?: { readonly isFresh: boolean },
) => Promise<Member>

/**
 * Remembers for five minutes who somebody is, unless it has to be certain.
 * @param now in milliseconds since 1970
 */
export function createMemberLoader(client: WebClient, now: () => number): LoadMember {
  const known = new Map<string, { readonly member: Member; readonly until: number }>()
  return async (userId, teamId, options) => {
    const kept = known.get(userId)
    if (kept && kept.until > now() && !options?.isFresh) return kept.member
    const member = makeMember(userId, await fetchUser(client, userId), teamId)
    if (known.size > 10_000) known.clear()
    known.set(userId, { member, until: now() + KEPT_MS })
    return member
  }
}

/** Nobody is let in because Slack could not be asked. */
async function fetchUser(client: WebClient, userId: string): Promise<SlackUser | null> {
  try {
    const { user } = await client.users.info({ user: userId })
    return user ?? null
  } catch {
    return null
  }
}
