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
  if (statistic) return describeStatistic(statistic, describeAsked(figures))
  if (facets.length > 0)
    return `${describeCount(figures)}${describeMakers(figures)}: ${facets.slice(0, SHOWN_FACETS).map(describeFacet).join(', ')}.`
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

/** "how many companies hire …" asks for this number. */
function describeMakers({ query, facets }: AnswerFigures): string {
  if (query.subject?.field !== 'company') return ''
  return `, at ${facets.length.toLocaleString('en-US')} ${facets.length === 1 ? 'company' : 'companies'}`
}

function describeFacet({ value, total }: Facet): string {
  return `${value} (${total})`
}

const KIND_NOUNS: Readonly<Record<string, string>> = {
  base: 'pay',
  total: 'total compensation',
  ote: 'on-target earnings',
}

/** Sentences, the first of which ends in what was asked. */
function describeStatistic(statistic: Statistic, asked: string): string {
  const { measure, field, value, n, listed, kind } = statistic
  const noun = field === 'yearsMin' ? 'years of experience required' : (KIND_NOUNS[kind ?? 'base'] ?? 'pay')
  if (value === null) return `No match states its ${noun}${asked}.`
  const write = (figure: number) => describeFigure(figure, statistic)
  const main =
    listed.length > 0
      ? `Too few to sum up: the ${noun} of the ${plural(n)} it ${listed.length === 1 ? 'is' : 'are'} ${listed.map(each => write(each.value)).join(', ')}`
      : measure === 'range'
        ? `The ${noun} of ${plural(n)} it`
        : `The ${measure} ${noun} of ${plural(n)} it is ${write(value)}`
  const spread = describeSpread(statistic)
  return [`${main}${asked}`, ...spread, ...describeRest(statistic)].map(part => `${part}.`).join(' ')
}

function plural(count: number): string {
  return `${count} ${count === 1 ? 'posting that states' : 'postings that state'}`
}

function describeFigure(figure: number, statistic: Statistic): string {
  const bare = describeBareFigure(figure, statistic)
  return statistic.currency === null ? bare : `${bare} a year`
}

/** Without its period, which the sentence before said. */
function describeBareFigure(figure: number, { currency }: Statistic): string {
  return currency === null ? String(Math.round(figure * 10) / 10) : describeAmount(figure, currency)
}

function describeSpread(statistic: Statistic): string[] {
  const { quartiles, lowest, highest, measure } = statistic
  if (!quartiles || lowest === null || highest === null) return []
  const [first, median, third] = quartiles.map(figure => describeBareFigure(figure, statistic))
  const [low, high] = [lowest, highest].map(figure => describeBareFigure(figure, statistic))
  const middle = measure === 'median' ? '' : ` (median ${median})`
  return [`Half lie between ${first} and ${third}${middle}, all between ${low} and ${high}`]
}

function describeRest({ notStated, others, currency }: Statistic): string[] {
  const kinds = others.flatMap(({ kind, value, n }) =>
    value === null || currency === null
      ? []
      : [
          `${n} more ${n === 1 ? 'states' : 'state'} ${KIND_NOUNS[kind] ?? kind}, ${describeAmount(value, currency)} a year, kept apart`,
        ],
  )
  return [
    ...kinds,
    ...(notStated > 0 ? [`${notStated} ${notStated === 1 ? 'match does' : 'matches do'} not state it`] : []),
  ]
}
