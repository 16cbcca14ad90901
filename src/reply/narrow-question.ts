import type { Answer } from '../answer/answer.ts'
import { coversCountry } from '../posting/places/regions.ts'
import type { Posting } from '../posting/posting.ts'
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

/** A kind of value by which the matches can be told apart. */
interface Divider {
  readonly condition: ConditionId
  readonly read: (posting: Posting) => readonly string[]
  /** In words that a question understands. */
  readonly ask: (value: string) => string
  /** How the part is called, where that is not how it is asked for. */
  readonly label?: (value: string) => string
  /** Whether a posting belongs to the part though it does not name the value; only naming counts where absent. */
  readonly covers?: (posting: Posting, value: string) => boolean
  /** How many values are offered. */
  readonly most: number
}

const readCountries = ({ countries }: Posting) => countries.filter(code => code !== '*')

const PLACE: Divider = {
  condition: 'place',
  read: readCountries,
  ask: code => `in ${nameCountry(code)}`,
  covers: covers,
  most: 2,
}
/** Who asks for remote work wants to know where it can be done from before anything else. */
const WORKED_FROM: Divider = {
  ...PLACE,
  label: code => `can be worked from ${nameCountry(code)}`,
  most: 3,
}
const OTHERS: readonly Divider[] = [
  { condition: 'workplace', read: ({ workplace }) => listOne(workplace), ask: value => value, most: 2 },
  { condition: 'level', read: ({ seniority }) => listOne(seniority), ask: value => value, most: 2 },
]
const WORK: readonly Divider[] = [
  { condition: 'topic', read: ({ topics }) => topics, ask: nameTopic, most: 1 },
  { condition: 'skill', read: ({ skills }) => skills, ask: nameSkill, most: 2 },
]

/** Questions that keep a part of the matches: by what the question does not ask for yet, the largest parts first. */
export function narrowQuestion({ query, matches, total }: Answer): readonly Narrowing[] {
  const asked = new Set(query.conditions.map(({ id }) => id))
  const known = describeQuery(query)
  const postings = matches.map(({ posting }) => posting)
  const dividers = asksForRemote(query) ? [WORKED_FROM, ...OTHERS, ...WORK] : [...OTHERS, PLACE, ...WORK]
  return dividers
    .filter(({ condition }) => !asked.has(condition))
    .flatMap(divider => divide(divider, postings, total, known))
}

function asksForRemote({ conditions }: Query): boolean {
  return conditions.some(({ id, isExcluded, value }) => {
    if (id !== 'workplace' || isExcluded) return false
    return (value as { anyOf: readonly string[] }).anyOf.includes('remote')
  })
}

function divide(
  divider: Divider,
  postings: readonly Posting[],
  total: number,
  known: string,
): readonly Narrowing[] {
  const { ask, label = ask, most } = divider
  return countParts(divider, postings)
    .filter(([, count]) => count < total)
    .slice(0, most)
    .map(([value, count]) => ({ label: label(value), question: addWords(ask(value), known), total: count }))
}

/** What is added comes first: what is left out ("but not …") reaches to the end. */
function addWords(words: string, known: string): string {
  return known === 'all jobs' ? words : `${words}, ${known}`
}

/** More values are not worth counting whom they cover. */
const MOST_COVERED = 12

/** The values with how many postings belong to each, the largest first. */
function countParts(
  { read, covers }: Divider,
  postings: readonly Posting[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const posting of postings)
    for (const value of new Set(read(posting))) counts.set(value, (counts.get(value) ?? 0) + 1)
  const named = sortParts([...counts])
  if (!covers) return named
  const covered = named
    .slice(0, MOST_COVERED)
    .map(([value]) => [value, postings.filter(posting => covers(posting, value)).length] as const)
  return sortParts(covered)
}

function sortParts(parts: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  return parts.toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
}

/** Whether a posting may be worked from a country: it names it, an area around it, or anywhere. */
function covers({ countries, regions, states }: Posting, code: string): boolean {
  if (countries.includes(code) || countries.includes('*')) return true
  if (code === 'US' && countries.length === 0 && states.length > 0) return true
  return regions.some(region => coversCountry(region, code))
}

function listOne(value: string | null): readonly string[] {
  return value === null ? [] : [value]
}
