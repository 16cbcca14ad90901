import type { Place as KnownPlace } from '../places/place-name.ts'
import { scanPlaces } from '../places/scan-places.ts'
import { screenPattern } from '../screen/screen-pattern.ts'

/** What a sentence speaks of that lets one choose between an office and elsewhere. */
const ELSEWHERE = screenPattern(/\b(?:remote(?:ly)?|home|maison|homeoffice|hybrid)\b/i)
const CHOICE = /\b(?:or|oder|ou|either)\b/i
const OFFICE_BEFORE =
  /\b(?:offices?|hubs?|headquarters|bureaux|büros?)\s{0,2}(?:hubs? )?(?:\(|in |from |: )[\p{Ll}\s]{0,40}$/iu
const OFFICE_AFTER = /^\s(?:\w+\s)?(?:offices?|headquarters|hq|hub)\b/i
const LIST_GAP = /^(?:[\s,;/&]|\b(?:and|or|oder|ou|und|et)\b|\b[A-Z]{2}\b)*$/
const IN_BRACKETS = /\b(?:offices?|hubs?|bureaux|büros?)\s{0,2}\(([^)]{3,200})\)?/i

interface Found {
  readonly place: KnownPlace
  readonly isOffice: boolean
  readonly start: number
  readonly end: number
}

function findCities(sentence: string): readonly Found[] {
  return scanPlaces(sentence).flatMap(({ meanings, isAmbiguous, text, start, end }): Found[] => {
    const place = meanings[0]
    const isCity = place?.kind === 'city' && (!isAmbiguous || text === 'DC')
    if (!isCity) return []
    const isOffice =
      OFFICE_BEFORE.test(sentence.slice(Math.max(0, start - 70), start)) ||
      OFFICE_AFTER.test(sentence.slice(end, end + 40))
    return [{ place, isOffice, start, end }]
  })
}

/**
 * Reads the cities of the offices that one may choose instead of working elsewhere.
 * @example readOfficeChoice('Work from our office in Munich or Vienna, or remotely.').map(place => place.name) // ['Munich', 'Vienna']
 */
export function readOfficeChoice(sentence: string): readonly KnownPlace[] {
  if (sentence.length > 600 || !ELSEWHERE.test(sentence) || !CHOICE.test(sentence)) return []
  const bracket = IN_BRACKETS.exec(sentence)?.[1]
  if (bracket !== undefined) return findCities(bracket).map(city => city.place)
  const cities = findCities(sentence)
  const offices = new Set(cities.filter(city => city.isOffice))
  // The other cities of the list stand beside the one next to the word.
  for (const [at, city] of cities.entries()) {
    const previous = cities[at - 1]
    const isListed = previous !== undefined && LIST_GAP.test(sentence.slice(previous.end, city.start))
    if (isListed && offices.has(previous)) offices.add(city)
    if (isListed && OFFICE_AFTER.test(sentence.slice(city.end, city.end + 40))) offices.add(previous)
  }
  return [...offices].map(city => city.place)
}
