import { type BitSet, countBits, countCommon, hasBit, listBits, unite } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { countCommonest, countLargest, type ValueCount } from '../catalog/count-values.ts'
import { postingsWith, type ValueColumn } from '../catalog/value-column.ts'
import { coversCountry } from '../posting/places/regions.ts'
import { REGIONS } from '../posting/vocabulary.ts'

/** The facts by which the matches of an answer can be told apart; for a country, where they may be worked from. */
export const PART_FIELDS = ['workplace', 'level', 'topic', 'skill', 'country'] as const
export type PartField = (typeof PART_FIELDS)[number]

/** More countries are not worth counting what they cover. */
const MOST_COUNTRIES = 12

/**
 * The largest parts of a set by the values of a fact, those that are all of it left out; reads columns, never the postings.
 * @param most how many are wanted
 */
export function countParts(
  { columns }: Catalog,
  set: BitSet,
  field: PartField,
  most: number,
): readonly ValueCount[] {
  if (field !== 'country') return countLargest(columns[field], set, most)
  const all = countBits(set)
  const countIn = createCounter(set, all)
  return countCommonest(columns.country, set, MOST_COUNTRIES, code => code !== '*')
    .map(([code]): ValueCount => [code, countIn(workableFrom(columns, code))])
    .filter(([, total]) => total < all)
    .sort(([a, totalA], [b, totalB]) => totalB - totalA || (a < b ? -1 : 1))
    .slice(0, most)
}

/** Counts the postings of a set that are in others, too; few of them are looked up one by one. */
function createCounter(set: BitSet, total: number): (other: BitSet) => number {
  if (total > set.words.length) return other => countCommon(set, other)
  const postings = listBits(set)
  return other => {
    let count = 0
    for (const posting of postings) if (hasBit(other, posting)) count++
    return count
  }
}

const workable = new WeakMap<ValueColumn, Map<string, BitSet>>()

/** The postings that name a country, an area around it, or anywhere; worked out once for each. */
function workableFrom({ country, region }: Catalog['columns'], code: string): BitSet {
  const known = workable.get(country) ?? new Map<string, BitSet>()
  workable.set(country, known)
  const set = known.get(code) ?? selectWorkable(country, region, code)
  known.set(code, set)
  return set
}

function selectWorkable(country: ValueColumn, region: ValueColumn, code: string): BitSet {
  const areas = REGIONS.filter(name => coversCountry(name, code))
  return unite(postingsWith(country, [code, '*']), postingsWith(region, areas))
}
