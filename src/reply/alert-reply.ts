import type { Delivery } from '../alert/delivery.ts'
import type {
  AlertItem,
  AlertMessage,
  ChangeMessage,
  GonePlaceMessage,
  PostingsMessage,
  QuietMessage,
  SampleMessage,
} from '../alert/message.ts'
import type { Subscription } from '../alert/subscription.ts'
import {
  describeChange,
  describeDay,
  describeOutcome,
  describeSchedule,
  nameQuestions,
  ALERT_MESSAGES as WORDS,
} from '../messages/alert-messages.ts'
import { MESSAGES } from '../messages.ts'
import { describePlace, describeSalary } from '../posting/describe-posting.ts'
import type { Posting } from '../posting/posting.ts'
import { styled, type TextBlock, type TextSpan, textBlock } from '../reply.ts'
import type { BlockDraft, ButtonDraft, CardDraft } from './draft.ts'
import { nameWithin } from './name-within.ts'
import { makeKeptCard, makePostingCard } from './posting-card.ts'

/** More postings come as a list. */
const MOST_CARDS = 3
const MOST_LINES = 10
/** Nobody's id: whoever presses gets an answer of their own, and the alert stays as it is. */
const NOBODY = 'alerts'

type Layouts = {
  readonly [T in AlertMessage['type']]: (message: Extract<AlertMessage, { type: T }>) => readonly BlockDraft[]
}

const LAYOUTS: Layouts = {
  postings: makePostings,
  change: makeChange,
  quiet: makeQuiet,
  'gone-place': makeGonePlace,
  created: makeSample,
  test: makeSample,
}

/** Lays out what an alert says. */
export function makeAlertReply(message: AlertMessage): readonly BlockDraft[] {
  // The table holds for each type the layout of that very type.
  const layOut = LAYOUTS[message.type] as (message: AlertMessage) => readonly BlockDraft[]
  return layOut(message)
}

function makePostings(message: PostingsMessage): readonly BlockDraft[] {
  const { items, subscriptions, now } = message
  const questions = nameQuestions(subscriptions)
  const isBacklog = items.every(({ delivery }) => delivery.body.isBacklog)
  const heading = (isBacklog ? WORDS.backlogFor : WORDS.newFor)(items.length, questions)
  const question = subscriptions[0]?.question ?? ''
  const shown =
    items.length <= MOST_CARDS
      ? items.map((item, index) => makeCard(item, index + 1, question, now))
      : items.slice(0, MOST_LINES).map(makeLine)
  const rest = items.length - shown.length
  return [
    textBlock('heading', styled('strong', heading)),
    ...shown,
    ...(rest > 0 ? [textBlock('hint', styled('muted', WORDS.andMore(rest)))] : []),
    { type: 'buttons', buttons: makeButtons(message, question) },
  ]
}

function makeButtons({ key, subscriptions }: PostingsMessage, question: string): readonly ButtonDraft[] {
  return [
    ...(question === '' ? [] : [seeAllButton(question)]),
    { label: WORDS.why, words: '', action: { type: 'alert-reasons', messageKey: key } },
    ...stopButtons(subscriptions),
  ]
}

function seeAllButton(question: string): ButtonDraft {
  return {
    label: WORDS.seeAll,
    words: question,
    action: { type: 'search', question, offset: 0, asker: NOBODY },
  }
}

/** What comes by direct message can be stopped right there. */
function stopButtons(subscriptions: readonly Subscription[]): readonly ButtonDraft[] {
  return subscriptions
    .filter(({ target, paused }) => target.type === 'member' && paused === null)
    .slice(0, 2)
    .map(({ id, question }, _, { length }) => ({
      label: length === 1 ? WORDS.stop : `${WORDS.stop} “${question}”`,
      words: '',
      action: { type: 'alert-pause', alert: id, isPaused: true },
    }))
}

