import { lookUpName } from '../posting/places/gazetteer.ts'
import type { AskedPlace } from './place-ask.ts'

/**
 * The US state with the name of a country, or the country with that of a state; null for every other place.
 * @example otherReading(georgiaTheCountry) // Georgia, US
 */
export function otherReading(place: AskedPlace): AskedPlace | null {
  const kind = OTHER_KINDS.get(place.kind)
  const other = kind && lookUpName(place.name).find(meaning => meaning.kind === kind)
  if (!other) return null
  const { code, name, countries, regions, state, subdivision } = other
  return { kind: other.kind, code, name, countries, regions, state, subdivision }
}

const OTHER_KINDS: ReadonlyMap<AskedPlace['kind'], AskedPlace['kind']> = new Map([
  ['country', 'state'],
  ['state', 'country'],
] as const)
