import type { WebClient } from '@slack/web-api'
import type { Member } from '../../src/platform.ts'

/** What Slack says of a person, as far as the bot asks. */
export interface SlackUser {
  readonly is_admin?: boolean
  readonly is_owner?: boolean
  readonly is_restricted?: boolean
  readonly is_ultra_restricted?: boolean
  readonly is_stranger?: boolean
  /** Of the workspace they come from. */
  readonly team_id?: string
  /** In an organisation of several workspaces: those that they are in. */
  readonly enterprise_user?: { readonly teams?: readonly string[] }
}

/** The group of everybody who manages the workspace, for the setting that names admins. */
export const WORKSPACE_ADMINS = 'slack:workspace-admins'

const KEPT_MS = 60_000
const MOST_KEPT = 10_000

/**
 * A person as the bot knows them. Whoever is a guest, from outside, or unknown to Slack decides nothing.
 * @param user null where Slack did not say
 * @param teamId the workspace that the bot is in
 */
export function makeMember(userId: string, user: SlackUser | null, teamId: string): Member {
  const isGuest =
    user === null ||
    isForeign(user, teamId) ||
    Boolean(user.is_restricted || user.is_ultra_restricted || user.is_stranger)
  const managesServer = !isGuest && Boolean(user?.is_admin || user?.is_owner)
  return {
    id: `slack:${userId}`,
    groups: managesServer ? [WORKSPACE_ADMINS] : [],
    managesServer,
    managesChannel: !isGuest,
    isGuest,
  }
}

function isForeign({ team_id, enterprise_user }: SlackUser, teamId: string): boolean {
  return team_id !== undefined && team_id !== teamId && !enterprise_user?.teams?.includes(teamId)
}

/** Asks Slack who somebody is. */
export type LoadMember = (userId: string, options?: { readonly isFresh: boolean }) => Promise<Member>

/**
 * Remembers for a minute who somebody is, unless it has to be certain.
 * @param client of its own: it must not wait where Slack asks to, since answers wait for it
 * @param now in milliseconds since 1970
 */
export function createMemberLoader(client: WebClient, teamId: string, now: () => number): LoadMember {
  const known = new Map<string, { readonly user: SlackUser; readonly until: number }>()
  return async (userId, options) => {
    const kept = known.get(userId)
    const isCurrent = kept !== undefined && kept.until > now() && !options?.isFresh
    const user = isCurrent ? kept.user : await fetchUser(client, userId)
    if (known.size > MOST_KEPT) known.clear()
    if (user !== null && !isCurrent) known.set(userId, { user, until: now() + KEPT_MS })
    return makeMember(userId, user, teamId)
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
