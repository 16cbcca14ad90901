/** Something that takes up room, and how much it matters: the lowest rank is kept first. */
export interface Sized {
  readonly rank: number
  /** Characters of text. */
  readonly text: number
  /** Components of the message. */
  readonly components: number
}

/** Keeps what fits, by rank and then in order; the rest is left out whole. The order stays. */
export function keepFitting<T extends Sized>(
  items: readonly T[],
  room: { readonly text: number; readonly components: number },
): readonly T[] {
  const kept = new Set<T>()
  let { text, components } = room
  for (const item of items.toSorted((a, b) => a.rank - b.rank)) {
    if (item.text > text || item.components > components) continue
    text -= item.text
    components -= item.components
    kept.add(item)
  }
  return items.filter(item => kept.has(item))
}
