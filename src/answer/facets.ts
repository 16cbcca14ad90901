import type { Catalog } from '../catalog/catalog.ts'
import type { Posting } from '../posting/posting.ts'
import type { Query, SubjectField } from '../query/query.ts'
import type { Facet } from './answer.ts'

const READERS: Readonly<Record<SubjectField, (posting: Posting) => readonly (string | null)[]>> = {
  company: ({ company }) => [company],
  skill: ({ skills }) => skills,
  topic: ({ topics }) => topics,
  level: ({ seniority }) => [seniority],
  workplace: ({ workplace }) => [workplace],
  place: ({ cities, countries }) => (cities.length > 0 ? cities : countries),
  employment: ({ employment }) => [employment],
  pay: () => [],
  experience: ({ yearsMin }) => [yearsMin === null ? null : String(yearsMin)],
}

/** Counts the values of the field that a breakdown is asked over, the commonest first; empty for another kind of question. */
export function countFacets(catalog: Catalog, query: Query, matches: readonly number[]): readonly Facet[] {
  if (query.kind !== 'facets' || !query.subject) return []
  const { field } = query.subject
  const totals = new Map<string, number>()
  for (const number of matches) {
    const posting = catalog.entries[number]?.posting
    const values = posting ? READERS[field](posting) : []
    for (const value of new Set(values)) if (value !== null) totals.set(value, (totals.get(value) ?? 0) + 1)
  }
  const facets = Array.from(totals, ([value, total]) => ({ field, value, total }))
  return facets.sort((a, b) => b.total - a.total || (a.value < b.value ? -1 : 1))
}
