/** A fixed-size set of posting numbers (0 to `size` - 1), 32 to a word. Never changed after it was handed out. */
export interface BitSet {
  readonly size: number
  readonly words: Uint32Array
}

/** An empty set, or a full one. */
export function createBitSet(size: number, isFull = false): BitSet {
  const words = new Uint32Array((size + 31) >>> 5)
  if (isFull) {
    words.fill(0xffffffff)
    clearTail(size, words)
  }
  return { size, words }
}

let empty: BitSet = { size: 0, words: new Uint32Array(0) }

/** An empty set that all share: for what is handed out, never for what is still being built. */
export function noBits(size: number): BitSet {
  if (empty.size !== size) empty = createBitSet(size)
  return empty
}

/** The set of these numbers; those outside of 0 to `size` - 1 are left out. */
export function bitSetOf(size: number, numbers: Iterable<number>): BitSet {
  const set = createBitSet(size)
  addBits(set, numbers instanceof Uint32Array ? numbers : Uint32Array.from(numbers))
  return set
}

/** Adds numbers to a set that is still being built. */
export function addBits(set: BitSet, numbers: Uint32Array): void {
  for (let at = 0; at < numbers.length; at++) addBit(set, numbers[at] ?? 0)
}

/** Adds a number to a set that is still being built. */
export function addBit(set: BitSet, number: number): void {
  if (number < 0 || number >= set.size) return
  set.words[number >>> 5] = (set.words[number >>> 5] ?? 0) | (1 << (number & 31))
}

/** Adds all of another set to a set that is still being built. */
export function addAll({ words }: BitSet, other: BitSet): void {
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) | (other.words[i] ?? 0)
}

/** Takes all that is not in another set out of a set that is still being built. */
export function keepOnly({ words }: BitSet, other: BitSet): void {
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & (other.words[i] ?? 0)
}

/** Takes all that is in neither of two sets out of a set that is still being built. */
export function keepEither({ words }: BitSet, a: BitSet, b: BitSet): void {
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & ((a.words[i] ?? 0) | (b.words[i] ?? 0))
}

/** Takes a number out of a set that is still being built. */
export function removeBit(set: BitSet, number: number): void {
  set.words[number >>> 5] = (set.words[number >>> 5] ?? 0) & ~(1 << (number & 31))
}

/** The set of the numbers for which the test holds. */
export function selectBits(size: number, test: (number: number) => boolean): BitSet {
  const set = createBitSet(size)
  for (let number = 0; number < size; number++) if (test(number)) addBit(set, number)
  return set
}

export function hasBit(set: BitSet, number: number): boolean {
  return (((set.words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1
}

// Plain loops, each of its own: a callback a word makes them ten times as slow.
export function intersect(a: BitSet, b: BitSet): BitSet {
  const words = a.words.slice()
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & (b.words[i] ?? 0)
  return { size: a.size, words }
}

export function unite(a: BitSet, b: BitSet): BitSet {
  const words = a.words.slice()
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) | (b.words[i] ?? 0)
  return { size: a.size, words }
}

/** What is in `a` and not in `b`. */
export function subtract(a: BitSet, b: BitSet): BitSet {
  const words = a.words.slice()
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & ~(b.words[i] ?? 0)
  return { size: a.size, words }
}

/** What is in any of the sets; where there is only one, it is that one. */
export function uniteAll(size: number, [first, second, ...others]: readonly BitSet[]): BitSet {
  if (!first) return noBits(size)
  if (!second) return first
  const all = unite(first, second)
  for (const set of others) addAll(all, set)
  return all
}

/** What is in each of the sets, everything where there are none; a set of its own. */
export function intersectAll(size: number, [first, ...others]: readonly BitSet[]): BitSet {
  if (!first) return createBitSet(size, true)
  const all = { size, words: first.words.slice() }
  for (const set of others) keepOnly(all, set)
  return all
}

/**
 * Takes sets out of a set that is still being built, one after the other.
 * @returns how many numbers each of them took, those that one before it took not counted again
 */
export function takeOut({ words }: BitSet, others: readonly BitSet[]): readonly number[] {
  return others.map(other => {
    let count = 0
    for (let i = 0; i < words.length; i++) {
      const taken = (words[i] ?? 0) & (other.words[i] ?? 0)
      if (taken === 0) continue
      count += countWordBits(taken)
      words[i] = (words[i] ?? 0) & ~taken
    }
    return count
  })
}

export function complement(set: BitSet): BitSet {
  const words = set.words.slice()
  for (let i = 0; i < words.length; i++) words[i] = ~(words[i] ?? 0)
  clearTail(set.size, words)
  return { size: set.size, words }
}

export function countBits(set: BitSet): number {
  return countCommon(set, set)
}

/** How many numbers are in both sets. */
export function countCommon(a: BitSet, b: BitSet): number {
  const [words, others] = [a.words, b.words]
  let count = 0
  for (let i = 0; i < words.length; i++)
    count = (count + countWordBits((words[i] ?? 0) & (others[i] ?? 0))) | 0
  return count
}

export function isEmpty({ words }: BitSet): boolean {
  for (let i = 0; i < words.length; i++) if (words[i] !== 0) return false
  return true
}

/** Calls back with each number in the set, ascending, until it answers false. */
export function forEachBit({ words }: BitSet, visit: (number: number) => unknown): void {
  for (let i = 0; i < words.length; i++) {
    let word = words[i] ?? 0
    while (word !== 0) {
      if (visit(i * 32 + 31 - Math.clz32(word & -word)) === false) return
      word &= word - 1
    }
  }
}

/** The numbers in the set, ascending; the first `most` of them. */
export function listBits(set: BitSet, most: number = set.size): number[] {
  const numbers: number[] = []
  if (most > 0)
    forEachBit(set, number => {
      numbers.push(number)
      return numbers.length < most
    })
  return numbers
}

function clearTail(size: number, words: Uint32Array): void {
  const used = size & 31
  const last = words.length - 1
  if (used !== 0 && last >= 0) words[last] = (words[last] ?? 0) & ((1 << used) - 1)
}

function countWordBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
