import type { Steps } from '../steps.ts'
import { createWordCounter } from '../word-counter.ts'
import { createByteWords } from './byte-words.ts'
import type { PackedWords } from './packed-words.ts'

/**
 * Packs the words of archived postings, one posting a step. Their bytes are compared as they are: making a string of
 * each would take most of the time.
 * @param postings the number of each, and its words as `encodeWords` writes them; in any order
 */
export function* packArchivedWordsInSteps(
  postings: Iterable<readonly [number: number, lines: Uint8Array]>,
): Steps<PackedWords> {
  const counter = createWordCounter()
  const { number } = createByteWords(counter.addWord)
  for (const [posting, lines] of postings) {
    counter.addPosting(posting, number(lines))
    yield
  }
  return yield* counter.packInSteps()
}
