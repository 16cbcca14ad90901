import type { Catalog } from '../catalog/catalog.ts'
import type { ConditionKind } from './condition.ts'
import { kindOf } from './conditions/index.ts'
import type { Condition, Query, SortOrder } from './query.ts'

/**
 * A condition in words that read back to it; with a catalog, companies are spelled as its postings do.
 * @example describeCondition(notJava) // "not Java"
 */
export function describeCondition(
  { id, value, isExcluded, orNotStated }: Condition,
  catalog?: Catalog,
): string {
  const kind: ConditionKind = kindOf(id)
  return `${isExcluded ? 'not ' : ''}${kind.describe(value, catalog)}${orNotStated ? ' or not stated' : ''}`
}

/** A condition's words as they are named in a sentence; those that quote a word of their own are not quoted again. */
export function quoteCondition(words: string): string {
  return words.includes('“') ? words : `“${words}”`
}

/** A query in words that read back to the same conditions; what was not understood is left out. */
export function describeQuery(query: Query, catalog?: Catalog): string {
  const wanted = query.conditions.filter(({ isExcluded }) => !isExcluded)
  const unwanted = query.conditions.filter(({ isExcluded }) => isExcluded)
  // What is left out comes last and after "but", so that "not" reaches over nothing else.
  const parts = [
    ...wanted.map(condition => describeCondition(condition, catalog)),
    ...unwanted.map(condition => `but ${describeCondition(condition, catalog)}`),
  ]
  const directed = [...describeKind(query), ...parts, ...describeOrder(query)]
  return directed.length === 0 ? 'all jobs' : directed.join(', ')
}

function describeKind({ kind, subject }: Query): string[] {
  if (kind === 'count') return ['how many jobs']
  if (!subject) return []
  const field = SUBJECT_NOUNS[subject.field]
  if (subject.measure === 'range') return ['pay range']
  return [subject.measure === null ? `which ${field}` : `${subject.measure} ${field}`]
}

const SUBJECT_NOUNS = {
  pay: 'salary',
  experience: 'years of experience',
  company: 'companies',
  skill: 'skills',
  topic: 'kinds of work',
  level: 'levels',
  workplace: 'workplaces',
  place: 'places',
  employment: 'employment types',
} as const

const ORDER_WORDS: Readonly<Record<SortOrder, readonly string[]>> = {
  relevance: [],
  pay: ['sorted by pay'],
  'lowest-pay': ['lowest pay first'],
  newest: ['newest first'],
}

function describeOrder({ sort, limit, includeClosed, includeOld }: Query): string[] {
  return [
    ...ORDER_WORDS[sort],
    ...(limit === null ? [] : [`limit ${limit}`]),
    ...(includeClosed ? ['include closed'] : []),
    ...(includeOld ? ['include old'] : []),
  ]
}
