import type { PostingFacts } from '../../../src/posting/posting.ts'
import type { Label, LabelledSalary } from './formats.ts'
import { computeF1, fold, normalizeCompany, normalizeSkill, type Tally, toWords } from './normalize.ts'

/** How one field was read over all postings. */
export interface FieldScore {
  readonly field: string
  readonly tally: Readonly<Tally>
  readonly f1: number
}

type Add = (field: string, tally: Tally) => void

/** The commonest values earn nothing, so that a constant answer scores 0. */
const COMMONEST: Readonly<Record<string, unknown>> = { workplace: 'remote', language: 'en' }
const TITLE_OVERLAP = 0.85
const PAY_TOLERANCE = 0.01

/**
 * Scores parsed postings field by field against the labels.
 * @param parsed facts by path; a posting that is missing counts as one that says nothing
 */
export function scorePostings(
  labels: readonly Label[],
  parsed: ReadonlyMap<string, PostingFacts>,
): FieldScore[] {
  const tallies = new Map<string, Tally>()
  const add: Add = (field, { right, wrong, missed }) => {
    const sum = tallies.get(field) ?? { right: 0, wrong: 0, missed: 0 }
    tallies.set(field, { right: sum.right + right, wrong: sum.wrong + wrong, missed: sum.missed + missed })
  }
  for (const label of labels) scoreOne(label, parsed.get(label.path), add)
  return [...tallies].map(([field, tally]) => ({ field, tally, f1: computeF1(tally) }))
}

function scoreOne(label: Label, facts: PostingFacts | undefined, add: Add): void {
  add('title', exact(isSameTitle(label.title, facts?.title ?? '')))
  add('company', exact(normalizeCompany(label.company) === normalizeCompany(facts?.company ?? null)))
  if (!label.salary_unsure) add('salary', compareSalary(label.salary, facts?.salary ?? null))
  const single: readonly (readonly [string, unknown, unknown])[] = [
    ...(label.workplace_unsure ? [] : [['workplace', label.workplace, facts?.workplace] as const]),
    ['seniority', label.seniority, facts?.seniority],
    ['employment', label.employment, facts?.employment],
    ['yearsMin', label.years_min, facts?.yearsMin],
    ['degree', label.degree, facts?.degree],
    ['visa', label.visa, facts?.visaSponsorship],
    ['language', label.posting_language, facts?.language],
  ]
  for (const [field, want, have] of single)
    add(field, compareValue(want, have ?? null, COMMONEST[field] ?? null))
  scoreLists(label, facts, add)
}

function scoreLists(label: Label, facts: PostingFacts | undefined, add: Add): void {
  const isCountry = (code: string) => code !== '*'
  add('countries', compareSets(label.countries.filter(isCountry), (facts?.countries ?? []).filter(isCountry)))
  add('regions', compareSets(regionsOf(label), regionsOf(facts ?? { countries: [], regions: [] })))
  const cities = label.cities.filter(city => !city.startsWith('state:'))
  add('cities', compareSets(cities.map(fold), (facts?.cities ?? []).map(fold)))
  add('skills', compareSets(label.skills.map(normalizeSkill), (facts?.skills ?? []).map(normalizeSkill)))
  const isNamed = (topic: string) => topic !== 'other'
  add('topics', compareSets(label.topics.filter(isNamed), (facts?.topics ?? []).filter(isNamed)))
}

/** Anywhere in the world counts as a region; South America is part of `latam` and not scored apart. */
function regionsOf(facts: {
  readonly countries: readonly string[]
  readonly regions: readonly string[]
}): string[] {
  const regions = facts.regions.filter(region => region !== 'south-america')
  return facts.countries.includes('*') ? [...regions, 'worldwide'] : regions
}

function exact(isRight: boolean): Tally {
  return isRight ? { right: 1, wrong: 0, missed: 0 } : { right: 0, wrong: 1, missed: 1 }
}

function compareValue(want: unknown, have: unknown, commonest: unknown): Tally {
  const isRight = want === have
  return {
    right: want !== commonest && isRight ? 1 : 0,
    wrong: have !== commonest && !isRight ? 1 : 0,
    missed: want !== commonest && !isRight ? 1 : 0,
  }
}

function compareSets(want: readonly string[], have: readonly string[]): Tally {
  const wanted = new Set(want)
  const had = new Set(have)
  const right = [...wanted].filter(value => had.has(value)).length
  return { right, wrong: had.size - right, missed: wanted.size - right }
}

function isSameTitle(want: string, have: string): boolean {
  const { right, wrong, missed } = compareSets(toWords(want), toWords(have))
  return right > 0 && computeF1({ right, wrong, missed }) >= TITLE_OVERLAP
}

function compareSalary(want: LabelledSalary | null, have: PostingFacts['salary']): Tally {
  const isRight =
    want !== null &&
    have !== null &&
    isNear(want.min, have.min) &&
    isNear(want.max, have.max) &&
    want.currency === have.currency &&
    want.period === have.period
  if (isRight) return { right: 1, wrong: 0, missed: 0 }
  return { right: 0, wrong: have === null ? 0 : 1, missed: want === null ? 0 : 1 }
}

function isNear(want: number | null, have: number | null): boolean {
  if (want === null || have === null) return want === have
  return Math.abs(want - have) <= PAY_TOLERANCE * Math.abs(want)
}
