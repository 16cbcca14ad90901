import { addToFnv, FNV_START } from '../fnv-hash.ts'

/** A list of strings in two arrays, so that hundreds of thousands of them cost no object each and no time to load. */
export interface PackedStrings {
  /** The UTF-16 code units of all strings, one after the other; bytes where none is larger. */
  readonly codes: Codes
  /** Where each string begins in `codes`; one longer than the list. */
  readonly starts: Uint32Array
}

/** Strings of which each can be found. */
export interface StringTable extends PackedStrings {
  /** A hash table: places in the list plus one, 0 for none. */
  readonly slots: Uint32Array
}

type Codes = Uint8Array | Uint16Array

/** Packs strings. */
export function packStrings(strings: readonly string[]): PackedStrings {
  const starts = new Uint32Array(strings.length + 1)
  let isWide = false
  strings.forEach((text, at) => {
    starts[at + 1] = (starts[at] ?? 0) + text.length
    for (let i = 0; i < text.length && !isWide; i++) isWide = text.charCodeAt(i) > LARGEST_BYTE
  })
  const length = starts[strings.length] ?? 0
  const codes = isWide ? new Uint16Array(length) : new Uint8Array(length)
  let next = 0
  for (const text of strings) for (let i = 0; i < text.length; i++) codes[next++] = text.charCodeAt(i)
  return { codes, starts }
}

const LARGEST_BYTE = 255

/** Packs strings so that they can be found; where one comes twice, its first place is. */
export function packTable(strings: readonly string[]): StringTable {
  return makeTable(packStrings(strings))
}

/** Makes packed strings ones that can be found. */
export function makeTable({ codes, starts }: PackedStrings): StringTable {
  return { codes, starts, slots: makeSlots(codes, starts) }
}

/** How many strings there are. */
export function countStrings({ starts }: PackedStrings): number {
  return Math.max(0, starts.length - 1)
}

/** The string at a place; empty where there is none. */
export function stringAt({ codes, starts }: PackedStrings, at: number): string {
  const [start, end] = [starts[at] ?? 0, starts[at + 1] ?? 0]
  if (codes instanceof Uint8Array) return viewBytes(codes).toString('latin1', start, end)
  return String.fromCharCode(...codes.subarray(start, end))
}

const views = new WeakMap<Uint8Array, Buffer>()

/** The same bytes as a buffer, whose strings take a fraction of the time. */
function viewBytes(codes: Uint8Array): Buffer {
  const known = views.get(codes)
  if (known !== undefined) return known
  const view = Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength)
  views.set(codes, view)
  return view
}

/** The place of a string; -1 where it is not in the table. */
export function findString({ codes, starts, slots }: StringTable, text: string): number {
  if (slots.length === 0) return -1
  let hash = FNV_START
  for (let i = 0; i < text.length; i++) hash = addToFnv(hash, text.charCodeAt(i))
  const mask = slots.length - 1
  for (let slot = scramble(hash) & mask; ; slot = (slot + 1) & mask) {
    const at = (slots[slot] ?? 0) - 1
    if (at < 0 || isAt(codes, starts[at] ?? 0, starts[at + 1] ?? 0, text)) return at
  }
}

/** As `findString` for a string of another list, without making it. */
export function findPacked(table: StringTable, list: PackedStrings, at: number): number {
  const { slots } = table
  if (slots.length === 0) return -1
  const mask = slots.length - 1
  for (let slot = scramble(hashPacked(list, at)) & mask; ; slot = (slot + 1) & mask) {
    const place = (slots[slot] ?? 0) - 1
    if (place < 0 || areSame(table, place, list, at)) return place
  }
}

/** Orders two packed strings as `<` does, without making them. */
export function compareStrings(a: PackedStrings, i: number, b: PackedStrings, j: number): number {
  const [first, second] = [a.starts[i] ?? 0, b.starts[j] ?? 0]
  const [length, other] = [(a.starts[i + 1] ?? 0) - first, (b.starts[j + 1] ?? 0) - second]
  const shorter = Math.min(length, other)
  for (let at = 0; at < shorter; at++) {
    const difference = (a.codes[first + at] ?? 0) - (b.codes[second + at] ?? 0)
    if (difference !== 0) return difference
  }
  return length - other
}

/** All strings, in their order. */
export function listStrings(list: PackedStrings): string[] {
  return Array.from({ length: countStrings(list) }, (_, at) => stringAt(list, at))
}

/** Some strings of a list, one after the other: from one place up to another, which is not among them. */
export interface StringRange {
  readonly list: PackedStrings
  readonly from: number
  readonly to: number
}

/** Packs ranges of strings that are packed already, without making any of them. */
export function joinRanges(ranges: readonly StringRange[]): PackedStrings {
  let [count, length] = [0, 0]
  for (const { list, from, to } of ranges) {
    count += to - from
    length += (list.starts[to] ?? 0) - (list.starts[from] ?? 0)
  }
  const isWide = ranges.some(({ list }) => list.codes instanceof Uint16Array)
  const codes = isWide ? new Uint16Array(length) : new Uint8Array(length)
  const starts = new Uint32Array(count + 1)
  let [place, end] = [0, 0]
  for (const { list, from, to } of ranges) {
    const first = list.starts[from] ?? 0
    codes.set(list.codes.subarray(first, list.starts[to] ?? 0), end)
    const shift = end - first
    for (let at = from + 1; at <= to; at++) starts[++place] = (list.starts[at] ?? 0) + shift
    end = starts[place] ?? 0
  }
  return { codes: narrow(codes), starts }
}

/** The last wide string may have gone. */
function narrow(codes: Codes): Codes {
  if (codes instanceof Uint8Array) return codes
  for (let at = 0; at < codes.length; at++) if ((codes[at] ?? 0) > LARGEST_BYTE) return codes
  return Uint8Array.from(codes)
}

/** At most half full, so that a look goes on for a slot or two. */
function makeSlots(codes: Codes, starts: Uint32Array): Uint32Array {
  const count = starts.length - 1
  if (count <= 0) return new Uint32Array(0)
  const slots = new Uint32Array(2 ** (32 - Math.clz32(count * 2 - 1)))
  const mask = slots.length - 1
  for (let at = 0; at < count; at++) {
    let slot = scramble(hashPacked({ codes, starts }, at)) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = at + 1
  }
  return slots
}

function hashPacked({ codes, starts }: PackedStrings, at: number): number {
  const end = starts[at + 1] ?? 0
  let hash = FNV_START
  for (let i = starts[at] ?? 0; i < end; i++) hash = addToFnv(hash, codes[i] ?? 0)
  return hash
}

function areSame(a: PackedStrings, i: number, b: PackedStrings, j: number): boolean {
  const [first, second] = [a.starts[i] ?? 0, b.starts[j] ?? 0]
  const length = (a.starts[i + 1] ?? 0) - first
  if ((b.starts[j + 1] ?? 0) - second !== length) return false
  for (let at = 0; at < length; at++) if (a.codes[first + at] !== b.codes[second + at]) return false
  return true
}

/** The table looks at the lower bits alone. */
const scramble = (hash: number): number => hash ^ (hash >>> 15)

function isAt(codes: Codes, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false
  for (let i = 0; i < text.length; i++) if (codes[start + i] !== text.charCodeAt(i)) return false
  return true
}
