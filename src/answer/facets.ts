import { type BitSet, forEachBit } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { countValues, type ValueCount } from '../catalog/count-values.ts'
import type { Posting } from '../posting/posting.ts'
import type { Query, SubjectField } from '../query/query.ts'
import type { Facet } from './answer.ts'

/** The facts that stand in a column as they are named. */
const COLUMNS = {
  skill: 'skill',
  topic: 'topic',
  level: 'level',
  workplace: 'workplace',
  employment: 'employment',
} as const

/** The others, of which a column has no names that could be shown. */
const READERS: Readonly<
  Record<Exclude<SubjectField, keyof typeof COLUMNS>, (posting: Posting) => readonly (string | null)[]>
> = {
  company: ({ company }) => [company],
  place: ({ cities, countries }) => (cities.length > 0 ? cities : countries),
  pay: () => [],
  experience: ({ yearsMin }) => [yearsMin === null ? null : String(yearsMin)],
}

/** Counts the values of the field that a breakdown is asked over, the commonest first; empty for another kind of question. */
export function countFacets(catalog: Catalog, query: Query, matches: BitSet): readonly Facet[] {
  if (query.kind !== 'facets' || !query.subject) return []
  const { field } = query.subject
  const counted = isColumn(field)
    ? countValues(catalog.columns[COLUMNS[field]], matches)
    : countRead(catalog, READERS[field], matches)
  return counted.map(([value, total]) => ({ field, value, total }))
}

function isColumn(field: SubjectField): field is keyof typeof COLUMNS {
  return field in COLUMNS
}

function countRead(
  { entries }: Catalog,
  read: (posting: Posting) => readonly (string | null)[],
  matches: BitSet,
): readonly ValueCount[] {
  const totals = new Map<string, number>()
  forEachBit(matches, number => {
    const posting = entries[number]?.posting
    const values = posting ? read(posting) : []
    for (const value of new Set(values)) if (value !== null) totals.set(value, (totals.get(value) ?? 0) + 1)
  })
  return [...totals].sort(([a, totalA], [b, totalB]) => totalB - totalA || (a < b ? -1 : 1))
}
