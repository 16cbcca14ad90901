/** Texts remembered at once: more than the lines of all but the longest postings, few enough to stay near at hand. */
const MOST_TEXTS = 500

/**
 * Remembers what a pure function made of the last texts: several readers ask the same of each line of a posting.
 * The results are shared, so they must not be changed.
 * @example const splitOnce = memoizeByText(splitSentences)
 * @param most how many texts are remembered at once
 */
export function memoizeByText<T, K extends string = string>(
  make: (text: K) => T,
  most = MOST_TEXTS,
): (text: K) => T {
  const known = new Map<K, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
