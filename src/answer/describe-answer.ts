import { describeAmount } from '../posting/describe-posting.ts'
import type { Query } from '../query/query.ts'
import type { Facet, Statistic, UnderstoodPart } from './answer.ts'
import { hasUnreadWord } from './match-query.ts'

/** What an answer says, before it is a sentence. */
export interface AnswerFigures {
  readonly query: Query
  readonly understood: readonly UnderstoodPart[]
  readonly total: number
  readonly catalogSize: number
  readonly statistic: Statistic | null
  readonly facets: readonly Facet[]
}

const SHOWN_FACETS = 5
const LONGEST_WORD = 30

/** The answer as one plain sentence. */
export function describeAnswer(figures: AnswerFigures): string {
  const { query, statistic, facets } = figures
  if (query.kind === 'help') return 'Ask about jobs in plain words: kind of work, skills, level, place, pay.'
  if (query.kind === 'clarify') return 'None of these words was understood as a question about jobs.'
  if (hasUnreadWord(query)) return `${describeUnread(query)}${describeAsked(figures)}.`
  if (statistic) return `${describeStatistic(statistic)}${describeAsked(figures)}.`
  if (facets.length > 0)
    return `${describeCount(figures)}: ${facets.slice(0, SHOWN_FACETS).map(describeFacet).join(', ')}.`
  return `${describeCount(figures)}${describeAsked(figures)}.`
}

function describeUnread({ unread }: Query): string {
  const words = unread.map(({ text }) => `“${text.slice(0, LONGEST_WORD)}”`).join(', ')
  return `Nothing matches, because no posting says ${words}`
}

function describeCount({ total, catalogSize }: AnswerFigures): string {
  const size = `${catalogSize.toLocaleString('en-US')} ${catalogSize === 1 ? 'posting' : 'postings'}`
  if (total === 0) return `None of ${size} matches`
  return `${total.toLocaleString('en-US')} of ${size} ${total === 1 ? 'matches' : 'match'}`
}

function describeAsked({ understood }: AnswerFigures): string {
  return understood.length === 0 ? '' : ` (${understood.map(({ label }) => label).join('; ')})`
}

function describeFacet({ value, total }: Facet): string {
  return `${value} (${total})`
}

function describeStatistic({ measure, field, value, currency, n }: Statistic): string {
  const noun = field === 'yearsMin' ? 'years of experience required' : 'pay'
  if (value === null) return `No match states its ${noun}`
  const amount =
    currency === null ? String(Math.round(value * 10) / 10) : `${describeAmount(value, currency)} a year`
  return `The ${measure} ${noun} of ${n} ${n === 1 ? 'posting that states' : 'postings that state'} it is ${amount}`
}
