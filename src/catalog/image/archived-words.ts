import { addToFnv, FNV_START } from '../fnv-hash.ts'
import type { Steps } from '../steps.ts'
import { createWordCounter } from '../word-counter.ts'
import type { PackedWords } from './packed-words.ts'

const LINE_END = 10
const FIRST_SLOTS = 1 << 16

/**
 * Packs the words of archived postings, one posting a step. Their bytes are compared as they are: making a string of
 * each would take most of the time.
 * @param postings the words of each as `encodeWords` writes them
 */
export function* packArchivedWordsInSteps(postings: Iterable<Uint8Array>): Steps<PackedWords> {
  const counter = createWordCounter()
  const find = createFinder(counter.addWord)
  for (const bytes of postings) {
    let [start, hash, isSearched] = [0, FNV_START, true]
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte !== LINE_END) {
        hash = addToFnv(hash, byte)
        continue
      }
      if (at === start) isSearched = false
      else counter.see(find(bytes, start, at, hash ^ (hash >>> 15)), isSearched)
      start = at + 1
      hash = FNV_START
    }
    counter.endPosting()
    yield
  }
  return yield* counter.packInSteps()
}

/** Words by their bytes, in a hash table of typed arrays. */
function createFinder(addWord: (text: string) => number) {
  let slots = new Uint32Array(FIRST_SLOTS)
  let known = new Uint8Array(FIRST_SLOTS)
  const starts: number[] = [0]
  const hashes: number[] = []
  const isWord = (word: number, bytes: Uint8Array, start: number, end: number) => {
    const first = starts[word] ?? 0
    if ((starts[word + 1] ?? 0) - first !== end - start) return false
    for (let i = 0; i < end - start; i++) if (known[first + i] !== bytes[start + i]) return false
    return true
  }
  const add = (bytes: Uint8Array, start: number, end: number, hash: number, slot: number) => {
    const first = starts.at(-1) ?? 0
    if (first + end - start > known.length) {
      const larger = new Uint8Array(2 * known.length + end - start)
      larger.set(known)
      known = larger
    }
    known.set(bytes.subarray(start, end), first)
    starts.push(first + end - start)
    hashes.push(hash)
    const word = addWord(Buffer.from(bytes.subarray(start, end)).toString())
    slots[slot] = word + 1
    if (hashes.length * 2 > slots.length) slots = fillSlots(hashes, slots.length * 2)
    return word
  }
  return (bytes: Uint8Array, start: number, end: number, hash: number): number => {
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (slots[slot] ?? 0) - 1
      if (word < 0) return add(bytes, start, end, hash, slot)
      if (hashes[word] === hash && isWord(word, bytes, start, end)) return word
    }
  }
}

function fillSlots(hashes: readonly number[], size: number): Uint32Array<ArrayBuffer> {
  const slots = new Uint32Array(size)
  hashes.forEach((hash, word) => {
    let slot = hash & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = word + 1
  })
  return slots
}
