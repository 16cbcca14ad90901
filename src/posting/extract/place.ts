import type { PostingText, Reading } from '../posting-text.ts'
import type { Region } from '../vocabulary.ts'
import { type FoundPlace, mergePlaces, quotePlaces } from './merge-places.ts'
import { readPlaceTag } from './place-tag.ts'
import { readTitlePlaces } from './place-title.ts'

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

function findPlaces(text: PostingText): readonly FoundPlace[] {
  const tag = text.placeTag ?? ''
  const title = text.titleLine ?? ''
  return [
    ...readPlaceTag(tag).map(({ place, text: name }) => ({ place, name, quote: tag })),
    ...readTitlePlaces(title).map(place => ({ place, name: place.name, quote: title })),
  ]
}

/** Reads where the work may be done from. */
export function readPlace(text: PostingText): PlaceReading {
  const found = findPlaces(text)
  const value = { ...mergePlaces(found), timeZones: [] }
  const evidence = {
    countries: quotePlaces(found, 'countries'),
    regions: quotePlaces(found, 'regions'),
    states: quotePlaces(found, 'states'),
    cities: quotePlaces(found, 'cities'),
    timeZones: [],
  }
  return { value, quotes: [...new Set(Object.values(evidence).flat())], evidence }
}
