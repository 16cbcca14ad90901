import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { PostingFacts } from '../posting/posting.ts'
import {
  DEGREES,
  EMPLOYMENTS,
  PAY_KINDS,
  PAY_PERIODS,
  REGIONS,
  SENIORITIES,
  TOPICS,
  WORKPLACES,
} from '../posting/vocabulary.ts'

const strings = z.array(z.string()).nullish().transform(orEmpty)
const text = z.string().nullish().transform(orNull)
const amount = z.number().nullish().transform(orNull)

const salarySchema = z.object({
  min: amount,
  max: amount,
  currency: z.string(),
  period: z.enum(PAY_PERIODS),
  kind: z.enum(PAY_KINDS).nullish().transform(orNull),
  zones: z
    .array(z.object({ label: z.string(), min: amount, max: amount }))
    .nullish()
    .transform(orEmpty),
})

/** A line of `rolecall parse`; every field but `path` may be missing, and is then what "does not say" is. */
const factsSchema = z.object({
  path: z.string(),
  title: z
    .string()
    .nullish()
    .transform(value => value ?? ''),
  titleInferred: z.boolean().nullish().transform(orFalse),
  company: text,
  salary: salarySchema.nullish().transform(orNull),
  workplace: z.enum(WORKPLACES).nullish().transform(orNull),
  countries: strings,
  regions: z.array(z.enum(REGIONS)).nullish().transform(orEmpty),
  states: strings,
  cities: strings,
  timeZones: strings,
  seniority: z.enum(SENIORITIES).nullish().transform(orNull),
  employment: z.enum(EMPLOYMENTS).nullish().transform(orNull),
  yearsMin: amount,
  degree: z.enum(DEGREES).nullish().transform(orNull),
  degreeOrEquivalent: z.boolean().nullish().transform(orFalse),
  visaSponsorship: z.boolean().nullish().transform(orNull),
  skills: strings,
  topics: z.array(z.enum(TOPICS)).nullish().transform(orEmpty),
  language: z
    .string()
    .nullish()
    .transform(value => value ?? ''),
  postedAt: text,
  closesAt: text,
})

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null
}
function orEmpty<T>(value: readonly T[] | null | undefined): readonly T[] {
  return value ?? []
}
function orFalse(value: boolean | null | undefined): boolean {
  return value ?? false
}

/**
 * Reads the facts of postings by path, from JSON lines as `rolecall parse` prints them.
 * @throws {AppError} `FACTS_UNREADABLE`, naming the line
 */
export function readParsedFacts(lines: string): ReadonlyMap<string, PostingFacts> {
  const facts = new Map<string, PostingFacts>()
  for (const [index, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue
    const { path, ...fields } = readLine(line, index + 1)
    facts.set(path, { ...fields, contradictions: [] })
  }
  return facts
}

function readLine(line: string, number: number) {
  try {
    return factsSchema.parse(JSON.parse(line))
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is not JSON'
    throw new AppError('FACTS_UNREADABLE', `line ${number}: ${reason}`, { cause })
  }
}
