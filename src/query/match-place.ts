import { type BitSet, complement, intersect, noBits, subtract, unite, uniteAll } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { deriveTable } from '../catalog/derived-table.ts'
import { foldText } from '../catalog/split-words.ts'
import type { Steps } from '../catalog/steps.ts'
import { postingsWith, silentOf } from '../catalog/value-column.ts'
import { CITIES } from '../posting/places/cities.ts'
import { coversCountry, regionCountries, regionName } from '../posting/places/regions.ts'
import { REGIONS, type Region } from '../posting/vocabulary.ts'
import type { AskedPlace } from './place-ask.ts'

/** The postings of a place by how well they fit it, best first: naming it, covering it, inside of it, anywhere. */
export interface PlaceTiers {
  readonly named: BitSet
  readonly covering: BitSet
  readonly inside: BitSet
  readonly anywhere: BitSet
  /** Do not say whether they fit. */
  readonly notStated: BitSet
}

/** Sorts the postings by how well they fit a place; `isAsker` means that a remote worker sits there. */
export function tierPlace(catalog: Catalog, place: AskedPlace, isAsker: boolean): PlaceTiers {
  return isArea(place) ? tierArea(catalog, place) : tierSpot(catalog, place, isAsker)
}

/** The postings that can be worked from somewhere that is not in the place. */
export function selectOutside(catalog: Catalog, place: AskedPlace): BitSet {
  const { country, region, state, city } = catalog.columns
  const members = new Set<string>(isArea(place) ? place.countries : [])
  const otherCountries = [...country.postings.keys()].filter(code => !isInside(place, members, code))
  const otherRegions = [...region.postings.keys()].filter(name => !isRegionInside(members, name as Region))
  const elsewhere = unite(postingsWith(country, otherCountries), postingsWith(region, otherRegions))
  if (isArea(place)) return elsewhere
  const column = place.kind === 'state' ? state : city
  const own = place.kind === 'state' ? place.code : foldText(place.code)
  return unite(
    elsewhere,
    postingsWith(
      column,
      [...column.postings.keys()].filter(value => value !== own),
    ),
  )
}

/** The postings that name the place or something inside of it. */
export function selectNaming(catalog: Catalog, place: AskedPlace): BitSet {
  const { named, inside } = tierPlace(catalog, place, false)
  return unite(named, inside)
}

/** The postings that say anything about where they may be worked from. */
export function selectPlaced(catalog: Catalog): BitSet {
  return placed.of(catalog.columns).stated
}

/** The postings that say nothing about it. */
export function selectSilent(catalog: Catalog): BitSet {
  return placed.of(catalog.columns).silent
}

const placed = deriveTable(function* ({ size, country, region, state, city }: Catalog['columns']): Steps<{
  readonly stated: BitSet
  readonly silent: BitSet
}> {
  const stated = uniteAll(
    size,
    [country, region, state, city].map(column => column.stated),
  )
  return { stated, silent: complement(stated) }
})

function isArea({ kind }: AskedPlace): boolean {
  return kind === 'country' || kind === 'region' || kind === 'group'
}

function isWorldwide({ regions, name }: AskedPlace): boolean {
  return regions.includes('worldwide') && name === regionName('worldwide')
}

function selectAnywhere({ columns }: Catalog): BitSet {
  return unite(postingsWith(columns.region, ['worldwide']), postingsWith(columns.country, ['*']))
}

function tierArea(catalog: Catalog, place: AskedPlace): PlaceTiers {
  const { country, region } = catalog.columns
  const anywhere = selectAnywhere(catalog)
  const none = noBits(catalog.size)
  const notStated = selectSilent(catalog)
  if (isWorldwide(place)) return { named: anywhere, covering: none, inside: none, anywhere, notStated }
  const own = ownRegions(place)
  const members = new Set<string>(place.countries)
  const regions = REGIONS.filter(name => name !== 'worldwide' && !own.includes(name))
  const named = place.kind === 'country' ? postingsWith(country, [place.code]) : postingsWith(region, own)
  return {
    named,
    covering: postingsWith(
      region,
      regions.filter(name => place.countries.every(code => coversCountry(name, code))),
    ),
    inside: unite(
      place.kind === 'country' ? none : postingsWith(country, place.countries),
      postingsWith(
        region,
        regions.filter(name => isRegionInside(members, name)),
      ),
    ),
    anywhere,
    notStated,
  }
}

/** A part of a region, such as Western Europe, is not the region itself. */
function ownRegions({ kind, name, regions }: AskedPlace): readonly Region[] {
  if (kind === 'country') return []
  return kind === 'group' ? regions : regions.filter(region => regionName(region) === name)
}

function isRegionInside(members: ReadonlySet<string>, region: Region): boolean {
  const countries = regionCountries(region)
  return (
    countries.size > 0 && countries.size <= members.size && [...countries].every(code => members.has(code))
  )
}

function isInside(place: AskedPlace, members: ReadonlySet<string>, code: string): boolean {
  return members.has(code) || (!isArea(place) && place.countries.includes(code))
}

/** A city, state or province: matched where the posting gives it. */
function tierSpot(catalog: Catalog, place: AskedPlace, isAsker: boolean): PlaceTiers {
  const { columns } = catalog
  const named = selectSpot(catalog, place)
  const around = selectAround(catalog, place)
  const none = noBits(catalog.size)
  const elsewhereStated =
    place.kind === 'state' ? columns.state.stated : unite(columns.city.stated, otherStates(catalog, place))
  const silent = selectSilent(catalog)
  if (!isAsker) {
    const open = subtract(unite(around.covering, around.anywhere), elsewhereStated)
    return {
      named,
      covering: none,
      inside: none,
      anywhere: none,
      notStated: subtract(unite(silent, open), named),
    }
  }
  const others = otherStates(catalog, place)
  return {
    named,
    covering: subtract(around.covering, others),
    inside: none,
    anywhere: subtract(around.anywhere, others),
    notStated: silent,
  }
}

/** Those that list states of which none is that of the place. */
function otherStates({ columns }: Catalog, { state }: AskedPlace): BitSet {
  return subtract(columns.state.stated, postingsWith(columns.state, state === null ? [] : [state]))
}

/** The postings whose area covers the place, and those that are open to anywhere. */
function selectAround(catalog: Catalog, { countries }: AskedPlace): { covering: BitSet; anywhere: BitSet } {
  const { country, region } = catalog.columns
  const regions = REGIONS.filter(
    name => name !== 'worldwide' && countries.some(code => coversCountry(name, code)),
  )
  const covering = unite(postingsWith(country, countries), postingsWith(region, regions))
  return { covering, anywhere: selectAnywhere(catalog) }
}

function selectSpot({ columns }: Catalog, place: AskedPlace): BitSet {
  if (place.kind === 'state') return postingsWith(columns.state, [place.code])
  const names = place.kind === 'province' ? citiesOf(place) : [foldText(place.code)]
  const inCity = postingsWith(columns.city, names)
  // A namesake in another country is another city; one without a country may be this one.
  const inCountry = unite(postingsWith(columns.country, place.countries), silentOf(columns.country))
  return intersect(inCity, inCountry)
}

function citiesOf({ subdivision, countries }: AskedPlace): readonly string[] {
  const inside = CITIES.filter(city => city.subdivision === subdivision && city.countries[0] === countries[0])
  return inside.map(city => foldText(city.code))
}
