import type { Alerts } from '../alert/alerts.ts'
import { targetOfMember } from '../alert/leave-place.ts'
import { placeKey, type Subscription } from '../alert/subscription.ts'
import { ALERT_MESSAGES as WORDS } from '../messages/alert-messages.ts'
import type { Member, Place, Target } from '../platform.ts'
import { type Draft, sayProblem, type Turn } from './handler.ts'
import { mayUse } from './may-use.ts'

/** A request about alerts by somebody who is known, where alerts can be posted. */
export interface AlertTurn extends Turn {
  readonly alerts: Alerts
  readonly member: Member
  readonly place: Place
}

/** Runs what needs alerts, or says why there are none here. */
export async function withAlerts(turn: Turn, run: (turn: AlertTurn) => Promise<Draft>): Promise<Draft> {
  const { deps, request } = turn
  const { alerts } = deps
  const { member, place } = request
  if (!alerts || !place || !alerts.reaches(place.platform)) return sayProblem(request, WORDS.needsPlatform)
  if (!member) return sayProblem(request, WORDS.needsMember)
  return run({ ...turn, alerts, member, place })
}

/** The channel that somebody speaks in; null where nobody else is. */
export function channelOf({ request, place }: AlertTurn): Extract<Target, { type: 'channel' }> | null {
  const { platform, serverId, channelId } = place
  if (serverId === null || request.surface?.isPrivate) return null
  return { type: 'channel', platform, serverId, channelId }
}

/** Whoever asks, as a place to post to. */
export function memberTargetOf({ member, place }: AlertTurn): Target {
  return targetOfMember(member.id, place)
}

/** Why somebody may not make alerts in the channel at hand; null where they may. */
export function refuseInChannel({ deps, member }: AlertTurn): readonly string[] | null {
  if (mayUse('admin', member, deps.admins)) return null
  if (member.isGuest) return WORDS.guests
  if (deps.alertsBy === 'admins' && !mayUse('server-manager', member, deps.admins)) return WORDS.onlyAdmins
  return member.managesChannel ? null : WORDS.notAllowed
}

/** Why the server at hand keeps alerts out of this channel; null where it does not. */
export async function refuseByServer(turn: AlertTurn): Promise<readonly string[] | null> {
  const channel = channelOf(turn)
  if (channel?.serverId == null) return null
  const settings = await turn.deps.store.servers.load(`${channel.platform}:${channel.serverId}`)
  const isOpen = !settings || settings.channels.length === 0 || settings.channels.includes(channel.channelId)
  return isOpen ? null : WORDS.otherChannels
}

/** Its owner, an admin, and whoever may make alerts in its channel. */
export function mayChange(turn: AlertTurn, { ownerId, target }: Subscription): boolean {
  const { member, deps, place } = turn
  if (ownerId === member.id || mayUse('admin', member, deps.admins)) return true
  if (target.type === 'member' || member.isGuest) return false
  const isHere = channelOf(turn)?.channelId === target.channelId
  if (isHere && refuseInChannel(turn) === null) return true
  return member.managesServer && place.serverId !== null && place.serverId === target.serverId
}

/** The alerts of the channel at hand, and those of whoever asks; none of others. */
export async function listVisible(turn: AlertTurn): Promise<readonly Subscription[]> {
  const { subscriptions } = turn.deps.store
  const channel = channelOf(turn)
  const here = channel === null ? [] : await subscriptions.listByPlace(placeKey(channel))
  const own = await subscriptions.listByOwner(turn.member.id)
  const byMessage = await subscriptions.listByPlace(placeKey(memberTargetOf(turn)))
  return [...new Map([...here, ...byMessage, ...own].map(one => [one.id, one])).values()]
}

/** Finds the alert that words begin with the id of, for those who may change it. */
export async function withAlert(
  turn: Turn,
  words: string,
  run: (turn: AlertTurn, subscription: Subscription) => Promise<Draft>,
): Promise<Draft> {
  return withAlerts(turn, async known => {
    const subscription = await findAlert(known, words)
    if (subscription === null) return sayProblem(turn.request, WORDS.noSuchAlert)
    if (!mayChange(known, subscription)) return sayProblem(turn.request, ...WORDS.notYours)
    return run(known, subscription)
  })
}

/** @returns null where words begin with the id of no alert */
export function findAlert({ deps }: AlertTurn, words: string): Promise<Subscription | null> {
  const id = words.trim().toLowerCase().split(/\s/, 1)[0] ?? ''
  return deps.store.subscriptions.load(id.replace(/^#/, ''))
}
