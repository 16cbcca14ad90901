import { addBit, bitSetOf, complement, createBitSet } from '../../catalog/bit-set.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { deriveTable } from '../../catalog/derived-table.ts'
import { memoizeByText } from '../../posting/memoize-by-text.ts'
import type { ConditionKind, Found } from '../condition.ts'
import { readNumber } from '../number-words.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import {
  type NamedZone,
  parseZone,
  ZONE_ABBREVIATIONS,
  ZONE_NAMES,
  type ZoneRange,
} from '../time-zone-words.ts'
import type { Token } from '../tokenize.ts'

/** The time zones that the asker works in. */
export interface ZoneAsk extends ZoneRange {
  /** In words: "CET", "UTC-5 to UTC+1", "US time zones". */
  readonly name: string
}

/** Summer time shifts zones by an hour against each other. */
const TOLERANCE = 1

/** The working hours that a posting asks for. */
export const timezoneKind: ConditionKind<ZoneAsk> = {
  id: 'timezone',
  title: 'time zone',
  examples: ['overlaps CET', 'EST hours', 'UTC-5 to UTC+1', 'US time zones'],
  fields: ['timezone', 'tz', 'hours', 'overlap'],
  severalMean: 'any',
  words: () => [...ZONE_ABBREVIATIONS.words, 'overlap', 'overlaps', 'overlapping', 'timezone', 'timezones'],
  read: readZoneAsk,
  readField: readZone,
  join: () => null,
  evaluate: (catalog, ask) => {
    const zones = zoneTable.of(catalog.entries)
    const yes = createBitSet(catalog.size)
    for (const [posting, ranges] of zones.ranges) {
      const isMet = ranges.some(({ from, to }) => from <= ask.to + TOLERANCE && to >= ask.from - TOLERANCE)
      if (isMet) addBit(yes, posting)
    }
    return { yes, notStated: complement(zones.stated) }
  },
  describe: ({ name }) => `overlaps ${name}`,
  explain:
    ({ entries }) =>
    posting => ({
      label: `works in ${entries[posting]?.posting.timeZones.join(', ') || 'hours not stated'}`,
      caveat: null,
    }),
  loosen: () => [],
}

/** Postings that are gone through in one step. */
const STEP_SIZE = 5000
const parseKnownZone = memoizeByText(parseZone)

/** The offsets that postings state, and which state any; by the entries of a catalog. */
export const zoneTable = deriveTable(function* (entries: Catalog['entries']) {
  const ranges = new Map<number, readonly ZoneRange[]>()
  for (const [number, { posting }] of entries.entries()) {
    const own = posting.timeZones.flatMap(text => parseKnownZone(text) ?? [])
    if (own.length > 0) ranges.set(number, own)
    if (number % STEP_SIZE === 0) yield
  }
  return { ranges, stated: bitSetOf(entries.length, ranges.keys()) }
})

const LEADS = createPhraseTable(
  phrasesOf(
    'overlap|overlaps|overlapping|overlap with|overlaps with|overlapping with|in overlap with|with overlap with|some overlap with|good overlap with|within|in|on|compatible with|close to|near|around|works in|working in|work in|my timezone is|my time zone is|im in|i am in|timezone|time zone|timezones',
    true,
  ),
)
const CLEAR = new Set(['overlap', 'overlaps', 'overlapping', 'compatible', 'timezone', 'time'])
const TAILS = createPhraseTable(
  phrasesOf(
    'time zone|time zones|timezone|timezones|time|hours|working hours|business hours|tz|standard time|friendly|compatible|office hours|overlap',
    true,
  ),
)
const HOURS = new Set(['hours', 'hour', 'hrs', 'h'])
const AROUND = createPhraseTable(phrasesOf('of|from|to|around', true))

function readZoneAsk(tokens: readonly Token[], at: number): Found<ZoneAsk> | null {
  const near = readHoursFrom(tokens, at)
  if (near) return near
  const hours = skipHours(tokens, at)
  if (hours > 0) return readAfterHours(tokens, at, hours)
  const lead = LEADS.find(tokens, at)
  const start = at + (lead?.count ?? 0)
  const found = readZone(tokens, start)
  if (!found) return null
  const isClear = lead !== null && CLEAR.has(tokens[at]?.key ?? '')
  // "in London time" is a zone, "in London" is a place.
  const isNamed = found.isCertain || hasTail(tokens, start + found.count - 1) || isClear
  const end = start + found.count
  const tail = CLEAR.has(tokens[at]?.key ?? '') ? skipHours(tokens, end) : 0
  return isNamed ? { value: found.value, count: end + tail - at } : null
}

const LEAST = createPhraseTable(
  phrasesOf('at least|minimum|min|a minimum of|for at least|by at least|with at least', true),
)

