import { lookUpCode, lookUpName } from '../posting/places/gazetteer.ts'
import type { Found, ReadScope } from './condition.ts'
import { type AskedPlace, type PlaceAsk, placeAsk } from './place-ask.ts'
import { ANYWHERE, PLACE_LEADS } from './place-words.ts'
import { readNamedPlace, TAIL_KINDS, toAsked } from './read-place-name.ts'
import type { Token } from './tokenize.ts'

/**
 * Reads a place that is asked for, with the words that lead to it; null where none starts at the token.
 * @example readPlace(tokenize('outside the US'), 0, scope) // outside United States
 */
export function readPlace(tokens: readonly Token[], at: number, scope: ReadScope): Found<PlaceAsk> | null {
  const lead = PLACE_LEADS.find(tokens, at)
  const named = readLedPlace(tokens, at, lead, scope) ?? readNamedPlace(tokens, at, false, scope)
  const anywhere = ANYWHERE.find(tokens, at)
  const abroad = lead ? null : readNotOnly(tokens, at, scope)
  if (abroad) return abroad
  if (!anywhere || (named && named.count >= anywhere.count)) return named
  return { value: placeAsk([WORLDWIDE], 'in'), count: anywhere.count }
}

/** "not US only", "but not Germany-only": workable from elsewhere too. */
function readNotOnly(tokens: readonly Token[], at: number, scope: ReadScope): Found<PlaceAsk> | null {
  const buts = tokens[at]?.key === 'but' ? 1 : 0
  if (tokens[at + buts]?.key !== 'not') return null
  const articles = tokens[at + buts + 1]?.key === 'the' ? 1 : 0
  const named = readNamedPlace(tokens, at + buts + 1 + articles, false, scope)
  if (!named) return null
  const count = buts + 1 + articles + named.count
  return tokens[at + count - 1]?.key === 'only'
    ? { ...named, value: { ...named.value, mode: 'outside' }, count }
    : null
}

/** Reads what stands after `place:`, where ordinary words are places too. */
export function readPlaceField(
  tokens: readonly Token[],
  at: number,
  scope: ReadScope,
  name: string,
): Found<PlaceAsk> | null {
  return readCode(tokens, at, name) ?? readPlace(tokens, at, scope) ?? readNamedPlace(tokens, at, true, scope)
}

/** "country:CA" is Canada, "state:CA" California: the name of the field tells what a code stands for. */
function readCode(tokens: readonly Token[], at: number, name: string): Found<PlaceAsk> | null {
  const code = tokens[at]?.text.toUpperCase() ?? ''
  const kinds = TAIL_KINDS[name === 'country' || name === 'state' ? name : 'place']
  const place = code.length === 2 ? lookUpCode(code).find(({ kind }) => kinds.includes(kind)) : undefined
  return place ? { value: placeAsk([toAsked(place)], 'in'), count: 1 } : null
}

function readLedPlace(
  tokens: readonly Token[],
  at: number,
  lead: { value: PlaceAsk['mode']; count: number } | null,
  scope: ReadScope,
): Found<PlaceAsk> | null {
  if (!lead) return null
  const named = readNamedPlace(tokens, at + lead.count, true, scope)
  if (!named) return null
  const places = readRest(tokens, at + lead.count, named, LIST_JOINTS[lead.value], scope)
  return { ...places, value: { ...places.value, mode: lead.value }, count: lead.count + places.count }
}

/** "outside the US and Canada" is outside of both; "in" reaches over "or" only, because "in Berlin, Go" goes on with a skill. */
const LIST_JOINTS: Readonly<Record<PlaceAsk['mode'], ReadonlySet<string>>> = {
  in: new Set(['or', '/']),
  outside: new Set(['and', 'or', 'nor', '&', ',', '/']),
}

function readRest(
  tokens: readonly Token[],
  at: number,
  first: Found<PlaceAsk>,
  joints: ReadonlySet<string>,
  scope: ReadScope,
): Found<PlaceAsk> {
  const joint = at + first.count
  if (!joints.has(tokens[joint]?.key ?? '')) return first
  const articles = tokens[joint + 1]?.key === 'the' ? 1 : 0
  const next = readNamedPlace(tokens, joint + 1 + articles, true, scope)
  if (!next) return first
  const value = placeAsk([...first.value.anyOf, ...next.value.anyOf], 'in')
  const note = first.note ?? next.note ?? null
  return readRest(tokens, at, { value, count: first.count + 1 + articles + next.count, note }, joints, scope)
}

const WORLDWIDE = toWorldwide()

function toWorldwide(): AskedPlace {
  const place = lookUpName('worldwide').find(({ kind }) => kind === 'region')
  return place
    ? toAsked(place)
    : {
        kind: 'region',
        code: 'worldwide',
        name: 'Worldwide',
        countries: [],
        regions: ['worldwide'],
        state: null,
        subdivision: null,
      }
}
