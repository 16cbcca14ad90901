import { listMatches } from '../list-matches.ts'
import { listPattern } from '../list-pattern.ts'
import { type PlaceMention, scanPlaces } from '../places/scan-places.ts'
import type { Line } from '../posting-text.ts'
import { screenPattern } from '../screen/screen-pattern.ts'
import type { FoundPlace } from './merge-places.ts'
import { splitSentences } from './passages.ts'
import { findTagPlaces, isPlaceLine } from './place-tag.ts'

const LOCATION_LINE = screenPattern(
  /^[^\p{L}\p{N}]{0,6}(?:(?:candidates?|applicants?|job|work|role|primary|available|hiring|position)\s)?(?:locations?|based in|country|countries|place of work|(?:dienst|arbeits|ein|stand)ort|lieu(?: de travail)?|localisation|ubicación|localização|locatie|lokalizacja|miejsce pracy|sede)\s?(?:\([^)]{0,40}\))?\s?[:–—-]\s?(.{2,200})/iu,
)
const HASHTAG = /#(EMEA|APAC|LATAM|AMER|DACH|US|USA|UK|EU|Canada|India|Germany|Europe|NorthAmerica)\b/g
/** A sentence that announces a list of places. */
const ANNOUNCES = listPattern({
  before: String.raw`\b`,
  words: [
    'hire|hiring|located|based|reside|residents?|live|living|remote|open|available|following',
    'eligible|employ',
  ],
  after: String.raw`\b[^:]*\b(?:countries|states|locations?|regions?|areas|provinces|cities|places)\b[^:]{0,80}:$`,
})
const OF_PAY = screenPattern(
  /\b(?:salary|pay|compensation|base)\b.{0,60}\b(?:range|ranges|band|bands|scale)\b|\blocations?: ?[$€£]|^[\p{Lu}][\p{L} ]{2,30}(?: residents)?: ?[A-Z]{0,3} ?[$€£\d]/iu,
)
const WORKPLACE_WORD = screenPattern(/\b(?:remote|hybrid|on-?site|in-office)\b/i)

/** The places of location lines ("Location: Berlin"), and short lines that hold nothing but places. */
export function findLinePlaces(line: string, isUnderPlaceHeading: boolean): readonly FoundPlace[] {
  const location = LOCATION_LINE.exec(line)?.[1]
  if (location !== undefined) {
    const first = splitSentences(location)[0] ?? ''
    return isPlaceLine(first) || first.length <= 120 ? findTagPlaces(first, line) : []
  }
  const isShort =
    line.length <= 90 && (isUnderPlaceHeading || WORKPLACE_WORD.test(line)) && !/\boffices?\b/i.test(line)
  return isShort && isPlaceLine(line) ? findTagPlaces(line, line) : []
}

/** The regions and countries that a line tags ("#EMEA"). */
export function findHashtags(line: string): readonly FoundPlace[] {
  if (!line.includes('#')) return []
  return listMatches(HASHTAG, line).flatMap(match => findTagPlaces(match[1] ?? '', line))
}

/** The countries that a line gives pay for. */
export function findPayCountries(line: string): readonly FoundPlace[] {
  if (line.length > 600 || !OF_PAY.test(line)) return []
  const countries = scanPlaces(line).filter(
    ({ text, meanings }) =>
      meanings[0]?.kind === 'country' && (!/^[A-Z]{2}$/.test(text) || /^U[SK]$/.test(text)),
  )
  return countries.flatMap(({ text, meanings: [place] }) =>
    place ? [{ place, name: text, quote: line }] : [],
  )
}

const PAY_WORD = screenPattern(/\b(?:salary|pay|compensation|wage|hourly rate)\b/i)
const THIS_JOB = /\b(?:position|role|job)\b/i

/**
 * The city that a sentence on the pay of this job names; none where it names several places, which are zones of pay.
 * @example findPayCity('The salary range for this position in Oslo is NOK 700,000 - 800,000.')[0]?.name // 'Oslo'
 */
export function findPayCity(sentence: string): readonly FoundPlace[] {
  if (
    sentence.length > 600 ||
    !PAY_WORD.test(sentence) ||
    !/\d{2}/.test(sentence) ||
    !THIS_JOB.test(sentence)
  )
    return []
  const named = scanPlaces(sentence).filter(({ isAmbiguous }) => !isAmbiguous)
  const place = named[0]?.meanings[0]
  const isOneCity = place?.kind === 'city' && named.slice(1).every(({ meanings }) => !isCity(meanings))
  const isInIt = / (?:in|near) $/i.test(sentence.slice(0, named[0]?.start))
  return isOneCity && isInIt ? [{ place, name: place.name, quote: sentence }] : []
}

const isCity = (meanings: PlaceMention['meanings']): boolean => meanings[0]?.kind === 'city'

const MOST_ITEMS = 100

/** The places of the lines after one that announces a list ("We hire in the following countries:"). */
export function findAnnounced(lines: readonly Line[], at: number): readonly FoundPlace[] {
  const line = lines[at]?.text ?? ''
  if (line.length > 300 || !line.endsWith(':') || !ANNOUNCES.test(line)) return []
  const following = lines.slice(at + 1, at + 1 + MOST_ITEMS).map(({ text }) => text)
  const end = following.findIndex(line => line.length > 120 || !isPlaceLine(line))
  const items = end === -1 ? following : following.slice(0, end)
  return items.flatMap(item => findTagPlaces(item, item))
}
