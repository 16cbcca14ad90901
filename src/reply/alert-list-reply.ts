import type { Subscription } from '../alert/subscription.ts'
import { describeSchedule, ALERT_MESSAGES as WORDS } from '../messages/alert-messages.ts'
import { MESSAGES } from '../messages.ts'
import { plain, styled, type TextSpan, textBlock } from '../reply.ts'
import type { BlockDraft, ButtonDraft } from './draft.ts'
import { nameChannelWithin, nameWithin } from './name-within.ts'

/** A page of alerts. */
export interface AlertPage {
  readonly shown: readonly Subscription[]
  readonly offset: number
  readonly total: number
  /** The channel in which it is shown; null for none. */
  readonly channelId: string | null
  /** Turns to another page. */
  readonly turn: (offset: number) => ButtonDraft['action']
  readonly size: number
}

/** Lists alerts, each with what it asks, where it tells and who answers for it. */
export function makeAlertList({
  shown,
  offset,
  total,
  channelId,
  turn,
  size,
}: AlertPage): readonly BlockDraft[] {
  if (total === 0) return [textBlock('body', WORDS.none)]
  const rest = total - offset - shown.length
  const turns: readonly ButtonDraft[] = [
    ...(offset > 0 ? [{ label: MESSAGES.back, words: '', action: turn(Math.max(0, offset - size)) }] : []),
    ...(rest > 0 ? [{ label: MESSAGES.more(rest), words: '', action: turn(offset + shown.length) }] : []),
  ]
  return [
    textBlock('heading', styled('strong', WORDS.listTitle(total))),
    ...shown.map(subscription =>
      textBlock(
        'body',
        styled('code', subscription.id),
        ' ',
        styled('strong', `“${subscription.question}”`),
        ...describeParts(subscription, channelId).flatMap(part => [plain(' · '), ...part]),
      ),
    ),
    textBlock('hint', styled('muted', WORDS.listHint)),
    ...(turns.length === 0 ? [] : [{ type: 'buttons', buttons: turns } as const]),
  ]
}

function describeParts(
  subscription: Subscription,
  channelId: string | null,
): readonly (readonly TextSpan[])[] {
  const { schedule, ownerId, paused, mutedCompanies, withNotStated } = subscription
  return [
    describePlace(subscription, channelId),
    [plain(describeSchedule(schedule))],
    ...(withNotStated ? [[plain(WORDS.withNotStated)]] : []),
    ...(mutedCompanies.length > 0 ? [[plain(WORDS.mutedCompanies(mutedCompanies))]] : []),
    ...(paused === null ? [] : [[plain(WORDS.pausedBy[paused])]]),
    nameWithin(WORDS.ownedBy(ownerId), ownerId),
  ]
}

function describePlace({ target }: Subscription, channelId: string | null): readonly TextSpan[] {
  if (target.type === 'member') return [plain(WORDS.byMessage)]
  if (target.channelId === channelId) return [plain(WORDS.here)]
  return nameChannelWithin(WORDS.elsewhere(target.channelId), target.platform, target.channelId)
}
