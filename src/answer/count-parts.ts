import { type BitSet, countBits, intersect, unite } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { countValues, postingsWith } from '../catalog/value-column.ts'
import { coversCountry } from '../posting/places/regions.ts'
import { REGIONS } from '../posting/vocabulary.ts'

/** The facts by which the matches of an answer can be told apart; for a country, where they may be worked from. */
export const PART_FIELDS = ['workplace', 'level', 'topic', 'skill', 'country'] as const
export type PartField = (typeof PART_FIELDS)[number]

/** More countries are not worth counting what they cover. */
const MOST_COUNTRIES = 12

/** How many of the postings in a set have each value; reads columns, never the postings, so that it stays cheap. */
export function countParts(
  { columns }: Catalog,
  set: BitSet,
  field: PartField,
): readonly (readonly [value: string, total: number])[] {
  const named = sortParts([...countValues(columns[field], set)])
  if (field !== 'country') return named
  const codes = named.filter(([code]) => code !== '*').slice(0, MOST_COUNTRIES)
  return sortParts(codes.map(([code]) => [code, countBits(intersect(workableFrom(columns, code), set))]))
}

/** The postings that name a country, an area around it, or anywhere. */
function workableFrom({ country, region }: Catalog['columns'], code: string): BitSet {
  const areas = REGIONS.filter(name => coversCountry(name, code))
  return unite(postingsWith(country, [code, '*']), postingsWith(region, areas))
}

function sortParts(parts: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  return parts.toSorted(([a, totalA], [b, totalB]) => totalB - totalA || (a < b ? -1 : 1))
}
