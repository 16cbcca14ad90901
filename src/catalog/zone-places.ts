import { lookUpPlaces } from '../posting/places/gazetteer.ts'
import type { PlaceName } from '../posting/places/place-name.ts'
import { foldText } from './split-words.ts'

/** How a place is named among the zones of a salary: `city:austin`, `state:TX`, `country:US`, `region:europe`. */
export function placeKey(place: Pick<PlaceName, 'kind' | 'code'>): string {
  return `${place.kind}:${place.kind === 'city' ? foldText(place.code) : place.code}`
}

const MAX_WORDS = 40
const WORD = /[^\s,;:/()&+-]+/g
const SKIPPED = /^(?:and|or|the|in|of|zone|tier|area|bay|greater|metro)$/i

/**
 * The places that the label of a pay zone names; empty for "Zone 2".
 * @example readZonePlaces('CA, NY and WA') // state:CA, state:NY, state:WA
 */
export function readZonePlaces(label: string): readonly string[] {
  const words = (label.match(WORD) ?? []).slice(0, MAX_WORDS)
  const keys = new Set<string>()
  for (let at = 0; at < words.length; ) {
    const meant = SKIPPED.test(words[at] ?? '') ? [] : meanings(words, at)
    for (const place of meant) keys.add(placeKey(place))
    at += meant[0]?.length ?? 1
  }
  return [...keys]
}

/** In a zone a name may mean the state or the city ("New York"): both count. Short codes must be in capitals. */
function meanings(words: readonly string[], at: number) {
  const isShort = (words[at] ?? '').length <= 2
  if (isShort && words[at] !== words[at]?.toUpperCase()) return []
  const found = lookUpPlaces(words, at)
  const longest = found.filter(place => place.length === found[0]?.length)
  const states = longest.filter(place => place.kind === 'state')
  return isShort && states.length > 0 ? states : longest.slice(0, 3)
}