function makeCard({ delivery, entry }: AlertItem, number: number, question: string, now: Date): CardDraft {
  const card =
    entry === null
      ? makeKeptCard({ postingId: delivery.postingId, ...delivery.body }, number)
      : makePostingCard({ ...entry, reasons: [] }, number, now)
  const outcome = describeState(delivery)
  const { postingId } = card
  const action = { type: 'show', postingId, question } as const
  return {
    ...card,
    ...(outcome === null ? {} : { outcome }),
    ...(entry === null ? {} : { details: { label: MESSAGES.details, words: '', action } }),
  }
}

/** What is to be said of a posting besides its facts; null for nothing. */
function describeState({ outcome, body }: Delivery): string | null {
  if (outcome !== null) return describeOutcome(outcome)
  return body.isReopened ? WORDS.reopened : null
}

function makeLine({ delivery, entry }: AlertItem): TextBlock {
  const { title, company, url } = entry?.posting ?? delivery.body
  const facts = [company, ...(entry === null ? [] : describeFacts(entry.posting)), describeState(delivery)]
  const rest = facts.filter(fact => fact !== null)
  return textBlock(
    'body',
    '• ',
    { ...styled('strong', title), ...(url === null ? {} : { url }) },
    styled('muted', rest.map(fact => ` · ${fact}`).join('')),
  )
}

function describeFacts(posting: Posting): readonly (string | null)[] {
  return [posting.salary === null ? null : describeSalary(posting.salary), describePlace(posting)]
}

function makeChange({ item }: ChangeMessage): readonly BlockDraft[] {
  const { delivery, entry } = item
  const title = entry?.posting.title ?? delivery.body.title
  return [
    textBlock('heading', styled('strong', WORDS.changed(title))),
    ...(delivery.body.changes ?? []).map(change => textBlock('body', describeChange(change))),
  ]
}

function makeQuiet({ subscriptions, lastCheck }: QuietMessage): readonly BlockDraft[] {
  const day = lastCheck === null ? null : describeDay(lastCheck)
  return subscriptions
    .slice(0, 1)
    .flatMap(({ id, question }) => [
      textBlock('body', WORDS.quiet(question, day)),
      textBlock('hint', styled('muted', WORDS.quietHint(id))),
      ...withButtons(stopButtons(subscriptions)),
    ])
}

function makeGonePlace({ subscriptions }: GonePlaceMessage): readonly BlockDraft[] {
  return [
    textBlock('body', WORDS.gonePlace(nameQuestions(subscriptions), subscriptions.length)),
    textBlock('hint', styled('muted', WORDS.gonePlaceFix(subscriptions.map(({ id }) => id)))),
  ]
}

function makeSample({ type, subscriptions, items, total, now }: SampleMessage): readonly BlockDraft[] {
  return subscriptions.slice(0, 1).flatMap(subscription => {
    const { id, question, schedule } = subscription
    const heading = type === 'created' ? WORDS.created(question) : WORDS.test(question)
    return [
      textBlock('heading', styled('strong', heading)),
      textBlock('body', describeSchedule(schedule), ...nameOwner(subscription)),
      textBlock('body', WORDS.openNow(total, items.length)),
      ...items.map(({ entry }, index) => {
        const card = makePostingCard({ ...entry, reasons: [] }, index + 1, now)
        const action = { type: 'show', postingId: card.postingId, question } as const
        return { ...card, details: { label: MESSAGES.details, words: '', action } }
      }),
      textBlock('hint', styled('muted', WORDS.manage(id))),
      ...withButtons([
        ...(total > items.length ? [seeAllButton(question)] : []),
        ...stopButtons(subscriptions),
      ]),
    ]
  })
}

/** Whoever is told by direct message knows whose alert it is. */
function nameOwner({ target, ownerId }: Subscription): readonly TextSpan[] {
  return target.type === 'member' ? [] : nameWithin(` · ${WORDS.ownedBy(ownerId)}`, ownerId)
}

function withButtons(buttons: readonly ButtonDraft[]): readonly BlockDraft[] {
  return buttons.length === 0 ? [] : [{ type: 'buttons', buttons }]
}
