import type { PlaceName } from '../posting/places/place-name.ts'
import type { Condition } from './query.ts'

/** A place as a condition keeps it: what it is, where it lies. */
export type AskedPlace = Omit<PlaceName, 'length' | 'population' | 'isAmbiguousWord' | 'isAdjective'>

/** The places that a question asks for. */
export interface PlaceAsk {
  /** Any of them, in the order of their names. */
  readonly anyOf: readonly AskedPlace[]
  /** `outside`: workable from somewhere that is in none of them. */
  readonly mode: 'in' | 'outside'
}

/** The value for these places, each once. */
export function placeAsk(places: Iterable<AskedPlace>, mode: PlaceAsk['mode']): PlaceAsk {
  const byKey = new Map(Array.from(places, place => [keyOf(place), place]))
  return { anyOf: [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place), mode }
}

/** The places that the conditions ask for, without those left out. */
export function askedPlaces(conditions: readonly Condition[]): readonly AskedPlace[] {
  return conditions.flatMap(({ id, isExcluded, value }) => {
    if (id !== 'place' || isExcluded) return []
    const ask = value as PlaceAsk
    return ask.mode === 'in' ? ask.anyOf : []
  })
}

function keyOf({ kind, code, name, countries, state }: AskedPlace): string {
  return [name, kind, code, countries.length === 1 ? countries[0] : '', state ?? ''].join('|')
}