/** Tokens of "at least 4 hours", "4+ hours", "3h of"; 0 where none stand there. */
function skipHours(tokens: readonly Token[], at: number): number {
  const least = LEAST.find(tokens, at)?.count ?? 0
  const number = readNumber(tokens, at + least)
  if (!number || number.amount > MOST_HOURS) return 0
  const plus = tokens[at + least + number.count]?.text === '+' ? 1 : 0
  const unit = at + least + number.count + plus
  if (!HOURS.has(tokens[unit]?.key ?? '')) return 0
  return unit + 1 + (tokens[unit + 1]?.key === 'of' ? 1 : 0) - at
}

const MOST_HOURS = 12

/** "4 hours overlap with CET": how many hours no posting says, so that they ask for nothing more. */
function readAfterHours(tokens: readonly Token[], at: number, hours: number): Found<ZoneAsk> | null {
  const start = at + hours
  if (!CLEAR.has(tokens[start]?.key ?? '') || skipHours(tokens, start) > 0) return null
  const found = readZoneAsk(tokens, start)
  const note = 'how many hours overlap is not compared'
  return found && { ...found, count: hours + found.count, note }
}

/** "within 3 hours of EST", "+-2h of CET". */
function readHoursFrom(tokens: readonly Token[], at: number): Found<ZoneAsk> | null {
  const skipped = ['within', 'max', 'at'].includes(tokens[at]?.key ?? '') ? 1 : 0
  const number = readNumber(tokens, at + skipped)
  if (!number || number.amount > 12) return null
  const unit = at + skipped + number.count
  const around = HOURS.has(tokens[unit]?.key ?? '') ? AROUND.find(tokens, unit + 1) : null
  const zone = around ? readZone(tokens, unit + 1 + around.count) : null
  if (!around || !zone) return null
  const { from, to } = zone.value
  const range = { from: from - number.amount, to: to + number.amount }
  return { value: { ...range, name: nameRange(range) }, count: unit + 1 + around.count + zone.count - at }
}

interface FoundZone extends Found<ZoneAsk> {
  /** False for a name that may be a place. */
  readonly isCertain: boolean
}

/** A zone and the words behind it; offsets as a range. */
function readZone(tokens: readonly Token[], at: number): FoundZone | null {
  const first = readOffset(tokens, at)
  if (first) return readOffsets(tokens, at, first)
  const abbreviation = isGermanIs(tokens, at) ? null : ZONE_ABBREVIATIONS.find(tokens, at)
  const name = abbreviation ? null : ZONE_NAMES.find(tokens, at)
  const hit = abbreviation ?? name
  if (!hit) return null
  const tail = TAILS.find(tokens, at + hit.count)
  const count = hit.count + (tail?.count ?? 0)
  return { value: toAsk(hit.value), count, isCertain: abbreviation !== null }
}

/** "ist" in small letters is German for "is", unless hours or a time are named beside it. */
function isGermanIs(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.key !== 'ist' || token.text === 'IST') return false
  return (
    TAILS.find(tokens, at + 1) === null &&
    !CLEAR.has(tokens[at - 1]?.key ?? '') &&
    !CLEAR.has(tokens[at - 2]?.key ?? '')
  )
}

function toAsk({ name, from, to }: NamedZone): ZoneAsk {
  return { from, to, name }
}

function hasTail(tokens: readonly Token[], last: number): boolean {
  return [last, last - 1].some(at => TAILS.find(tokens, at) !== null)
}

interface Offset {
  readonly offset: number
  readonly count: number
}

/** "UTC", "UTC+1", "GMT -5". */
function readOffset(tokens: readonly Token[], at: number, isBare = false): Offset | null {
  const isNamed = ['utc', 'gmt'].includes(tokens[at]?.key ?? '')
  if (!isNamed && !isBare) return null
  const sign = tokens[at + (isNamed ? 1 : 0)]
  const number = tokens[at + (isNamed ? 2 : 1)]
  const isSigned = sign !== undefined && ['+', '-', '−', '–'].includes(sign.text)
  if (!isSigned || number?.type !== 'number' || number.amount > 14)
    return isNamed && !isBare ? { offset: 0, count: 1 } : null
  return { offset: sign.text === '+' ? number.amount : -number.amount, count: isNamed ? 3 : 2 }
}

function readOffsets(tokens: readonly Token[], at: number, first: Offset): FoundZone {
  const joint = tokens[at + first.count]?.key ?? ''
  const isJoined = ['to', '-', '–', 'and', 'through', 'until'].includes(joint)
  const start = at + first.count + 1
  const second = isJoined ? (readOffset(tokens, start) ?? readOffset(tokens, start, true)) : null
  const offsets = [first.offset, second?.offset ?? first.offset]
  const range = { from: Math.min(...offsets), to: Math.max(...offsets) }
  const end = second ? start + second.count : at + first.count
  const tail = TAILS.find(tokens, end)
  return {
    value: { ...range, name: nameRange(range) },
    count: end + (tail?.count ?? 0) - at,
    isCertain: true,
  }
}

function nameRange({ from, to }: ZoneRange): string {
  const write = (offset: number) => (offset === 0 ? 'UTC' : `UTC${offset < 0 ? '-' : '+'}${Math.abs(offset)}`)
  return from === to ? write(from) : `${write(from)} to ${write(to)}`
}
