import type { Place as KnownPlace } from '../places/place-name.ts'
import type { Region } from '../vocabulary.ts'
import type { Place } from './place.ts'

/** A place with the passage that names it. */
export interface FoundPlace {
  /** null for a town that no table knows. */
  readonly place: KnownPlace | null
  /** The name as written. */
  readonly name: string
  readonly quote: string
}

interface Parts {
  readonly countries: readonly string[]
  readonly regions: readonly Region[]
  readonly states: readonly string[]
  readonly cities: readonly string[]
}

/** What one named place says: a city or state says its country too, a group its members or regions. */
function takeApart({ place, name }: FoundPlace): Parts {
  const nothing: Parts = { countries: [], regions: [], states: [], cities: [] }
  if (place === null) return { ...nothing, cities: [name] }
  if (place.regions.includes('worldwide')) return { ...nothing, countries: ['*'], regions: ['worldwide'] }
  if (place.regions.length > 0) return { ...nothing, regions: place.regions }
  const { countries, state } = place
  if (place.kind === 'city') {
    // The capital is named with its district: "Washington, D.C.".
    return { ...nothing, countries, cities: [place.name], states: state === 'DC' ? [state] : [] }
  }
  if (place.kind === 'state' && state !== null) return { ...nothing, countries, states: [state] }
  return { ...nothing, countries }
}

/** Puts the named places together, each value once, in the order they are named. */
export function mergePlaces(found: readonly FoundPlace[]): Omit<Place, 'timeZones'> {
  const parts = found.map(takeApart)
  return {
    countries: [...new Set(parts.flatMap(part => part.countries))],
    regions: [...new Set(parts.flatMap(part => part.regions))],
    states: [...new Set(parts.flatMap(part => part.states))],
    cities: [...new Set(parts.flatMap(part => part.cities))],
  }
}

const MOST_QUOTES = 8

/** The first passages that say something of one field of a place. */
export function quotePlaces(
  found: readonly FoundPlace[],
  field: keyof Omit<Place, 'timeZones'>,
): readonly string[] {
  const saying = found.filter(each => takeApart(each)[field].length > 0)
  return [...new Set(saying.map(each => each.quote))].slice(0, MOST_QUOTES)
}
