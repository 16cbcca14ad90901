import { foldText, splitWords } from '../../catalog/split-words.ts'
import type { Posting, PostingField } from '../../posting/posting.ts'
import { kindOf } from '../../query/conditions/index.ts'
import type { FieldAspect } from '../../query/detail/aspects.ts'
import { STATED_PAY } from '../../query/pay-ask.ts'
import { answerField } from './answer-field.ts'
import type { AnswerScope, Said } from './answer-scope.ts'
import { cutQuote } from './cut-quote.ts'
import { findPassages } from './find-passages.ts'

/** What a field says to an aspect, with the passages that it was read from; null where the field is empty. */
export function quoteField(
  { catalog, number, posting, ask, now }: AnswerScope,
  aspect: FieldAspect,
): Said | null {
  const said = answerField(posting, aspect, ask)
  if (!said) return null
  if (aspect === 'apply') return { lead: said.lead, quotes: posting.url === null ? [] : [posting.url] }
  const quotes = quoteFields(posting, said.fields)
  const places = ask.conditions.filter(({ id }) => id === 'place')
  if (aspect === 'pay' && places.length > 0 && posting.salary && posting.salary.zones.length > 0) {
    const { label } = kindOf('pay').explain(catalog, STATED_PAY, { now, conditions: places })(number)
    return {
      lead: `${label[0]?.toUpperCase() ?? ''}${label.slice(1)}.`,
      quotes: orderByPlace(posting.evidence.salary ?? [], label),
    }
  }
  if (aspect === 'skill') return { lead: said.lead, quotes: quoteNamed(posting, said.lead) }
  if (quotes.length > 0) return { lead: said.lead, quotes }
  const passages = findPassages(posting, { aspect, form: 'open', stems: [] })
  return passages.length === 0
    ? null
    : { lead: said.lead, quotes: passages.map(({ quote }) => quote).slice(0, 1) }
}

/** The passage that names the zone first. */
function orderByPlace(quotes: readonly string[], label: string): readonly string[] {
  const zone = foldText(label.split(' in ').at(-1) ?? '')
  const holds = (quote: string) => Number(foldText(quote).includes(zone))
  return [...quotes]
    .sort((a, b) => holds(b) - holds(a))
    .slice(0, 1)
    .map(quote => cutQuote(quote))
}

const MOST_QUOTED = 3

/** The passages that fields were read from, at most three. */
export function quoteFields(posting: Posting, fields: readonly PostingField[]): readonly string[] {
  const quotes = fields.flatMap(field =>
    (posting.evidence[field] ?? []).slice(0, field === 'skills' ? MOST_QUOTED : 1),
  )
  return [...new Set(quotes)].slice(0, MOST_QUOTED).map(quote => cutQuote(quote))
}

/** The passages that name most of the technologies in a list first. */
function quoteNamed({ evidence }: Posting, list: string): readonly string[] {
  const names = list.split(/, |\.$/).filter(name => name !== '')
  const count = (quote: string) => {
    const text = ` ${splitWords(quote).join(' ')} `
    return names.filter(name => text.includes(` ${splitWords(name).join(' ')} `)).length
  }
  const counted = [...new Set(evidence.skills ?? [])].map(quote => ({ quote, total: count(quote) }))
  return counted
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST_QUOTED)
    .map(({ quote }) => cutQuote(quote))
}
