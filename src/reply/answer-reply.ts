import type { Answer, Facet, Suggestion } from '../answer/answer.ts'
import { ADMIN_MESSAGES } from '../messages/admin-messages.ts'
import { ALERT_MESSAGES } from '../messages/alert-messages.ts'
import { MESSAGES } from '../messages.ts'
import type { DataAge } from '../reload/data-age.ts'
import type { FactsBlock, TextBlock, TextSpan } from '../reply.ts'
import { plain, styled, textBlock } from '../reply.ts'
import type { BlockDraft, ButtonDraft, CardDraft } from './draft.ts'
import { nameCountry, nameSkill, nameTopic } from './name-values.ts'
import { narrowQuestion } from './narrow-question.ts'
import { makePostingCard } from './posting-card.ts'

const MAX_SUGGESTIONS = 3
const DAY_MS = 86_400_000

/** The stretch of the matches that a reply shows. */
export interface Page {
  readonly offset: number
  readonly size: number
}

/** What an answer depends on besides what it says. */
export interface AnswerSetting {
  readonly page: Page
  readonly now: Date
  /** Of the catalog that answered. */
  readonly revision: string
  /** Id of the member whose the buttons are; null where there is only one person. */
  readonly asker: string | null
  /** Whether buttons can stand beside cards and open forms. */
  readonly isRich: boolean
  /** What the question goes on from; absent for one of its own. */
  readonly continues?: string
  /** Whether only the asker sees the answer while others could. */
  readonly canShare: boolean
  /** Whether an alert for the question can be made here; not where absent. */
  readonly canAlert?: boolean
  /** How old the postings are; absent where they were read for this very answer. */
  readonly dataAge?: DataAge | null
}

/** Lays an answer out: the receipt, a page of cards, and what to try next. */
export function makeAnswerReply(answer: Answer, setting: AnswerSetting): readonly BlockDraft[] {
  const { offset, size } = setting.page
  const page = isList(answer) ? answer.listMatches(offset, size) : []
  const cards = page.map((match, index) => {
    const card = makePostingCard(match, offset + index + 1, setting.now)
    return setting.isRich ? addDetails(card, answer.query.text) : card
  })
  const buttons = makeButtons(answer, setting, offset + page.length)
  const options = answer.suggestions
    .slice(0, MAX_SUGGESTIONS)
    .map(suggestion => suggestionButton(suggestion, setting))
  const { continues } = setting
  return [
    ...(continues === undefined
      ? []
      : [textBlock('receipt', styled('muted', MESSAGES.continues(continues)))]),
    ...makeReceipt(answer),
    ...makeFigures(answer),
    ...cards,
    ...makeFootnotes(answer, offset, page.length),
    ...makeAgeNote(setting),
    ...(setting.isRich
      ? [buttonsBlock(buttons), menuBlock(options, narrowingButtons(answer, setting))]
      : [buttonsBlock([...buttons, ...options])]),
  ].flatMap(block => block ?? [])
}

function isList(answer: Answer): boolean {
  return answer.kind === 'listings' || answer.kind === 'count'
}

function addDetails(card: CardDraft, question: string): CardDraft {
  const action = { type: 'show', postingId: card.postingId, question } as const
  return { ...card, details: { label: MESSAGES.details, words: `show ${card.number}`, action } }
}

function buttonsBlock(buttons: readonly ButtonDraft[]): BlockDraft | null {
  return buttons.length === 0 ? null : { type: 'buttons', buttons }
}

function menuBlock(others: readonly ButtonDraft[], narrower: readonly ButtonDraft[]): BlockDraft | null {
  const options = [...others, ...narrower]
  if (options.length === 0) return null
  if (narrower.length === 0) return { type: 'menu', title: MESSAGES.tryInstead, options }
  return { type: 'menu', title: others.length === 0 ? MESSAGES.narrow : MESSAGES.narrowOrTry, options }
}

/** Only worth a menu where the answer is longer than its first page. */
function narrowingButtons(answer: Answer, { page, asker }: AnswerSetting): ButtonDraft[] {
  if (!isList(answer) || answer.total <= page.size) return []
  return narrowQuestion(answer).map(({ label, question, total }) => ({
    label: MESSAGES.only(label, total),
    words: question,
    action: { type: 'search', question, offset: 0, ...ownedBy(asker) },
  }))
}

/** How the question was read: what was understood, what was assumed, and what was not. */
function makeReceipt(answer: Answer): TextBlock[] {
  if (isTooLong(answer)) return []
  const understood = answer.understood.flatMap((part, index): TextSpan[] => [
    ...(index === 0 ? [] : [styled('muted', ' · ')]),
    styled('strong', part.label),
    ...(part.note === null ? [] : [styled('muted', ` (${part.note})`)]),
  ])
  const receipt = understood.length > 0 ? understood : [describeUnderstood(answer)]
  return [textBlock('receipt', ...receipt), ...makeUnread(answer)]
}

/** A question that is too long was not read as one; what was read of it is offered. */
function isTooLong({ kind, suggestions }: Answer): boolean {
  return kind === 'clarify' && suggestions.length > 0
}

const THANKS =
  /^\W*(?:many |ok,? |great,? |perfect,? )?(?:thanks?|thank you|thx|ty|cheers|danke|gracias|merci)\b/i

/** A question can be about all postings without naming a condition. */
function describeUnderstood(answer: Answer): TextSpan {
  return isAboutAll(answer)
    ? styled('strong', MESSAGES.allPostings)
    : THANKS.test(answer.query.text) && answer.query.unread.length === 0
      ? styled('strong', MESSAGES.welcome)
      : styled('warning', MESSAGES.understoodNothing)
}

function isAboutAll({ query, kind }: Answer): boolean {
  return query.asksForAll || query.subject !== null || kind === 'count'
}

