import { z } from 'zod'

const money = z.object({ amount: z.number(), currency: z.string().optional(), period: z.string().optional() })

const salary = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string(),
  period: z.enum(['year', 'month', 'week', 'day', 'hour']),
})
export type LabelledSalary = z.infer<typeof salary>

/** A posting as a careful reader labelled it. */
export const labelSchema = z.object({
  path: z.string(),
  title: z.string(),
  company: z.string().nullable(),
  salary: salary.nullable(),
  workplace: z.string().nullable(),
  countries: z.array(z.string()),
  regions: z.array(z.string()),
  cities: z.array(z.string()),
  seniority: z.string().nullable(),
  employment: z.string().nullable(),
  years_min: z.number().nullable(),
  degree: z.string().nullable(),
  degree_or_equivalent: z.boolean(),
  visa: z.boolean().nullable(),
  skills: z.array(z.string()),
  topics: z.array(z.string()),
  posting_language: z.string(),
  salary_unsure: z.boolean().optional(),
  workplace_unsure: z.boolean().optional(),
})
export type Label = z.infer<typeof labelSchema>

/** What a posting must satisfy to answer a question; every key that is there must hold. */
export const whereSchema = z.strictObject({
  payOver: money.optional(),
  payReaches: money.optional(),
  payFrom: money.optional(),
  payAtMost: money.optional(),
  payOverlaps: z.object({ from: money, to: money }).optional(),
  payStated: z.boolean().optional(),
  payKnown: z.boolean().optional(),
  /** The ask is in another currency than most pay: bounds within 3 % are not scored. */
  fx: z.boolean().optional(),
  workplace: z.array(z.string()).optional(),
  seniority: z.array(z.string()).optional(),
  notSeniority: z.array(z.string()).optional(),
  employment: z.array(z.string()).optional(),
  topics: z.array(z.string()).optional(),
  /** A posting of only these kinds of work is not scored: careful readers differ. */
  topicsNear: z.array(z.string()).optional(),
  notTopics: z.array(z.string()).optional(),
  skillsAll: z.array(z.string()).optional(),
  skillsAny: z.array(z.string()).optional(),
  skillsNone: z.array(z.string()).optional(),
  country: z.union([z.string(), z.array(z.string())]).optional(),
  outside: z.string().optional(),
  region: z.string().optional(),
  worldwide: z.boolean().optional(),
  city: z.array(z.string()).optional(),
  state: z.string().optional(),
  yearsAtMost: z.number().optional(),
  yearsAtLeast: z.number().optional(),
  degreeNotRequired: z.boolean().optional(),
  degree: z.array(z.string()).optional(),
  visa: z.boolean().optional(),
  company: z.string().optional(),
  language: z.string().optional(),
})
export type Where = z.infer<typeof whereSchema>
export type Money = z.infer<typeof money>

/** A question with what its matches must satisfy. */
export const questionSchema = z.object({
  id: z.string(),
  q: z.string(),
  tags: z.array(z.string()).default([]),
  where: whereSchema,
})
export type Question = z.infer<typeof questionSchema>

/** A question about one posting: patterns the answer must (`all`) and must not (`none`) hold. */
export const detailSchema = z.object({
  id: z.string(),
  q: z.string(),
  all: z.array(z.string()),
  none: z.array(z.string()).default([]),
  found: z.boolean(),
  path: z.string().optional(),
})
export type Detail = z.infer<typeof detailSchema>
