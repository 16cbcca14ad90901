import type { Region } from '../vocabulary.ts'

/** What a place name stands for; `province` is a subdivision outside the US, `group` a set of countries without a region word. */
export type PlaceKind = 'country' | 'region' | 'group' | 'state' | 'province' | 'city'

/** One meaning of a name. */
export interface Place {
  readonly kind: PlaceKind
  /** Country code, region word, US state code; the English name for the other kinds. */
  readonly code: string
  /** English name, as shown to people. */
  readonly name: string
  /** Where it lies: the country of a city, state or province; the members of a region or group. */
  readonly countries: readonly string[]
  /** The region words it stands for; empty for what is smaller than a region. */
  readonly regions: readonly Region[]
  /** US state code of a city or state; null elsewhere. */
  readonly state: string | null
  /** GeoNames code of the subdivision that a city lies in or that it is; null for what is larger. */
  readonly subdivision: string | null
  /** Inhabitants of a city; 0 for the other kinds. */
  readonly population: number
}

/** A meaning of some words, as found in a text. */
export interface PlaceName extends Place {
  /** How many words the name takes. */
  readonly length: number
  /**
   * True where the words are ordinary ones too ("Reading", "or", "us"): take them as a place only in
   * capitals as written, after "in" or "from", or beside a name that is none.
   */
  readonly isAmbiguousWord: boolean
  /** True for words that name people or things of the place ("Canadian", "European"). */
  readonly isAdjective: boolean
}
