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

/** The set of these numbers; those outside of 0 to `size` - 1 are left out. */
export function bitSetOf(size: number, numbers: Iterable<number>): BitSet {
  const set = createBitSet(size)
  for (const number of numbers) addBit(set, number)
  return set
}

/** Adds a number to a set that is still being built. */
export function addBit(set: BitSet, number: number): void {
  if (number < 0 || number >= set.size) return
  set.words[number >>> 5] = (set.words[number >>> 5] ?? 0) | (1 << (number & 31))
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

export function intersect(a: BitSet, b: BitSet): BitSet {
  return { size: a.size, words: a.words.map((word, i) => word & (b.words[i] ?? 0)) }
}

export function unite(a: BitSet, b: BitSet): BitSet {
  return { size: a.size, words: a.words.map((word, i) => word | (b.words[i] ?? 0)) }
}

/** What is in `a` and not in `b`. */
export function subtract(a: BitSet, b: BitSet): BitSet {
  return { size: a.size, words: a.words.map((word, i) => word & ~(b.words[i] ?? 0)) }
}

export function complement(set: BitSet): BitSet {
  const words = set.words.map(word => ~word)
  clearTail(set.size, words)
  return { size: set.size, words }
}

export function countBits(set: BitSet): number {
  let count = 0
  for (const word of set.words) if (word !== 0) count += countWordBits(word)
  return count
}

/** The numbers in the set, ascending. */
export function listBits(set: BitSet): number[] {
  const numbers: number[] = []
  for (let i = 0; i < set.words.length; i++) {
    let word = set.words[i] ?? 0
    while (word !== 0) {
      numbers.push(i * 32 + 31 - Math.clz32(word & -word))
      word &= word - 1
    }
  }
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
  return (((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
