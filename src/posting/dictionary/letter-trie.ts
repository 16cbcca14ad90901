/** A trie over the letters of phrases, for looking up words where they stand in a text, without cutting them out. */
export interface LetterTrie<T> {
  readonly root: number
  /** Where the letters of a text from `start` up to `end` lead; null where no phrase goes on so. */
  readonly step: (node: number | null, text: string, start: number, end: number) => number | null
  /** Over the space before the next word; from the root nowhere, as phrases start with a word. */
  readonly stepOver: (node: number) => number | null
  /** What the phrase that ends at a node stands for; null where none ends. */
  readonly entryAt: (node: number) => T | null
}

const CODE_UNITS = 0x10000
const ROOT = 0

/** Builds the trie; capital letters of ASCII are taken for small ones. Of two entries with the same key the first stays. */
export function createLetterTrie<T>(
  phrases: readonly { readonly key: string; readonly entry: T }[],
): LetterTrie<T> {
  const { classes, count } = numberLetters(phrases.map(({ key }) => key))
  const nodeCount = phrases.reduce((sum, { key }) => sum + key.length, 1)
  const steps = nodeCount < 0x10000 ? new Uint16Array(nodeCount * count) : new Int32Array(nodeCount * count)
  const entries: (T | null)[] = [null]
  const classOf = (text: string, at: number): number => classes[text.charCodeAt(at)] ?? 0

  // Letter by letter, so that the nodes where most words of a text end already lie side by side.
  const ends = phrases.map(() => ROOT)
  const longest = Math.max(0, ...phrases.map(({ key }) => key.length))
  for (let at = 0; at < longest; at++) {
    for (const [i, { key, entry }] of phrases.entries()) {
      if (at >= key.length) continue
      const step = (ends[i] ?? ROOT) * count + classOf(key, at)
      if (steps[step] === ROOT) steps[step] = entries.push(null) - 1
      const node = steps[step] ?? ROOT
      ends[i] = node
      if (at === key.length - 1) entries[node] ??= entry
    }
  }

  const step = (from: number | null, text: string, start: number, end: number): number | null => {
    if (from === null) return null
    let node = from
    for (let i = start; i < end; i++) {
      node = steps[node * count + classOf(text, i)] ?? ROOT
      if (node === ROOT) return null
    }
    return node
  }
  return {
    root: ROOT,
    step,
    stepOver: node => (node === ROOT ? ROOT : step(node, ' ', 0, 1)),
    entryAt: node => entries[node] ?? null,
  }
}

/** A number from 1 for each letter that the phrases have; 0 for all others, which lead nowhere. */
function numberLetters(keys: readonly string[]) {
  const classes = new Uint16Array(CODE_UNITS)
  let count = 1
  for (const letter of new Set(keys.flatMap(key => key.split('')))) {
    classes[letter.charCodeAt(0)] = count
    const capital = letter.toUpperCase()
    if (/^[A-Z]$/.test(capital)) classes[capital.charCodeAt(0)] = count
    count++
  }
  return { classes, count }
}
