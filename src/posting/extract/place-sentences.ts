import { listMatches } from '../list-matches.ts'
import type { Place as KnownPlace } from '../places/place-name.ts'
import { resolvePlaces } from '../places/resolve-places.ts'
import { type PlaceMention, scanPlaces } from '../places/scan-places.ts'
import { screenPattern } from '../screen/screen-pattern.ts'
import {
  AFTER_PLACE,
  type CueStrength,
  LIST_END,
  MENTIONS_PLACE,
  NOT_ELIGIBILITY,
  OTHER_SUBJECT,
  PLACE_CUES,
} from './place-cues.ts'

/** A place that a sentence gives as one where one may work. */
export interface CuedPlace {
  readonly place: KnownPlace
  readonly strength: CueStrength
}

/** What may stand between a cue and its first place, or between two places of a list. */
const BETWEEN =
  /^(?:[\s,;:/()&+•·\-–—"'*]|\b(?:the|and|or|und|oder|et|ou|y|e|o|either|both|one|any|anywhere|all|of|our|in|within|at|near|around|from|as well as|following|states?|countr(?:y|ies)|locations?|cit(?:y|ies)|regions?|areas?|metro(?:politan)?|province|provinces|greater|mainland|continental|contiguous|most locations|across|tech|hubs?|office|offices|remote|remotely|preferably|ideally|also|plus|e\.g\.|eg|i\.e\.|such|as|eastern|western|northern|southern|central|downtown)\b)*$/i
const MAX_GAP = 70

const BEFORE_CUE = screenPattern(/based|only|residents?|citizen|clearance|persons?\b/i)
/** Cues that say where somebody is: the words before tell who. */
const OF_SOMEBODY = /^(?:based|located|resid|liv|domiciled|situated|work)/i
const NEGATED = /\b(?:not|n't|n’t|outside|unable to|cannot)\b[^,;]{0,40}$/i
/** What makes the last place of a list a time zone, or a company's seat. */
const NO_PLACE_AFTER =
  /^[\s-]{0,2}(?:(?:central|eastern|western|pacific|mountain|standard)\s)?(?:time ?zones?|time\b|hours|-?based (?:company|startup|client))/i

/** Codes are places in a sentence only after a place and a comma; "US" and its like always are. */
function isPlain(mention: PlaceMention, before: string, isFirst: boolean): boolean {
  if (!/^[A-Z]{2}$/.test(mention.text)) return true
  if (['US', 'UK', 'EU'].includes(mention.text)) return true
  return !isFirst && /^(?:.{0,40}[,/])?\s?$/.test(before)
}

/** The places right after a cue, as far as they stand in one list. */
function takeList(text: string): readonly PlaceMention[] {
  const mentions = scanPlaces(endList(text.slice(0, 1200)))
  const list: PlaceMention[] = []
  let end = 0
  for (const mention of mentions) {
    const before = text.slice(end, mention.start)
    if (before.length > MAX_GAP || !BETWEEN.test(before)) break
    if (!isPlain(mention, before, list.length === 0)) break
    list.push(mention)
    end = mention.end
  }
  return NO_PLACE_AFTER.test(text.slice(end, end + 40)) ? [] : list
}

function resolveList(text: string, list: readonly PlaceMention[]): readonly KnownPlace[] {
  const unresolved = list.map(({ text: name, meanings, start }, index) => ({
    text: name,
    meanings,
    before: text.slice(list[index - 1]?.end ?? start, start),
  }))
  return resolvePlaces(unresolved).flatMap(place => (place === null ? [] : [place]))
}

function endList(text: string): string {
  const end = LIST_END.exec(text)
  return end === null ? text : text.slice(0, end.index)
}

function readAfterCues(sentence: string): readonly CuedPlace[] {
  const found: CuedPlace[] = []
  for (const { pattern, subject, strength } of PLACE_CUES) {
    for (const match of pattern.findAll(sentence)) {
      if (subject !== null && !subject.test(sentence)) break
      const before = sentence.slice(Math.max(0, match.index - 60), match.index)
      const isOthers = OF_SOMEBODY.test(match[0]) && OTHER_SUBJECT.test(before)
      if (isOthers || NEGATED.test(before) || /\boutside\b/i.test(match[0])) continue
      // "If you live in London, …" says what holds there, not that one has to.
      if (match.index < 30 && /^if\b/i.test(sentence)) continue
      const rest = sentence.slice(match.index + match[0].length)
      found.push(...resolveList(rest, takeList(rest)).map(place => ({ place, strength })))
    }
  }
  return found
}

function readBeforeCues(sentence: string): readonly CuedPlace[] {
  if (!BEFORE_CUE.test(sentence)) return []
  return scanPlaces(sentence).flatMap((mention): CuedPlace[] => {
    const isArea = mention.meanings[0]?.kind === 'country' || mention.meanings[0]?.kind === 'region'
    if (!isArea || !AFTER_PLACE.test(sentence.slice(mention.end, mention.end + 40))) return []
    const place = mention.meanings[0]
    return place === undefined ? [] : [{ place, strength: 'company' }]
  })
}

/**
 * Reads the places that a sentence gives as those where one may work or must live.
 * @example readSentencePlaces('You must be based in Spain or Portugal.').map(each => each.place.code) // ['ES', 'PT']
 */
export function readSentencePlaces(sentence: string): readonly CuedPlace[] {
  if (sentence.length > 1500 || !MENTIONS_PLACE.test(sentence) || !/\p{Lu}/u.test(sentence.slice(1)))
    return []
  if (NOT_ELIGIBILITY.test(sentence)) return []
  return [...readAfterCues(sentence), ...readBeforeCues(sentence)]
}

/** Reads the cities of a sentence with the states and countries that follow them; no other places. */
export function readNamedCities(sentence: string): readonly KnownPlace[] {
  const mentions = scanPlaces(sentence).filter(
    ({ text, isAmbiguous }) => !isAmbiguous || /^[A-Z]{2}$/.test(text),
  )
  const places = resolveList(sentence, mentions)
  return places.filter((place, at) => {
    const previous = places[at - 1]
    return (
      place.kind === 'city' || (previous?.kind === 'city' && place.countries[0] === previous.countries[0])
    )
  })
}

const HIRES =
  /\b(?:hiring|looking for|seeks?|seeking|cherche|recherche|sucht|suchen|busca|buscamos|procura|procuramos|szuka|szukamy|zoekt|zoeken|cerca)\b/i
const PLACE_WORD = /\b(?:in|near|im|à|de|en|em|w|we|te|a)\s+(?=\p{Lu})/gu

/**
 * Reads the place of a sentence that opens a posting without a title line.
 * @example readOpeningPlaces('Fjord Foods seeks a baker for its shop in Bergen.').map(place => place.name) // ['Bergen']
 */
export function readOpeningPlaces(sentence: string): readonly KnownPlace[] {
  const hires = HIRES.exec(sentence)
  if (hires === null || sentence.length > 400 || NOT_ELIGIBILITY.test(sentence)) return []
  const rest = sentence.slice(hires.index)
  for (const match of listMatches(PLACE_WORD, rest)) {
    const after = rest.slice(match.index + match[0].length)
    const list = takeList(after)
    if (list[0]?.start === 0 && !list[0].isAmbiguous) return resolveList(after, list)
  }
  return []
}