function makeUnread(answer: Answer): TextBlock[] {
  const { unread } = answer.query
  if (unread.length === 0) return []
  const words = unread.flatMap((part): TextSpan[] => [
    styled('warning', ` “${part.text}”`),
    ...(part.nearest === null ? [] : [styled('muted', ` ${MESSAGES.nearest(part.nearest)}`)]),
  ])
  return [textBlock('receipt', styled('warning', MESSAGES.notUnderstood), ...words)]
}

/** What the answer says in figures: the count, a statistic, or counts by value. */
function makeFigures(answer: Answer): (TextBlock | FactsBlock)[] {
  if (isTooLong(answer)) return [textBlock('problem', styled('warning', answer.text))]
  if (answer.kind === 'clarify') return [textBlock('hint', MESSAGES.askLikeThis)]
  if (answer.kind === 'statistic') return [textBlock('body', styled('strong', answer.text))]
  if (answer.kind === 'facets')
    return [
      textBlock('body', styled('strong', MESSAGES.counted(answer.total, answer.catalogSize))),
      makeFacets(answer),
    ]
  return answer.understood.length > 0 || isAboutAll(answer)
    ? [textBlock('body', MESSAGES.counted(answer.total, answer.catalogSize), ...lacking(answer))]
    : []
}

const MOST_FACETS = 15

/** A value as people write it. */
function nameFacet({ field, value }: Facet): string {
  if (field === 'skill') return nameSkill(value)
  if (field === 'topic') return nameTopic(value)
  // Countries stand among cities, by their codes.
  return field === 'place' && /^(?:[A-Z]{2}|\*)$/.test(value) ? nameCountry(value) : value
}

function makeFacets(answer: Answer): FactsBlock {
  const facts = answer.facets
    .slice(0, MOST_FACETS)
    .map(facet => ({ label: nameFacet(facet), value: facet.total.toLocaleString('en-US') }))
  return { type: 'facts', facts }
}

function lacking(answer: Answer): TextSpan[] {
  if (answer.notStatedTotal === 0) return []
  const parts = answer.notStated.filter(part => part.total > 0)
  return [styled('muted', ` ${MESSAGES.notStated(answer.notStatedTotal, parts)}`)]
}

function makeFootnotes(answer: Answer, offset: number, shown: number): TextBlock[] {
  const { closed, old, dismissed } = answer.leftOut
  const lines = [
    ...(offset > 0 && shown > 0 ? [MESSAGES.page(offset + 1, offset + shown, answer.total)] : []),
    ...(closed > 0 ? [MESSAGES.leftOutClosed(closed)] : []),
    ...(old > 0 ? [MESSAGES.leftOutOld(old)] : []),
    ...(dismissed > 0 ? [MESSAGES.leftOutDismissed(dismissed)] : []),
  ]
  const hint =
    answer.total === 0 && answer.suggestions.length > 0 ? [textBlock('hint', plain(MESSAGES.changeHint))] : []
  return [...lines.map(line => textBlock('hint', styled('muted', line))), ...hint]
}

/** Postings of today need no word about it. */
function makeAgeNote({ dataAge = null, now }: AnswerSetting): TextBlock[] {
  if (dataAge === null) return []
  const { loadedAt, isStale } = dataAge
  const ago = ADMIN_MESSAGES.ago(loadedAt, now)
  if (isStale) return [textBlock('hint', styled('warning', ADMIN_MESSAGES.staleAnswer(ago)))]
  const isOld = now.getTime() - loadedAt.getTime() > DAY_MS
  return isOld ? [textBlock('hint', styled('muted', ADMIN_MESSAGES.oldData(ago)))] : []
}

function makeButtons(answer: Answer, setting: AnswerSetting, nextOffset: number): ButtonDraft[] {
  const question = answer.query.text
  const { page, asker, isRich, canShare } = setting
  const rest = isList(answer) ? answer.total - nextOffset : 0
  const turn = (offset: number) =>
    ({ type: 'search', question, offset, revision: setting.revision, ...ownedBy(asker) }) as const
  const previous = Math.max(0, page.offset - page.size)
  return [
    ...(rest > 0 ? [{ label: MESSAGES.more(rest), words: 'more', action: turn(nextOffset) }] : []),
    ...(isRich && page.offset > 0 ? [{ label: MESSAGES.back, words: question, action: turn(previous) }] : []),
    ...(isRich ? [editButton(question, asker)] : []),
    ...(canShare ? [shareButton(question, page.offset)] : []),
    ...(setting.canAlert && canWatch(answer) ? [alertButton(question)] : []),
  ]
}

/** There is something to wait for where every word is understood as a question for postings. */
function canWatch(answer: Answer): boolean {
  return (
    isList(answer) && answer.query.unread.length === 0 && (answer.understood.length > 0 || isAboutAll(answer))
  )
}

function alertButton(question: string): ButtonDraft {
  return { label: ALERT_MESSAGES.alertMe, words: question, action: { type: 'alert-preview', question } }
}

function ownedBy(asker: string | null): { readonly asker?: string } {
  return asker === null ? {} : { asker }
}

function editButton(question: string, asker: string | null): ButtonDraft {
  const action = { type: 'edit', question, ...ownedBy(asker) } as const
  return { label: MESSAGES.edit, words: question, action }
}

function shareButton(question: string, offset: number): ButtonDraft {
  return { label: MESSAGES.share, words: question, action: { type: 'share', question, offset } }
}

function suggestionButton(suggestion: Suggestion, { asker }: AnswerSetting): ButtonDraft {
  const action = { type: 'search', question: suggestion.query, offset: 0, ...ownedBy(asker) } as const
  return { label: MESSAGES.suggestion(suggestion.label, suggestion.total), words: suggestion.query, action }
}
