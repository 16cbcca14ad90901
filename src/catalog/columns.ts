import { findSkill, lookUpSkills } from '../posting/dictionary/skills.ts'
import type { Posting } from '../posting/posting.ts'
import { toDay } from './calendar-day.ts'
import { normaliseCompany } from './company-name.ts'
import { createPayColumn, type PayColumn } from './pay-column.ts'
import { foldText } from './split-words.ts'
import { runSteps, type Steps } from './steps.ts'
import { createValueColumn, type ValueColumn } from './value-column.ts'

/** The facts of all postings, a column a field; the number of a posting is its place in every column. */
export interface Columns {
  readonly size: number
  readonly pay: PayColumn
  /** `base`, `total` or `ote`. */
  readonly payKind: ValueColumn
  /** ISO 4217 as stated. */
  readonly payCurrency: ValueColumn
  readonly workplace: ValueColumn
  readonly level: ValueColumn
  readonly country: ValueColumn
  readonly region: ValueColumn
  readonly state: ValueColumn
  /** Folded names. */
  readonly city: ValueColumn
  readonly skill: ValueColumn
  readonly topic: ValueColumn
  /** Names without legal form, folded. */
  readonly company: ValueColumn
  readonly employment: ValueColumn
  readonly degree: ValueColumn
  /** `yes` or `no`: equivalent experience is accepted. */
  readonly degreeOrEquivalent: ValueColumn
  /** `yes` or `no`. */
  readonly visa: ValueColumn
  readonly language: ValueColumn
  /** NaN where not stated. */
  readonly years: Float64Array
  /** Days since 1970; NaN where not stated. */
  readonly postedDay: Float64Array
  /** Days since 1970; NaN where not stated. */
  readonly closesDay: Float64Array
}

/** Makes the columns of postings at once. */
export function createColumns(postings: readonly Posting[]): Columns {
  return runSteps(createColumnsInSteps(postings))
}

/** As `createColumns`, one column a step. */
export function* createColumnsInSteps(postings: readonly Posting[]): Steps<Columns> {
  function* column(read: (posting: Posting) => readonly (string | null)[]): Steps<ValueColumn> {
    const made = createValueColumn(postings.map(posting => read(posting).filter(value => value !== null)))
    yield
    return made
  }
  const numbers = (read: (posting: Posting) => number) => Float64Array.from(postings, read)
  return {
    size: postings.length,
    pay: createPayColumn(postings),
    payKind: yield* column(({ salary }) => [salary?.kind ?? null]),
    payCurrency: yield* column(({ salary }) => [salary?.currency ?? null]),
    workplace: yield* column(({ workplace }) => [workplace]),
    level: yield* column(({ seniority }) => [seniority]),
    // A US state without its country still says where it is.
    country: yield* column(({ countries, states }) =>
      countries.length === 0 && states.length > 0 ? ['US'] : countries,
    ),
    region: yield* column(({ regions }) => regions),
    state: yield* column(({ states }) => states),
    city: yield* column(({ cities }) => cities.map(foldText)),
    skill: yield* column(({ skills }) => skills.map(canonicaliseSkill)),
    topic: yield* column(({ topics }) => topics),
    company: yield* column(({ company }) => [company === null ? null : normaliseCompany(company)]),
    employment: yield* column(({ employment }) => [employment]),
    degree: yield* column(({ degree }) => [degree]),
    degreeOrEquivalent: yield* column(({ degree, degreeOrEquivalent }) => [
      degree === null ? null : describeFlag(degreeOrEquivalent),
    ]),
    visa: yield* column(({ visaSponsorship }) => [
      visaSponsorship === null ? null : describeFlag(visaSponsorship),
    ]),
    language: yield* column(({ language }) => [language]),
    years: numbers(({ yearsMin }) => yearsMin ?? Number.NaN),
    postedDay: numbers(({ postedAt }) => toDay(postedAt)),
    closesDay: numbers(({ closesAt }) => toDay(closesAt)),
  }
}

/** Facts that come from elsewhere may name a skill in another of its names. */
function canonicaliseSkill(name: string): string {
  if (findSkill(name)) return name
  const words = name.split(' ')
  const hit = lookUpSkills(words, 0)
  return hit?.length === words.length ? hit.skill.name : name
}

function describeFlag(flag: boolean): string {
  return flag ? 'yes' : 'no'
}
