import type { Delivery, DeliveryState } from '../alert/delivery.ts'
import type { Explanation, WhyStep } from '../alert/explain.ts'
import type { Subscription } from '../alert/subscription.ts'
import {
  describeDay,
  describeSchedule,
  describeTime,
  nameQuestions,
  RULE_WORDS,
  ALERT_MESSAGES as WORDS,
} from '../messages/alert-messages.ts'
import { quoteCondition } from '../query/describe-query.ts'
import { styled, type TextSpan, textBlock } from '../reply.ts'
import type { BlockDraft } from './draft.ts'
import { nameWithin } from './name-within.ts'

const MOST_POSTINGS = 10

type Sentences = { readonly [S in WhyStep['step']]: (step: Extract<WhyStep, { step: S }>) => string }

const SENTENCES: Sentences = {
  open: ({ isPassed, closedSince }) =>
    isPassed
      ? 'It is open.'
      : closedSince === null
        ? 'It is not among the open postings.'
        : `It is closed, or gone from its source, since ${describeDay(closedSince)}.`,
  new: ({ isPassed, firstSeen, isArrival, since }) => {
    if (isPassed) return `It turned up on ${describeTime(firstSeen)}, after the alert was made.`
    return isArrival
      ? `It was there before the alert: it turned up on ${describeTime(firstSeen)}, and the alert tells of what came after ${describeTime(since)}.`
      : `It was there when its source was loaded for the first time (${describeTime(firstSeen)}), which is never told.`
  },
  question: ({ isPassed, reasons, failing, isOld }) => {
    if (isPassed) return `The question finds it: ${reasons.join(' · ') || 'it asks for all'}.`
    const parts = failing.map(({ label, isStated }) =>
      isStated ? `it does not fit ${quoteCondition(label)}` : `it does not state ${quoteCondition(label)}`,
    )
    if (isOld) parts.push('it is older than its source’s limit')
    return `The question does not find it: ${parts.join('; ') || 'not every word of it is understood'}.`
  },
  company: ({ isPassed, company }) =>
    isPassed ? `${company} is not left out.` : `${company} is left out of this alert.`,
  active: ({ isPassed, paused }) =>
    isPassed || paused === null ? 'The alert is on.' : `The alert ${WORDS.pausedBy[paused]}.`,
  ledger: ({ delivery }) => (delivery === null ? 'Nothing was planned for it.' : describeDelivery(delivery)),
}

/** What the ledger says of a delivery. */
function describeDelivery(delivery: Delivery): string {
  const { state, rule, dueAt, sentAt, problem, unknowns } = delivery
  const because = rule === null ? '' : `: ${RULE_WORDS[rule]}`
  const sentences: Readonly<Record<DeliveryState, string>> = {
    planned: `It is planned for ${describeTime(dueAt)}${problem === null ? '' : ` (last try: ${problem})`}.`,
    held: `It is put off until ${describeTime(dueAt)}${because}.`,
    leased: 'It is being sent right now.',
    sent: `It was sent on ${sentAt === null ? 'an unknown day' : describeTime(sentAt)}${unknowns > 0 ? ', once more, because nobody could tell whether the first try arrived' : ''}.`,
    unknown: `It may have arrived; I look and try again (${problem ?? 'no reason given'}).`,
    failed: `It could not be delivered${because} (${problem ?? 'no reason given'}).`,
    dropped: `It was not sent${because}.`,
  }
  return sentences[state]
}

/** Says step by step why a posting was told, or was not. */
export function makeWhyReply(explanations: readonly Explanation[]): readonly BlockDraft[] {
  return explanations.flatMap(({ title, subscription, steps }) => [
    textBlock('heading', styled('strong', WORDS.whyTitle(title, subscription.question, subscription.id))),
    ...steps.map(step => textBlock('body', markStep(step), describeStep(step))),
  ])
}

const WAITING: ReadonlySet<DeliveryState> = new Set(['planned', 'held', 'leased', 'unknown'])

/** What is on its way neither failed nor arrived. */
function markStep(step: WhyStep): TextSpan {
  if (step.isPassed) return styled('good', '✓ ')
  const isWaiting = step.step === 'ledger' && step.delivery !== null && WAITING.has(step.delivery.state)
  return isWaiting ? styled('muted', '… ') : styled('warning', '✗ ')
}

function describeStep(step: WhyStep): string {
  // The table holds for each step the sentence of that very step.
  return (SENTENCES[step.step] as (step: WhyStep) => string)(step)
}

/** Says of the postings of one message which alerts they answer. */
export function makeReasonsReply(
  told: readonly { readonly delivery: Delivery; readonly subscriptions: readonly Subscription[] }[],
): readonly BlockDraft[] {
  const alerts = [...new Set(told.flatMap(({ subscriptions }) => subscriptions))]
  return [
    ...told
      .slice(0, MOST_POSTINGS)
      .map(({ delivery, subscriptions }) =>
        textBlock('body', WORDS.whyMessage(delivery.body.title, nameQuestions(subscriptions))),
      ),
    ...(told.length > MOST_POSTINGS
      ? [textBlock('hint', styled('muted', WORDS.andMore(told.length - MOST_POSTINGS)))]
      : []),
    ...alerts.map(({ id, schedule, ownerId }) =>
      textBlock(
        'hint',
        ...nameWithin(
          WORDS.answeredBy(id, describeSchedule(schedule), WORDS.ownedBy(ownerId)),
          ownerId,
          'muted',
        ),
      ),
    ),
    ...alerts.slice(0, 1).map(({ id }) => textBlock('hint', styled('muted', WORDS.manage(id)))),
  ]
}
