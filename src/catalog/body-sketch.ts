import { addToFnv, FNV_START } from './fnv-hash.ts'

/** The text of a posting as hashes: how far two of them agree is told without their words. */
export interface BodySketch {
  /** Hashes of the runs of words, ascending, each once. */
  readonly shingles: Uint32Array
  /** Keys of which two texts that agree nearly wholly share one all but surely, and two others seldom. */
  readonly bands: readonly number[]
}

const SHINGLE_WORDS = 3
const BANDS = 8
const ROWS = 4

/**
 * Sketches lines of text; accents, case of letters beyond ASCII and signs aside, the same words give the same sketch.
 * @example compareBodies(sketchBody(['You write Go.']), sketchBody(['you write Go'])).overlap // 1
 */
export function sketchBody(lines: Iterable<string>): BodySketch {
  const shingles = distinct(hashShingles(hashWords(lines)))
  return { shingles, bands: makeBands(shingles) }
}

/** How far two texts agree, from 0 to 1; 0 where one of them is empty. */
export interface BodyAgreement {
  /** Runs of words in both, as a share of those in either. */
  readonly overlap: number
  /** Runs of words in both, as a share of those of the shorter text. */
  readonly contained: number
}

/** Compares two texts by their runs of words. */
export function compareBodies(a: BodySketch, b: BodySketch): BodyAgreement {
  const [left, right] = [a.shingles, b.shingles]
  let [i, j, shared] = [0, 0, 0]
  while (i < left.length && j < right.length) {
    const [x, y] = [left[i] ?? 0, right[j] ?? 0]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  if (shared === 0) return { overlap: 0, contained: 0 }
  const shorter = Math.min(left.length, right.length)
  return { overlap: shared / (left.length + right.length - shared), contained: shared / shorter }
}

/** Hashes word by word without making the words. */
function hashWords(lines: Iterable<string>): number[] {
  const words: number[] = []
  for (const line of lines) {
    let hash = FNV_START
    for (let at = 0; at <= line.length; at++) {
      const code = at < line.length ? foldCode(line.charCodeAt(at)) : 0
      if (code !== 0) hash = addToFnv(hash, code)
      else if (hash !== FNV_START) {
        words.push(hash)
        hash = FNV_START
      }
    }
  }
  return words
}

/** A letter or digit in lower case; 0 for what stands between words. */
function foldCode(code: number): number {
  return code < PLAIN_CODES.length ? (PLAIN_CODES[code] ?? 0) : isPunctuation(code) ? 0 : code
}

/** Looked up, because every letter of every text comes by. */
const PLAIN_CODES = Uint8Array.from({ length: 0xc0 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : 0
})

/** Dashes, quotes and bullets, which boards exchange for each other. */
const isPunctuation = (code: number): boolean =>
  (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3000 && code <= 0x303f) || code >= 0xfe00

function hashShingles(words: readonly number[]): Uint32Array {
  // A text of a word or two is one run.
  const count = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE_WORDS + 1)
  const shingles = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = FNV_START
    for (let next = at; next < at + SHINGLE_WORDS; next++) hash = addToFnv(hash, words[next] ?? 0)
    shingles[at] = scramble(hash)
  }
  return shingles
}

/** Spreads what differs in few bits over all of them, so that the smallest hash is a fair draw. */
function scramble(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

function distinct(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.sort()
  let length = 0
  for (let at = 0; at < sorted.length; at++) {
    const hash = sorted[at] ?? 0
    if (at > 0 && hash === sorted[length - 1]) continue
    sorted[length] = hash
    length++
  }
  return sorted.slice(0, length)
}

/** The smallest hash of each of 32 lots, four lots a key. */
function makeBands(shingles: Uint32Array): number[] {
  const smallest = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  // Ascending: the first of a lot is its smallest. The lower bits choose the lot, so that each lot spans all sizes.
  for (let at = shingles.length - 1; at >= 0; at--) {
    const hash = shingles[at] ?? 0
    smallest[hash % smallest.length] = hash
  }
  return Array.from({ length: BANDS }, (_, band) =>
    smallest
      .subarray(band * ROWS, (band + 1) * ROWS)
      .reduce((key, hash) => scramble(addToFnv(key, hash)), band),
  )
}
