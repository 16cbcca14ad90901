import type { ImageParts } from './catalog-image.ts'
import { joinColumns } from './packed-columns.ts'
import { joinLists } from './packed-lists.ts'
import { joinWords, type PackedWords } from './packed-words.ts'
import { joinNumbers, joinStrings, type Renumbering } from './renumbering.ts'

/** A catalog before, and what came and went since. */
export interface PartsChange extends Renumbering {
  readonly before: ImageParts
  /** The postings that came, numbered by themselves. */
  readonly added: Omit<ImageParts, 'keys' | 'keyStarts'>
  /** The words of the postings that went. */
  readonly removed: PackedWords
}

/** Everything but the keys after a change: the same bytes as if all postings had been packed anew. */
export function joinParts(change: PartsChange): Omit<ImageParts, 'keys' | 'keyStarts'> {
  const { size, before, added, removed, keptNumbers, addedNumbers } = change
  return {
    size,
    digests: joinNumbers(before.digests, added.digests, change, 2),
    names: joinStrings(before.names, added.names, change),
    columns: joinColumns(before.columns, added.columns, change),
    sources: joinLists(
      { lists: before.sources, numbers: keptNumbers },
      { lists: added.sources, numbers: addedNumbers },
    ),
    words: joinWords({ before: before.words, added: added.words, removed, keptNumbers, addedNumbers }),
  }
}
