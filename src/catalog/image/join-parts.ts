import type { ImageParts } from './catalog-image.ts'
import { joinTitles } from './join-titles.ts'
import { LINKS_A_KEY } from './merge-links.ts'
import { joinColumns } from './packed-columns.ts'
import { joinLists } from './packed-lists.ts'
import { joinRanges, makeTable } from './packed-strings.ts'
import { joinWords, type PackedWords } from './packed-words.ts'
import { joinNumbers, joinStrings, type Renumbering } from './renumbering.ts'

/** A catalog before, and what came and went since. */
export interface PartsChange extends Renumbering {
  readonly before: ImageParts
  /** The postings that came, numbered by themselves. */
  readonly added: ImageParts
  /** The words of the postings that went. */
  readonly removed: PackedWords
}

/** Everything after a change: the same bytes as if all postings had been packed anew. */
export function joinParts(change: PartsChange): ImageParts {
  const { size, before, added, removed, keptNumbers, addedNumbers } = change
  return {
    size,
    ...joinKeys(change),
    digests: joinNumbers(before.digests, added.digests, change, 2),
    orders: joinStrings(before.orders, added.orders, change),
    names: joinStrings(before.names, added.names, change),
    titles: joinTitles(before, added, change),
    columns: joinColumns(before.columns, added.columns, change),
    sources: joinLists(
      { lists: before.sources, numbers: keptNumbers },
      { lists: added.sources, numbers: addedNumbers },
    ),
    words: joinWords({ before: before.words, added: added.words, removed, keptNumbers, addedNumbers }),
  }
}

/** Postings with several keys move with all of them. */
function joinKeys({
  size,
  before,
  added,
  stretches,
}: PartsChange): Pick<ImageParts, 'keys' | 'keyStarts' | 'links'> {
  const keyStarts = new Uint32Array(size + 1)
  let number = 0
  const ranges = stretches.map(({ isAdded, from, to }) => {
    const { keys, keyStarts: starts } = isAdded ? added : before
    const shift = (keyStarts[number] ?? 0) - (starts[from] ?? 0)
    for (let at = from + 1; at <= to; at++) keyStarts[++number] = (starts[at] ?? 0) + shift
    return { isAdded, list: keys, from: starts[from] ?? 0, to: starts[to] ?? 0 }
  })
  const moved = { size: keyStarts[size] ?? 0, stretches: ranges }
  return {
    keys: makeTable(joinRanges(ranges)),
    keyStarts,
    links: joinNumbers(before.links, added.links, moved, LINKS_A_KEY),
  }
}
