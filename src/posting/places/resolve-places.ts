import type { Place } from './place-name.ts'

/** One place of a list, with what it may mean; no meanings for a name that no table knows. */
export interface UnresolvedPlace {
  readonly text: string
  readonly meanings: readonly Place[]
  /** The signs and words between the previous place and this one; empty for the first. */
  readonly before: string
}

/** Whether one place lies in another. */
export function liesIn(inner: Place, outer: Place): boolean {
  if (!inner.countries.some(country => outer.countries.includes(country))) return false
  if (outer.kind === 'country')
    return inner.kind === 'city' || inner.kind === 'state' || inner.kind === 'province'
  if (outer.kind === 'state' || outer.kind === 'province') {
    return inner.kind === 'city' && inner.subdivision === outer.subdivision
  }
  return false
}

const isJoined = (before: string): boolean => /^[\s,()\-–/]{1,6}$|^ in $/.test(before)

/** How well a meaning goes with the places beside it. */
function weighMeaning(meaning: Place, places: readonly UnresolvedPlace[], at: number): number {
  const next = places[at + 1]
  const afterNext = places[at + 2]
  const previous = places[at - 1]
  const own = places[at]
  let weight = 0
  if (next && isJoined(next.before)) {
    if (next.meanings.some(outer => liesIn(meaning, outer))) weight += 4
    if (next.before.includes(',') && next.meanings.some(inner => liesIn(inner, meaning))) weight += 1
    if (afterNext?.before.includes(',') && afterNext.meanings.some(outer => liesIn(meaning, outer)))
      weight += 3
  }
  if (previous && own && isJoined(own.before)) {
    if (previous.meanings.some(inner => liesIn(inner, meaning))) weight += 5
    if (previous.meanings.some(outer => liesIn(meaning, outer))) weight += 4
    if (previous.meanings.some(other => other.kind === 'state') && meaning.kind === 'state') weight += 1
    // "Dulles, VA": an unknown town before a code is in a US state.
    if (previous.meanings.length === 0 && own.before.includes(',') && meaning.kind === 'state') weight += 2
  }
  return weight
}

/** Country codes that stand alone in lists more often than the state of the same letters. */
const COUNTRY_FIRST = new Set(['IN', 'DE', 'ID', 'IL', 'CA', 'AR', 'CO', 'PA', 'SA', 'BE', 'NL', 'ES', 'MX'])

const isCode = (place: UnresolvedPlace | undefined): boolean =>
  place !== undefined && /^[A-Z]{2}$/.test(place.text)

function chooseMeaning(places: readonly UnresolvedPlace[], at: number): Place | null {
  const own = places[at]
  if (own === undefined) return null
  let best: Place | null = null
  let bestWeight = -1
  for (const meaning of own.meanings) {
    const isLoneCountry = isCode(own) && meaning.kind === 'country' && COUNTRY_FIRST.has(own.text)
    const weight = weighMeaning(meaning, places, at) + (isLoneCountry ? 0.5 : 0)
    if (weight > bestWeight) {
      best = meaning
      bestWeight = weight
    }
  }
  return best
}

const isSubdivision = (place: Place | null | undefined): boolean =>
  place?.kind === 'state' || place?.kind === 'province'

/** Names of cities that stand in a list of states mean the state: "New York, USA; Texas, USA". */
function preferPeers(
  places: readonly UnresolvedPlace[],
  chosen: readonly (Place | null)[],
): readonly (Place | null)[] {
  const asState = (at: number): Place | undefined => places[at]?.meanings.find(isSubdivision)
  const isPeer = (at: number): boolean =>
    isSubdivision(chosen[at]) && chosen[at - 1]?.kind !== 'city' && (places[at - 1]?.meanings.length ?? 1) > 0
  const hasPeer = chosen.some((_, at) => isPeer(at))
  const hasOtherCity = chosen.some((place, at) => place?.kind === 'city' && asState(at) === undefined)
  if (!hasPeer || hasOtherCity) return chosen
  return chosen.map((place, at) => {
    const next = chosen[at + 1]
    const isInNext = place !== null && next != null && isSubdivision(next) && liesIn(place, next)
    return place?.kind === 'city' && !isInNext ? (asState(at) ?? place) : place
  })
}

/** Countries among American places whose name or code a state has too mean the state: "Georgia", "CA, NY, WA". */
function preferStates(
  places: readonly UnresolvedPlace[],
  chosen: readonly (Place | null)[],
): readonly (Place | null)[] {
  if (!chosen.some(place => place?.state != null || place?.code === 'US')) return chosen
  const hasStateCode = chosen.some((place, at) => place?.kind === 'state' && isCode(places[at]))
  return chosen.map((place, at) => {
    const state = places[at]?.meanings.find(meaning => meaning.kind === 'state')
    if (place === null || state === undefined) return place
    const isLoneCode = hasStateCode && isCode(places[at]) && weighMeaning(place, places, at) === 0
    // "Washington, USA" is the state: the city would be "Washington, DC".
    const isBare = places[at]?.text === 'Washington' && chosen[at + 1]?.code === 'US'
    return isBare || (place.kind === 'country' && (isLoneCode || state.name === place.name)) ? state : place
  })
}

/** Decides what each place of a list means by the places beside it; null for names that no table knows. */
export function resolvePlaces(places: readonly UnresolvedPlace[]): readonly (Place | null)[] {
  const chosen = places.map((_, at) => chooseMeaning(places, at))
  return preferPeers(places, preferStates(places, chosen))
}
