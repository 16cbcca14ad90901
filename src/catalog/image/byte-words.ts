import { doubleArray } from '../double-array.ts'
import { addToFnv, FNV_START } from '../fnv-hash.ts'
import type { NumberedWords } from '../word-counter.ts'
import { areSameBytes, viewBytes } from './same-bytes.ts'

/** Numbers words by their bytes, in a hash table of typed arrays. */
export interface ByteWords {
  /**
   * Numbers the words of a posting.
   * @param lines the words as `encodeWords` writes them
   * @returns valid until the next posting
   */
  readonly number: (lines: Uint8Array) => NumberedWords
}

/** What is known of the words: none of it stays as it is when one comes. */
interface Table {
  /** Words by their hashes: their numbers plus one, 0 for none. */
  readonly slots: Int32Array
  /** What is needed of each word side by side: its hash, and where its bytes begin and end. */
  readonly records: Int32Array<ArrayBuffer>
  readonly bytes: DataView
}

/** Words of a posting: their hashes, and where their bytes begin and end. */
interface Batch {
  readonly hashes: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Their numbers, as far as they are known. */
  readonly words: Uint32Array
}

const LINE_END = 10
const FIRST_SLOTS = 1 << 13
const FIRST_LINES = 1 << 12

/** Where each stands in the record of a word; plain numbers, because those of an object take a fifth longer here. */
const HASH = 0
const START = 1
const END = 2
const SIZE = 4

/** @param addWord is told of each word that was not seen before, and gives its number: from 0 on */
export function createByteWords(addWord: (text: string) => number): ByteWords {
  let known = Buffer.alloc(FIRST_SLOTS)
  let table: Table = {
    slots: new Int32Array(FIRST_SLOTS),
    records: new Int32Array((FIRST_SLOTS / 2) * SIZE),
    bytes: viewBytes(known),
  }
  let used = 0
  let count = 0
  let batch = createBatch(FIRST_LINES)

  return {
    number(lines) {
      if (lines.length > batch.words.length) batch = createBatch(lines.length)
      const { words, starts, ends, hashes } = batch
      const { count, searched } = splitLines(lines, batch)
      const view = viewBytes(lines)
      for (let at = findWords(table, batch, view, 0, count); at < count; ) {
        words[at] = add(lines.subarray(starts[at], ends[at]), hashes[at] ?? 0)
        at = findWords(table, batch, view, at + 1, count)
      }
      return { words: words.subarray(0, count), searched }
    },
  }

  function add(word: Uint8Array, hash: number): number {
    const start = used
    used += word.length
    if (used > known.length) {
      known = Buffer.concat([known], 2 * used)
      table = { ...table, bytes: viewBytes(known) }
    }
    if (count * 2 >= table.slots.length) table = { ...table, ...makeRoom(table.records) }
    known.set(word, start)
    table.records.set([hash, start, used], count * SIZE)
    put(table.slots, hash, ++count)
    return addWord(known.toString('utf8', start, used))
  }
}

/** Twice the records of a table that is full, and slots of which half are taken then. */
function makeRoom(full: Int32Array<ArrayBuffer>): Pick<Table, 'slots' | 'records'> {
  const records = doubleArray(full)
  const count = full.length / SIZE
  const slots = new Int32Array(4 * count)
  for (let word = 0; word < count; word++) put(slots, records[word * SIZE + HASH] ?? 0, word + 1)
  return { slots, records }
}

function createBatch(length: number): Batch {
  const [hashes, starts, ends] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)]
  return { hashes, starts, ends, words: new Uint32Array(length) }
}

/** Before any word is looked up: then the look-ups of several go on at the same time. */
function splitLines(bytes: Uint8Array, { hashes, starts, ends }: Batch) {
  let count = 0
  let searched = -1
  let start = 0
  let hash = FNV_START
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte !== LINE_END) {
      hash = addToFnv(hash, byte)
      continue
    }
    if (at > start) {
      hashes[count] = hash ^ (hash >>> 15)
      starts[count] = start
      ends[count++] = at
    } else if (searched < 0) searched = count
    start = at + 1
    hash = FNV_START
  }
  return { count, searched: searched < 0 ? count : searched }
}

/**
 * Looks words up from one place on, in one loop: called for each word it takes half as long again.
 * @returns the place of the first one that is not in the table; the count where all are
 */
function findWords(
  { slots, records, bytes }: Table,
  { hashes, starts, ends, words }: Batch,
  lines: DataView,
  from: number,
  count: number,
): number {
  const mask = slots.length - 1
  for (let at = from; at < count; at++) {
    const hash = hashes[at] ?? 0
    const start = starts[at] ?? 0
    const length = (ends[at] ?? 0) - start
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (slots[slot] ?? 0) - 1
      if (word < 0) return at
      const record = word * SIZE
      if (records[record + HASH] !== hash) continue
      const first = records[record + START] ?? 0
      if ((records[record + END] ?? 0) - first !== length) continue
      if (!areSameBytes(bytes, first, lines, start, length)) continue
      words[at] = word
      break
    }
  }
  return count
}

function put(slots: Int32Array, hash: number, entry: number): void {
  const mask = slots.length - 1
  let slot = hash & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = entry
}
