import { addBits, type BitSet, createBitSet } from '../bit-set.ts'
import type { Columns } from '../columns.ts'
import type { YearlyZone } from '../pay-column.ts'
import type { Steps } from '../steps.ts'
import type { ValueColumn } from '../value-column.ts'
import { joinLists, type PackedLists, packLists, postingsAt } from './packed-lists.ts'
import { countStrings, type PackedStrings, packStrings, stringAt } from './packed-strings.ts'
import { joinNumbers, type Renumbering } from './renumbering.ts'

const VALUE_COLUMNS = [
  'payKind',
  'payCurrency',
  'workplace',
  'level',
  'country',
  'region',
  'state',
  'city',
  'skill',
  'topic',
  'company',
  'employment',
  'degree',
  'degreeOrEquivalent',
  'visa',
  'language',
] as const satisfies readonly (keyof Columns)[]

const NUMBER_COLUMNS = ['years', 'postedDay', 'closesDay'] as const satisfies readonly (keyof Columns)[]

/** A value column's lists, and the words of its bit set of postings that have any value. */
interface PackedColumn extends PackedLists {
  readonly stated: Uint32Array
}

/** The columns of a catalog in typed arrays. */
export interface PackedColumns {
  readonly values: Readonly<Record<(typeof VALUE_COLUMNS)[number], PackedColumn>>
  readonly numbers: Readonly<Record<(typeof NUMBER_COLUMNS)[number] | 'low' | 'high', Float64Array>>
  /** The pay zones of the few postings that have them, as JSON. */
  readonly zones: PackedStrings
  /** Whose they are, ascending. */
  readonly zoned: Uint32Array
}

/** Packs the columns of a catalog. */
export function packColumns(columns: Columns): PackedColumns {
  const { pay, years, postedDay, closesDay } = columns
  const zoned = Uint32Array.from(pay.zones.keys())
  return {
    values: mapValueColumns(name => ({
      ...packLists(columns[name].postings),
      stated: columns[name].stated.words,
    })),
    numbers: { years, postedDay, closesDay, low: pay.low, high: pay.high },
    zones: packStrings(Array.from(zoned, posting => JSON.stringify(pay.zones.get(posting)))),
    zoned,
  }
}

/** Values or zones that are unpacked in one step. */
const STEP_SIZE = 100

/** Unpacks the columns, in short steps; lists and numbers stay where they are. */
export function* openColumnsInSteps(size: number, packed: PackedColumns): Steps<Columns> {
  const opened: Partial<Record<(typeof VALUE_COLUMNS)[number], ValueColumn>> = {}
  for (const name of VALUE_COLUMNS) opened[name] = yield* openColumnInSteps(size, packed.values[name])
  const { low, high, ...numbers } = packed.numbers
  const zones = yield* openZonesInSteps(packed)
  // Every name of the list was filled in.
  return {
    size,
    ...(opened as Record<(typeof VALUE_COLUMNS)[number], ValueColumn>),
    ...numbers,
    pay: { low, high, zones },
  }
}

function* openColumnInSteps(size: number, column: PackedColumn): Steps<ValueColumn> {
  const postings = new Map<string, Uint32Array>()
  const count = countStrings(column.values)
  for (let at = 0; at < count; at++) {
    postings.set(stringAt(column.values, at), postingsAt(column, at))
    if (at % STEP_SIZE === 0) yield
  }
  return { size, postings, stated: { size, words: column.stated } }
}

function* openZonesInSteps({
  zones,
  zoned,
}: PackedColumns): Steps<ReadonlyMap<number, readonly YearlyZone[]>> {
  const opened = new Map<number, readonly YearlyZone[]>()
  for (const [at, posting] of zoned.entries()) {
    opened.set(posting, JSON.parse(stringAt(zones, at), reviveOpenEnd))
    if (at % STEP_SIZE === 0) yield
  }
  return opened
}

/** JSON has no NaN: an open end comes back as null. */
const reviveOpenEnd = (name: string, value: unknown): unknown =>
  (name === 'low' || name === 'high') && value === null ? Number.NaN : value

/** The columns after postings came and went. */
export function joinColumns(before: PackedColumns, added: PackedColumns, change: Renumbering): PackedColumns {
  const { size, keptNumbers, addedNumbers } = change
  return {
    values: mapValueColumns(name => {
      const lists = joinLists(
        { lists: before.values[name], numbers: keptNumbers },
        { lists: added.values[name], numbers: addedNumbers },
      )
      return { ...lists, stated: listStated(size, lists).words }
    }),
    numbers: {
      years: joinNumbers(before.numbers.years, added.numbers.years, change),
      postedDay: joinNumbers(before.numbers.postedDay, added.numbers.postedDay, change),
      closesDay: joinNumbers(before.numbers.closesDay, added.numbers.closesDay, change),
      low: joinNumbers(before.numbers.low, added.numbers.low, change),
      high: joinNumbers(before.numbers.high, added.numbers.high, change),
    },
    ...joinZones(before, added, change),
  }
}

function joinZones(
  before: PackedColumns,
  added: PackedColumns,
  { keptNumbers, addedNumbers }: Renumbering,
): Pick<PackedColumns, 'zones' | 'zoned'> {
  const list = ({ zones, zoned }: PackedColumns, numbers: Int32Array) =>
    Array.from(zoned, (posting, at) => [numbers[posting] ?? -1, stringAt(zones, at)] as const)
  const all = [...list(before, keptNumbers), ...list(added, addedNumbers)]
    .filter(([posting]) => posting >= 0)
    .sort(([a], [b]) => a - b)
  return {
    zones: packStrings(all.map(([, text]) => text)),
    zoned: Uint32Array.from(all, ([posting]) => posting),
  }
}

function listStated(size: number, { postings }: PackedLists): BitSet {
  const stated = createBitSet(size)
  addBits(stated, postings)
  return stated
}

function mapValueColumns(
  make: (name: (typeof VALUE_COLUMNS)[number]) => PackedColumn,
): PackedColumns['values'] {
  return Object.fromEntries(VALUE_COLUMNS.map(name => [name, make(name)])) as PackedColumns['values']
}
