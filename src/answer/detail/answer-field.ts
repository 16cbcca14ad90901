import {
  describeCountry,
  describePlace,
  describeSalary,
  describeZones,
} from '../../posting/describe-posting.ts'
import { findSkill, type SkillKind } from '../../posting/dictionary/skills.ts'
import type { Posting, PostingField } from '../../posting/posting.ts'
import type { AnyOf } from '../../query/any-of.ts'
import type { FieldAspect } from '../../query/detail/aspects.ts'
import type { DetailAsk } from '../../query/detail/detail-ask.ts'
import { listNamedSkills } from './list-named-skills.ts'

/** What a field of a posting answers, before the passages that it was read from. */
export interface FieldAnswer {
  /** A sentence. */
  readonly lead: string
  /** The fields whose passages prove it. */
  readonly fields: readonly PostingField[]
}

type AnswerField = (posting: Posting, ask: DetailAsk) => FieldAnswer | null

const answer = (lead: string | null, ...fields: readonly PostingField[]): FieldAnswer | null =>
  lead === null ? null : { lead, fields }

/** Answers from the field that an aspect is about; null where the posting does not say. */
export function answerField(posting: Posting, aspect: FieldAspect, ask: DetailAsk): FieldAnswer | null {
  return FIELDS[aspect](posting, ask)
}

const WORKPLACES = { remote: 'remote', hybrid: 'hybrid', onsite: 'on-site' } as const
const DEGREES = {
  none: 'no degree',
  bachelor: "a bachelor's degree",
  master: "a master's degree",
  phd: 'a PhD',
} as const

const FIELDS: Readonly<Record<FieldAspect, AnswerField>> = {
  pay: ({ salary }) =>
    answer(
      salary && `Pays ${salary.zones.length > 0 ? describeZones(salary) : describeSalary(salary)}.`,
      'salary',
    ),
  workplace: ({ workplace }, ask) =>
    answer(
      workplace && `${asksOtherwise(ask, workplace) ? 'No: it' : 'It'} is ${WORKPLACES[workplace]}.`,
      'workplace',
    ),
  place: answerPlace,
  'time-zone': ({ timeZones }) =>
    answer(timeZones.length === 0 ? null : `Time zones or hours: ${timeZones.join(', ')}.`, 'timeZones'),
  level: ({ seniority }) => answer(seniority && `Level: ${seniority}.`, 'seniority'),
  employment: ({ employment }) => answer(employment && `It is ${employment}.`, 'employment'),
  experience: ({ yearsMin }) =>
    answer(
      yearsMin === null
        ? null
        : `Asks for at least ${yearsMin} ${yearsMin === 1 ? 'year' : 'years'} of experience.`,
      'yearsMin',
    ),
  degree: answerDegree,
  visa: ({ visaSponsorship }) =>
    answer(
      visaSponsorship === null
        ? null
        : visaSponsorship
          ? 'Yes, it sponsors visas.'
          : 'No, visas are not sponsored.',
      'visaSponsorship',
    ),
  skill: answerSkills,
  topic: ({ topics }) =>
    answer(
      topics.length === 0
        ? null
        : `Kind of work: ${topics.map(topic => topic.replaceAll('-', ' ')).join(', ')}.`,
      'topics',
    ),
  posted: ({ postedAt }) => answer(postedAt && `Posted on ${postedAt}.`, 'postedAt'),
  closes: ({ closesAt }) => answer(closesAt && `Takes applications until ${closesAt}.`, 'closesAt'),
  apply: ({ url }) => answer(url && `Apply at ${url}`, 'title'),
  company: ({ company }) => answer(company && `${company}.`, 'company'),
  title: ({ title }) => answer(`${title}.`, 'title'),
}

/** "is it remote?" of a hybrid job. */
function asksOtherwise({ form, conditions }: DetailAsk, workplace: string): boolean {
  const asked = conditions.find(({ id }) => id === 'workplace')
  if (form !== 'yes-no' || !asked) return false
  return !(asked.value as { anyOf: readonly string[] }).anyOf.includes(workplace)
}

function answerDegree({ degree, degreeOrEquivalent }: Posting, ask: DetailAsk): FieldAnswer | null {
  if (degree === null) return null
  const isYesNo = ask.form === 'yes-no'
  if (degree === 'none') return answer(`${isYesNo ? 'No, no' : 'No'} degree is required.`, 'degree')
  const equivalent = degreeOrEquivalent ? ', or equivalent experience instead' : ''
  const asked = ask.conditions.find(({ id }) => id === 'degree')?.value as AnyOf | undefined
  // "does it want a PhD?" of one that wants a bachelor's degree.
  const opening = isYesNo ? (asked && !asked.anyOf.includes(degree) ? 'No: ' : 'Yes: ') : 'Asks for '
  return answer(`${opening}${DEGREES[degree]}${equivalent}.`, 'degree', 'degreeOrEquivalent')
}

const STATE = /\bstates?\b/
const LONGEST_LIST = 40

/** All places, not just the first few that a card shows. */
function answerPlace(posting: Posting): FieldAnswer | null {
  const { cities, states, countries, regions } = posting
  const names = [
    ...cities,
    ...states,
    ...countries.map(code => (code === '*' ? 'anywhere in the world' : describeCountry(code))),
    ...regions,
  ]
  if (names.length === 0) return null
  const short =
    names.length > 4
      ? [...new Set(names)].slice(0, LONGEST_LIST).join(', ')
      : describePlace({ ...posting, workplace: null })
  return answer(
    `Place: ${short ?? names.join(', ')}.`,
    ...(states.length > 0 && cities.length === 0
      ? (['states', 'countries'] as const)
      : (['cities', 'countries', 'regions', 'states'] as const)),
  )
}

/** What narrows "which skills" to one kind of them. */
const KIND_WORDS: readonly (readonly [RegExp, SkillKind])[] = [
  [/languages?$/, 'language'],
  [/databases?$/, 'database'],
  [/frameworks?$/, 'framework'],
  [/clouds?$/, 'cloud'],
]

function answerSkills(posting: Posting, ask: DetailAsk): FieldAnswer | null {
  const words = ask.words.map(({ key }) => key)
  const wanted = KIND_WORDS.find(([pattern]) => words.some(key => pattern.test(key) && !STATE.test(key)))?.[1]
  const names = [...new Set([...posting.skills, ...listNamedSkills(posting)])]
  const fitting = names.flatMap(name => {
    const skill = findSkill(name)
    return wanted === undefined || skill?.kind === wanted ? [skill?.label ?? name] : []
  })
  return answer(fitting.length === 0 ? null : `${fitting.join(', ')}.`, 'skills')
}
