import { type BitSet, hasBit, intersect, subtract, uniteAll } from '../../catalog/bit-set.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { describePlace } from '../../posting/describe-posting.ts'
import { countryName } from '../../posting/places/countries.ts'
import { lookUpName } from '../../posting/places/gazetteer.ts'
import { countryRegions, regionName } from '../../posting/places/regions.ts'
import { describeList } from '../any-of.ts'
import type { ConditionKind, Explanation, Loosening, MatchScope, Verdict } from '../condition.ts'
import {
  type PlaceTiers,
  selectNaming,
  selectOutside,
  selectPlaced,
  selectSilent,
  tierPlace,
} from '../match-place.ts'
import { type AskedPlace, type PlaceAsk, placeAsk } from '../place-ask.ts'
import { readPlace, readPlaceField } from '../read-place.ts'

/** Where the work may be done from. */
export const placeKind: ConditionKind<PlaceAsk> = {
  id: 'place',
  title: 'place',
  examples: [
    'in Germany or France',
    'remote in Europe',
    'Austin, TX',
    'outside the US',
    'anywhere in the world',
  ],
  fields: ['place', 'location', 'country', 'city', 'region', 'state', 'where', 'loc'],
  severalMean: 'any',
  words: () => ['anywhere', 'worldwide', 'outside', 'located', 'based', 'within'],
  read: readPlace,
  readField: readPlaceField,
  join: (a, b) => (a.mode === b.mode ? placeAsk([...a.anyOf, ...b.anyOf], a.mode) : null),
  evaluate: (catalog, value, scope) =>
    value.mode === 'in' ? evaluateIn(catalog, value, scope) : evaluateOutside(catalog, value),
  names: (catalog, value) =>
    uniteAll(
      catalog.size,
      value.anyOf.map(place => selectNaming(catalog, place)),
    ),
  describe: ({ anyOf, mode }) => {
    if (mode === 'in' && anyOf.length === 1 && anyOf[0]?.code === 'worldwide') return 'anywhere in the world'
    return `${mode} ${describeList(anyOf.map(describeAsked), mode === 'in' ? 'or' : 'and')}`
  },
  explain: explainPlace,
  tiers: orderTiers,
  loosen: loosenPlace,
}

function isAsker({ conditions }: MatchScope): boolean {
  return conditions.some(({ id, isExcluded, value }) => {
    return (
      id === 'workplace' && !isExcluded && (value as { anyOf: readonly string[] }).anyOf.includes('remote')
    )
  })
}

function evaluateIn(catalog: Catalog, value: PlaceAsk, scope: MatchScope): Verdict {
  const tiers = tierAll(catalog, value, scope)
  const yes = uniteAll(catalog.size, tiers.flatMap(listTiers))
  const silent = tiers.map(tier => tier.notStated)
  return { yes, notStated: subtract(uniteAll(catalog.size, silent), yes) }
}

/** The order and the reasons ask for the same as the search before them. */
const lastTiers = new WeakMap<
  PlaceAsk,
  {
    readonly columns: Catalog['columns']
    readonly isRemote: boolean
    readonly tiers: readonly PlaceTiers[]
  }
>()

function tierAll(catalog: Catalog, value: PlaceAsk, scope: MatchScope): readonly PlaceTiers[] {
  const { columns } = catalog
  const isRemote = isAsker(scope)
  const last = lastTiers.get(value)
  if (last?.columns === columns && last.isRemote === isRemote) return last.tiers
  const tiers = value.anyOf.map(place => tierPlace(catalog, place, isRemote))
  lastTiers.set(value, { columns, isRemote, tiers })
  return tiers
}

function evaluateOutside(catalog: Catalog, { anyOf }: PlaceAsk): Verdict {
  const outsides = anyOf.map(place => selectOutside(catalog, place))
  const placed = selectPlaced(catalog)
  const yes = outsides.reduce(intersect, placed)
  return { yes, notStated: selectSilent(catalog) }
}

/** The postings by tier over all places asked for, best first. */
function orderTiers(catalog: Catalog, value: PlaceAsk, scope: MatchScope): readonly BitSet[] {
  if (value.mode === 'outside') return []
  const tiers = tierAll(catalog, value, scope).map(listTiers)
  const [only, ...others] = tiers
  if (only && others.length === 0) return only
  return [0, 1, 2, 3].map(at =>
    uniteAll(
      catalog.size,
      tiers.flatMap(tier => tier[at] ?? []),
    ),
  )
}

function listTiers({ named, covering, inside, anywhere }: PlaceTiers): readonly BitSet[] {
  return [named, covering, inside, anywhere]
}

function explainPlace(
  catalog: Catalog,
  value: PlaceAsk,
  scope: MatchScope,
): (posting: number) => Explanation {
  const tiers = orderTiers(catalog, value, scope)
  return posting => {
    const facts = catalog.entries[posting]?.posting
    const stated = facts ? describePlace({ ...facts, workplace: null }) : null
    const caveat = TIER_CAVEATS[tiers.findIndex(set => hasBit(set, posting))] ?? null
    return { label: stated ?? 'place not stated', caveat }
  }
}

/** By tier: naming it, covering it, inside of it, anywhere. */
const TIER_CAVEATS = [null, 'the area covers the place without naming it', null, 'open to anywhere']

function describeAsked({ kind, name, state, countries }: AskedPlace): string {
  const country = countries[0] ?? ''
  if (kind === 'city' && state !== null) return `${name}, ${state}`
  // "Washington, US" is the city.
  if (kind === 'state') return isCityToo(name) ? `${name} state` : `${name}, US`
  if (kind === 'city' || kind === 'province')
    return country === '' ? name : `${name}, ${countryName(country) ?? country}`
  const isShared = kind === 'country' && lookUpName(name).some(other => other.kind === 'state')
  return isShared ? `${name} the country` : name
}

function isCityToo(name: string): boolean {
  return lookUpName(name).some(({ kind, countries }) => kind === 'city' && countries.includes('US'))
}

/** From a city to its country, from a country to its region. */
function loosenPlace({ anyOf, mode }: PlaceAsk): readonly Loosening<PlaceAsk>[] {
  const [place] = anyOf
  if (mode === 'outside' || anyOf.length !== 1 || !place) return []
  const [country = ''] = place.countries
  const name =
    place.kind === 'country'
      ? regionName(countryRegions(country)[0] ?? 'worldwide')
      : (countryName(country) ?? '')
  const wider = place.regions.length > 0 || place.kind === 'group' ? undefined : lookUpName(name)[0]
  if (!wider) return []
  const { kind, code, countries, regions, state, subdivision } = wider
  return [
    {
      value: placeAsk([{ kind, code, name: wider.name, countries, regions, state, subdivision }], 'in'),
      label: `anywhere in ${wider.name}`,
    },
  ]
}
