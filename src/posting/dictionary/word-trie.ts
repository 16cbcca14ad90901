import { hashWord } from './word-filter.ts'

/** A trie over the words of phrases, for following a text word by word without cutting the words out. */
export interface WordTrie<T> {
  readonly root: number
  /**
   * Where the word of a text from `start` up to `end` leads, whatever the case of its ASCII letters; null where no phrase goes on so.
   * @param hash of the word, as `hashWord` makes it
   */
  readonly step: (node: number, hash: number, text: string, start: number, end: number) => number | null
  /** What the phrase that ends at a node stands for; null where none ends. */
  readonly entryAt: (node: number) => T | null
}

const ROOT = 0
/** What a place of the table holds: the node one comes from, the hash of the word, where its letters stand, the node it leads to. */
const [FROM, HASH, LETTERS, TO, SIZE] = [0, 1, 2, 3, 4]

/** A step from node to node by a word. */
interface Step {
  readonly from: number
  readonly word: string
  readonly to: number
}

/**
 * Builds the trie: one table of hashes, so that a word is followed by one look into it and one at its letters.
 * Of two entries with the same key the first stays.
 * @param phrases with keys of words in small letters, one space between them
 */
export function createWordTrie<T>(
  phrases: readonly { readonly key: string; readonly entry: T }[],
): WordTrie<T> {
  const { steps, entries } = growTrie(phrases)
  const { table, letters, mask } = layOutSteps(steps)
  return {
    root: ROOT,
    step(node, hash, text, start, end) {
      for (let at = placeOf(node, hash) & mask; ; at = (at + 1) & mask) {
        const to = table[at * SIZE + TO] ?? ROOT
        if (to === ROOT) return null
        if (table[at * SIZE + HASH] !== hash || table[at * SIZE + FROM] !== node) continue
        if (isSpelled(letters, table[at * SIZE + LETTERS] ?? 0, text, start, end)) return to
      }
    },
    entryAt: node => entries[node] ?? null,
  }
}

function growTrie<T>(phrases: readonly { readonly key: string; readonly entry: T }[]) {
  const steps: Step[] = []
  const entries: (T | null)[] = [null]
  const known = new Map<string, number>()
  for (const { key, entry } of phrases) {
    if (key === '') continue
    let from = ROOT
    for (const word of key.split(' ')) {
      const name = `${from} ${word}`
      const to = known.get(name) ?? entries.push(null) - 1
      if (!known.has(name)) steps.push({ from, word, to })
      known.set(name, to)
      from = to
    }
    entries[from] ??= entry
  }
  return { steps, entries }
}

function layOutSteps(steps: readonly Step[]) {
  const places = 2 ** Math.ceil(Math.log2(2 * steps.length + 1))
  const mask = places - 1
  const table = new Int32Array(places * SIZE)
  const letters: number[] = []
  for (const { from, word, to } of steps) {
    const hash = hashWord(word)
    let at = placeOf(from, hash) & mask
    while (table[at * SIZE + TO] !== ROOT) at = (at + 1) & mask
    table.set([from, hash, letters.length, to], at * SIZE)
    letters.push(word.length, ...Array.from({ length: word.length }, (_, i) => word.charCodeAt(i)))
  }
  return { table, letters: Uint16Array.from(letters), mask }
}

const placeOf = (node: number, hash: number): number => Math.imul(hash ^ (node << 7), 0x9e3779b1) >>> 8

/** Whether the letters that stand at a place are those of a word. */
function isSpelled(letters: Uint16Array, place: number, text: string, start: number, end: number): boolean {
  if (letters[place] !== end - start) return false
  for (let i = start, at = place + 1; i < end; i++, at++) {
    const code = text.charCodeAt(i)
    if (letters[at] !== (isCapital(code) ? code | 0x20 : code)) return false
  }
  return true
}

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a
