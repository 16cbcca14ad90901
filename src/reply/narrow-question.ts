import type { Answer } from '../answer/answer.ts'
import type { PartField } from '../answer/count-parts.ts'
import { describeQuery } from '../query/describe-query.ts'
import type { ConditionId, Query } from '../query/query.ts'
import { nameCountry, nameSkill, nameTopic } from './name-values.ts'

/** A question that asks for less. */
export interface Narrowing {
  /** What it adds: "remote", "can be worked from Germany". */
  readonly label: string
  readonly question: string
  /** How many of the matches it keeps. */
  readonly total: number
}

/** A fact by which the matches can be told apart. */
interface Divider {
  readonly condition: ConditionId
  readonly field: PartField
  /** In words that a question understands. */
  readonly ask: (value: string) => string
  /** How the part is called, where that is not how it is asked for. */
  readonly label?: (value: string) => string
  /** How many values are offered. */
  readonly most: number
}

const PLACE: Divider = {
  condition: 'place',
  field: 'country',
  ask: code => `in ${nameCountry(code)}`,
  most: 2,
}
/** Who asks for remote work wants to know where it can be done from before anything else. */
const WORKED_FROM: Divider = {
  ...PLACE,
  label: code => `can be worked from ${nameCountry(code)}`,
  most: 3,
}
const OTHERS: readonly Divider[] = [
  { condition: 'workplace', field: 'workplace', ask: value => value, most: 2 },
  { condition: 'level', field: 'level', ask: value => value, most: 2 },
]
const WORK: readonly Divider[] = [
  { condition: 'topic', field: 'topic', ask: nameTopic, most: 1 },
  { condition: 'skill', field: 'skill', ask: nameSkill, most: 2 },
]

/** Questions that keep a part of the matches: by what the question does not ask for yet, the largest parts first. */
export function narrowQuestion(answer: Answer): readonly Narrowing[] {
  const { query } = answer
  const asked = new Set(query.conditions.map(({ id }) => id))
  const known = describeQuery(query)
  const dividers = asksForRemote(query) ? [WORKED_FROM, ...OTHERS, ...WORK] : [...OTHERS, PLACE, ...WORK]
  return dividers
    .filter(({ condition }) => !asked.has(condition))
    .flatMap(divider => divide(divider, answer, known))
}

function asksForRemote({ conditions }: Query): boolean {
  return conditions.some(({ id, isExcluded, value }) => {
    if (id !== 'workplace' || isExcluded) return false
    return (value as { anyOf: readonly string[] }).anyOf.includes('remote')
  })
}

function divide(
  { field, ask, label = ask, most }: Divider,
  { countParts }: Answer,
  known: string,
): readonly Narrowing[] {
  return countParts(field, most).map(([value, total]) => ({
    label: label(value),
    question: addWords(ask(value), known),
    total,
  }))
}

/** What is added comes first: what is left out ("but not …") reaches to the end. */
function addWords(words: string, known: string): string {
  return known === 'all jobs' ? words : `${words}, ${known}`
}
