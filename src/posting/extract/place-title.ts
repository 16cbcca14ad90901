import { lookUpName } from '../places/gazetteer.ts'
import type { Place as KnownPlace } from '../places/place-name.ts'
import { readPlaceTag, type TagPlace } from './place-tag.ts'

/** Codes that mean a place in a title; others are more often a kind of work ("QA", "IT", "ML"). */
const TITLE_CODES = new Set([
  'US',
  'USA',
  'U.S.',
  'UK',
  'U.K.',
  'EU',
  'UAE',
  'EMEA',
  'APAC',
  'LATAM',
  'DACH',
  'CEE',
  'NYC',
  'SF',
])

/** Cities that are ordinary words are kinds of work in a title ("Mobile", "Enterprise"), provinces are too rare to be meant. */
function isTitlePlace({ text, place }: TagPlace): boolean {
  if (place === null || place.kind === 'province') return false
  if (text.length <= 3) return TITLE_CODES.has(text.toUpperCase())
  return place.kind !== 'city' || lookUpName(text).every(name => !name.isAmbiguousWord)
}

/**
 * Reads the places that a title line names in brackets or after a dash or comma.
 * @example readTitlePlaces('Backend Engineer (Remote, US)').map(place => place.code) // ['US']
 */
export function readTitlePlaces(titleLine: string): readonly KnownPlace[] {
  const decorated = /[(,–—|:/]|\s-|\bremote\b/iu.exec(titleLine)
  if (decorated === null) return []
  const places = readPlaceTag(titleLine.slice(decorated.index))
  return places.filter(isTitlePlace).flatMap(({ place }) => (place === null ? [] : [place]))
}
