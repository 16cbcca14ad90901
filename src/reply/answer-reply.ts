import type { Answer, Suggestion } from '../answer/answer.ts'
import { MESSAGES } from '../messages.ts'
import type { Action, ReplyBlock, TextBlock, TextSpan } from '../reply.ts'
import { plain, styled, textBlock } from '../reply.ts'
import { makePostingCard } from './posting-card.ts'

const MAX_SUGGESTIONS = 3

/** A button before its action has a key in the store. */
export interface ButtonDraft {
  readonly label: string
  readonly words: string
  readonly action: Action
}

/** A reply whose buttons have no keys yet. */
export interface ReplyDraft {
  readonly blocks: readonly ReplyBlock[]
  readonly buttons: readonly ButtonDraft[]
}

/** The stretch of the matches that a reply shows. */
export interface Page {
  readonly offset: number
  readonly size: number
}

/** Lays an answer out: the receipt, a page of cards, and what to try next. */
export function makeAnswerReply(answer: Answer, { offset, size }: Page, now: Date): ReplyDraft {
  const page =
    answer.kind === 'listings' || answer.kind === 'count' ? answer.matches.slice(offset, offset + size) : []
  const cards = page.map((match, index) => makePostingCard(match, offset + index + 1, now))
  return {
    blocks: [
      ...makeReceipt(answer),
      ...makeFigures(answer),
      ...cards,
      ...makeFootnotes(answer, offset, page.length),
    ],
    buttons: [
      ...moreButton(answer, offset + page.length),
      ...answer.suggestions.slice(0, MAX_SUGGESTIONS).map(suggestionButton),
    ],
  }
}

/** How the question was read: what was understood, what was assumed, and what was not. */
function makeReceipt(answer: Answer): TextBlock[] {
  const understood = answer.understood.flatMap((part, index): TextSpan[] => [
    ...(index === 0 ? [] : [styled('muted', ' · ')]),
    styled('strong', part.label),
    ...(part.note === null ? [] : [styled('muted', ` (${part.note})`)]),
  ])
  const receipt = understood.length > 0 ? understood : [styled('warning', MESSAGES.understoodNothing)]
  return [textBlock('receipt', ...receipt), ...makeUnread(answer)]
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
function makeFigures(answer: Answer): ReplyBlock[] {
  if (answer.kind === 'statistic' || answer.kind === 'detail' || answer.kind === 'clarify') {
    return [textBlock('body', styled('strong', answer.text))]
  }
  if (answer.kind === 'facets') return [textBlock('body', styled('strong', answer.text)), makeFacets(answer)]
  const isUnderstood = answer.understood.length > 0
  return isUnderstood
    ? [textBlock('body', MESSAGES.counted(answer.total, answer.catalogSize), ...lacking(answer))]
    : []
}

function makeFacets(answer: Answer): ReplyBlock {
  const facts = answer.facets.map(facet => ({ label: facet.value, value: String(facet.total) }))
  return { type: 'facts', facts }
}

function lacking(answer: Answer): TextSpan[] {
  if (answer.notStatedTotal === 0) return []
  const parts = answer.notStated.filter(part => part.total > 0)
  return [styled('muted', ` ${MESSAGES.notStated(answer.notStatedTotal, parts)}`)]
}

function makeFootnotes(answer: Answer, offset: number, shown: number): TextBlock[] {
  const { closed, old } = answer.leftOut
  const lines = [
    ...(offset > 0 && shown > 0 ? [MESSAGES.page(offset + 1, offset + shown, answer.total)] : []),
    ...(closed > 0 ? [MESSAGES.leftOutClosed(closed)] : []),
    ...(old > 0 ? [MESSAGES.leftOutOld(old)] : []),
  ]
  const hint =
    answer.total === 0 && answer.suggestions.length > 0 ? [textBlock('hint', plain(MESSAGES.changeHint))] : []
  return [...lines.map(line => textBlock('hint', styled('muted', line))), ...hint]
}

function moreButton(answer: Answer, nextOffset: number): ButtonDraft[] {
  const rest = answer.total - nextOffset
  if (rest <= 0 || (answer.kind !== 'listings' && answer.kind !== 'count')) return []
  const action: Action = { type: 'search', question: answer.query.text, offset: nextOffset }
  return [{ label: MESSAGES.more(rest), words: 'more', action }]
}

function suggestionButton(suggestion: Suggestion): ButtonDraft {
  return {
    label: MESSAGES.suggestion(suggestion.label, suggestion.total),
    words: suggestion.query,
    action: { type: 'search', question: suggestion.query, offset: 0 },
  }
}
