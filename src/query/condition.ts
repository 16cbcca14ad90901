import type { BitSet } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { Condition, ConditionId } from './query.ts'
import type { Token } from './tokenize.ts'

/** What is known while a question is read. */
export interface ReadScope {
  readonly catalog: Catalog
  readonly now: Date
}

/** A value read from the words that start at a token. */
export interface Found<V> {
  readonly value: V
  /** How many tokens it took, at least 1. */
  readonly count: number
  /** What the reader assumed; null where nothing. */
  readonly note?: string | null
  /** True where the words themselves exclude ("no salary listed"). */
  readonly isExcluded?: boolean
}

/** What the postings of a catalog say to a condition; those in neither set say no. */
export interface Verdict {
  readonly yes: BitSet
  readonly notStated: BitSet
}

/** What is known while a condition is held against the postings. */
export interface MatchScope {
  readonly now: Date
  /** All conditions of the query: a place decides which pay zone counts, "remote" what a city means. */
  readonly conditions: readonly Condition[]
}

/** Why one posting satisfies a condition. */
export interface Explanation {
  /** In words: "pays $240,000 to $1,200,000 a year". */
  readonly label: string
  /** null where there is nothing to beware of. */
  readonly caveat: string | null
}

/** Another value that lets in more or other postings. */
export interface Loosening<V> {
  readonly value: V
  /** What it changes: "with pay over $160,000". */
  readonly label: string
}

/**
 * One kind of condition: how it is read from words, held against postings, described and loosened.
 * Search, alerts, help and completion follow from the registry in `conditions/index.ts`.
 */
export interface ConditionKind<V = unknown> {
  readonly id: ConditionId
  /** What it is about, for help: "pay". */
  readonly title: string
  /** Questions that use it, for help and completion. */
  readonly examples: readonly string[]
  /** The names that `name:value` knows it by; the first is used in descriptions. */
  readonly fields: readonly string[]
  /** What several values mean: any of them for a fact that has one value, else all of them. */
  readonly severalMean: 'any' | 'all'
  /** Single words that its phrases are made of: they are no typing errors. */
  readonly words: () => Iterable<string>
  /** The longest reading that starts at a token; null where none does. */
  read(tokens: readonly Token[], at: number, scope: ReadScope): Found<V> | null
  /** What stands after `name:`, where that is more than `read` takes in free text; the name may tell what is meant. */
  readField?(tokens: readonly Token[], at: number, scope: ReadScope, name: string): Found<V> | null
  /** One value that asks for either; null where these two cannot be one. */
  join(a: V, b: V): V | null
  /** The value once the whole question is known: a pay without currency gets that of the country. */
  settle?(
    value: V,
    conditions: readonly Condition[],
    defaultCurrency: string,
  ): { value: V; note: string | null }
  evaluate(catalog: Catalog, value: V, scope: MatchScope): Verdict
  /** What "not" asks for instead of leaving out: "not remote" is hybrid or onsite; null where it leaves out. */
  negate?(value: V): V | null
  /** What "not" leaves out, where that is less than `evaluate` takes in: naming a country, not covering it. */
  names?(catalog: Catalog, value: V): BitSet
  /** In words that read back to the same value; with a catalog, names as its postings write them. */
  describe(value: V, catalog?: Catalog): string
  /** Why a posting satisfies it. */
  explain(catalog: Catalog, value: V, scope: MatchScope): (posting: number) => Explanation
  /** The postings by how well they fit, best first; a posting belongs to the first that holds it, the others come last. */
  tiers?(catalog: Catalog, value: V, scope: MatchScope): readonly BitSet[]
  /** Values nearby, the smallest change first. */
  loosen(value: V): readonly Loosening<V>[]
  /** Words that rank titles, such as "backend". */
  titleWords?(value: V): readonly string[]
}

/** Makes a condition out of what was read. */
export function toCondition<V>(
  id: ConditionId,
  value: V,
  parts: Partial<Omit<Condition<V>, 'id' | 'value'>> = {},
): Condition<V> {
  return { id, value, isExcluded: false, orNotStated: false, spans: [], note: null, ...parts }
}
