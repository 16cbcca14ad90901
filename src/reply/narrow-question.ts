import type { Answer } from '../answer/answer.ts'
import type { Posting } from '../posting/posting.ts'
import { describeQuery } from '../query/describe-query.ts'
import type { ConditionId } from '../query/query.ts'
import { nameCountry, nameSkill } from './name-values.ts'

/** A question that asks for less. */
export interface Narrowing {
  /** What it adds: "remote", "in Germany". */
  readonly label: string
  readonly question: string
}

/** A kind of value by which the matches can be told apart. */
interface Divider {
  readonly condition: ConditionId
  readonly read: (posting: Posting) => readonly string[]
  /** In words that a question understands. */
  readonly ask: (value: string) => string
  /** How many values are offered. */
  readonly most: number
}

const DIVIDERS: readonly Divider[] = [
  { condition: 'workplace', read: ({ workplace }) => listOne(workplace), ask: value => value, most: 2 },
  { condition: 'level', read: ({ seniority }) => listOne(seniority), ask: value => value, most: 2 },
  {
    condition: 'place',
    read: ({ countries }) => countries.filter(code => code !== '*'),
    ask: code => `in ${nameCountry(code)}`,
    most: 2,
  },
  { condition: 'skill', read: ({ skills }) => skills, ask: nameSkill, most: 2 },
]

/** Questions that keep a part of the matches: by what the question does not ask for yet, the largest parts first. */
export function narrowQuestion({ query, matches, total }: Answer): readonly Narrowing[] {
  const asked = new Set(query.conditions.map(({ id }) => id))
  const known = describeQuery(query)
  return DIVIDERS.filter(({ condition }) => !asked.has(condition)).flatMap(({ read, ask, most }) =>
    countParts(matches.map(match => read(match.posting)))
      .filter(([, count]) => count < total)
      .slice(0, most)
      .map(([value]) => ({ label: ask(value), question: addWords(ask(value), known) })),
  )
}

/** What is added comes first: what is left out ("but not …") reaches to the end. */
function addWords(words: string, known: string): string {
  return known === 'all jobs' ? words : `${words}, ${known}`
}

function countParts(valuesOfEach: readonly (readonly string[])[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const values of valuesOfEach)
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
}

function listOne(value: string | null): readonly string[] {
  return value === null ? [] : [value]
}
