import type { PostingText, Reading } from '../posting-text.ts'
import type { Region } from '../vocabulary.ts'
import { type FoundPlace, mergePlaces, quotePlaces } from './merge-places.ts'
import { splitSentences } from './passages.ts'
import { type BodyPlaces, findBodyPlaces } from './place-body.ts'
import { readJobPostingPlaces } from './place-json-ld.ts'
import { readOpeningPlaces } from './place-sentences.ts'
import { findTagPlaces } from './place-tag.ts'
import { readTitlePlaces } from './place-title.ts'
import { readHeaderTimeZones } from './time-zones.ts'

/** Where the work may be done from. */
export interface Place {
  readonly countries: readonly string[]
  readonly regions: readonly Region[]
  readonly states: readonly string[]
  readonly cities: readonly string[]
  readonly timeZones: readonly string[]
}

/** The places of a posting, with the passages that name each kind of them. */
export interface PlaceReading extends Reading<Place> {
  readonly evidence: Readonly<Record<keyof Place, readonly string[]>>
}

/** City states whose name in a tag means both. */
const CITY_STATES = ['Singapore', 'Hong Kong']

const findCityState = (tag: string): readonly FoundPlace[] =>
  CITY_STATES.filter(name => tag.includes(name)).map(name => ({ place: null, name, quote: tag }))

const isLocated = (found: readonly FoundPlace[]): boolean =>
  found.some(({ place }) => place !== null && place.countries.length + place.regions.length > 0)

/** A tag that says "anywhere" and names no place. */
function findAnywhere(tag: string): readonly FoundPlace[] {
  return /\b(?:global(?:ly)?|worldwide|anywhere|world)\b/i.test(tag) ? findTagPlaces('Worldwide', tag) : []
}

/** The places of the first lines of a text without header: "… is hiring a baker in Bergen". */
function findOpening(text: PostingText): readonly FoundPlace[] {
  if (text.placeTag !== null) return []
  const first = text.sections[0]?.lines.slice(0, 2) ?? []
  const sentences = first.flatMap(line => splitSentences(line.text)).slice(0, 4)
  return sentences.flatMap(quote =>
    readOpeningPlaces(quote).map(place => ({ place, name: place.name, quote })),
  )
}

/**
 * The places in order of trust: tag, data and title; what the text says of the role; and only where
 * those name no country or region, what it says of the company.
 */
function findPlaces(text: PostingText, body: BodyPlaces): readonly FoundPlace[] {
  const tag = text.placeTag ?? ''
  const title = text.titleLine ?? ''
  const inHeader = [
    ...findTagPlaces(tag),
    ...findCityState(tag),
    ...readJobPostingPlaces(text.jobPosting ?? {}).flatMap(place => findTagPlaces(place)),
    ...readTitlePlaces(title).map(place => ({ place, name: place.name, quote: title })),
  ]
  const ofRole = [...inHeader, ...body.ofRole]
  if (isLocated(ofRole)) return ofRole
  const rest = [...findAnywhere(tag), ...findOpening(text), ...body.ofCompany]
  const isCountryGiven = mergePlaces(rest).countries.length > 0
  return [...ofRole, ...rest, ...(isCountryGiven ? [] : ofOneCity(body.ofPay))]
}

/** Pay for several cities is a list of zones, not of places of the job. */
function ofOneCity(found: readonly FoundPlace[]): readonly FoundPlace[] {
  const cities = found.filter(({ place }) => place?.kind === 'city')
  const isOne = new Set(cities.map(({ name }) => name)).size === 1
  return isOne ? found : found.filter(each => !cities.includes(each))
}

function findTimeZones(text: PostingText, body: BodyPlaces): BodyPlaces['timeZones'] {
  const headers = [text.placeTag ?? '', text.titleLine ?? '']
  const inHeader = headers.flatMap(quote => readHeaderTimeZones(quote).map(name => ({ name, quote })))
  return [...inHeader, ...body.timeZones].slice(0, 20)
}

/** Reads where the work may be done from. */
export function readPlace(text: PostingText): PlaceReading {
  const body = findBodyPlaces(text.sections)
  const found = findPlaces(text, body)
  const zones = findTimeZones(text, body)
  const value = { ...mergePlaces(found), timeZones: [...new Set(zones.map(zone => zone.name))] }
  const evidence = {
    countries: quotePlaces(found, 'countries'),
    regions: quotePlaces(found, 'regions'),
    states: quotePlaces(found, 'states'),
    cities: quotePlaces(found, 'cities'),
    timeZones: [...new Set(zones.map(zone => zone.quote))],
  }
  return { value, quotes: [...new Set(Object.values(evidence).flat())], evidence }
}
