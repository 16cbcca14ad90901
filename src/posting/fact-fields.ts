import type { PostingField } from './posting.ts'

/** Every fact of a posting, in the order in which people ask. */
export const FACT_FIELDS = [
  'title',
  'titleInferred',
  'company',
  'salary',
  'workplace',
  'countries',
  'regions',
  'states',
  'cities',
  'timeZones',
  'seniority',
  'employment',
  'yearsMin',
  'degree',
  'degreeOrEquivalent',
  'visaSponsorship',
  'skills',
  'topics',
  'language',
  'postedAt',
  'closesAt',
] as const satisfies readonly PostingField[]
