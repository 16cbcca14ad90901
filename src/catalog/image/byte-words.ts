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
  readonly records: Int32Array
  readonly bytes: DataView
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
  let slots = new Int32Array(FIRST_SLOTS)
  let records = new Int32Array((FIRST_SLOTS / 2) * SIZE)
  let known = Buffer.alloc(FIRST_SLOTS)
  let table: Table = { slots, records, bytes: viewBytes(known) }
  let used = 0
  let count = 0
  let hashes = new Int32Array(FIRST_LINES)
  let ends = new Int32Array(FIRST_LINES)
  let words = new Uint32Array(FIRST_LINES)

  return {
    number(lines) {
      makeRoomForLines(lines.length)
      const lineCount = splitLines(lines, hashes, ends)
      const view = viewBytes(lines)
      let length = 0
      let searched = -1
      let start = 0
      for (let line = 0; line < lineCount; line++) {
        const end = ends[line] ?? 0
        if (end > start) {
          const hash = hashes[line] ?? 0
          const found = findWord(table, hash, view, start, end)
          words[length++] = found < 0 ? add(lines.subarray(start, end), hash) : found
        } else if (searched < 0) searched = length
        start = end + 1
      }
      return { words: words.subarray(0, length), searched: searched < 0 ? length : searched }
    },
  }

  function makeRoomForLines(length: number): void {
    if (length <= ends.length) return
    hashes = new Int32Array(length)
    ends = new Int32Array(length)
    words = new Uint32Array(length)
  }

  function add(word: Uint8Array, hash: number): number {
    const [start, end] = [used, used + word.length]
    if (end > known.length) known = Buffer.concat([known], 2 * end)
    known.set(word, start)
    used = end
    if (count * 2 >= slots.length) makeRoom()
    records.set([hash, start, end], count * SIZE)
    put(slots, hash, ++count)
    table = { slots, records, bytes: viewBytes(known) }
    return addWord(known.toString('utf8', start, end))
  }

  /** Twice the slots, at most half of which are taken. */
  function makeRoom(): void {
    slots = new Int32Array(slots.length * 2)
    for (let word = 0; word < count; word++) put(slots, records[word * SIZE] ?? 0, word + 1)
    const larger = new Int32Array((slots.length / 2) * SIZE)
    larger.set(records)
    records = larger
  }
}

/** Before any word is looked up: then the look-ups of several go on at the same time. */
function splitLines(bytes: Uint8Array, hashes: Int32Array, ends: Int32Array): number {
  let hash = FNV_START
  let line = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte !== LINE_END) {
      hash = addToFnv(hash, byte)
      continue
    }
    hashes[line] = hash ^ (hash >>> 15)
    ends[line++] = at
    hash = FNV_START
  }
  return line
}

/** -1 for a word that is not in it. */
function findWord(
  { slots, records, bytes }: Table,
  hash: number,
  lines: DataView,
  start: number,
  end: number,
): number {
  const mask = slots.length - 1
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const word = (slots[slot] ?? 0) - 1
    if (word < 0) return -1
    const record = word * SIZE
    if (records[record + HASH] !== hash) continue
    const first = records[record + START] ?? 0
    const length = (records[record + END] ?? 0) - first
    if (length === end - start && areSameBytes(bytes, first, lines, start, length)) return word
  }
}

function put(slots: Int32Array, hash: number, entry: number): void {
  const mask = slots.length - 1
  let slot = hash & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = entry
}
