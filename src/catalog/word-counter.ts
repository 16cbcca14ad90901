import { packTable } from './image/packed-strings.ts'
import type { PackedWords } from './image/packed-words.ts'
import { createPairList, type PairList } from './pair-list.ts'
import { stemWord } from './split-words.ts'
import type { Steps } from './steps.ts'

/** Counts the words of postings, one posting after the other; who calls it keeps the numbers of the words. */
export interface WordCounter {
  /** Numbers a word that was not seen before, from 0 on. */
  readonly addWord: (text: string) => number
  /** Notes that the present posting holds a word, in a part that free words search or in another one. */
  readonly see: (word: number, isSearched: boolean) => void
  /** What is seen from here on is of the next posting. */
  readonly endPosting: () => void
  /** The same bytes for the same postings, whichever words came first. */
  readonly packInSteps: () => Steps<PackedWords>
}

const NEVER = -1

export function createWordCounter(): WordCounter {
  const texts: string[] = []
  const frequencies: number[] = []
  const stemOf: number[] = []
  // The last posting of a word or stem spares a set a posting.
  const lastOfWord: number[] = []
  const lastOfStem: number[] = []
  const stems = new Map<string, number>()
  const pairs = createPairList()
  let posting = 0
  return {
    addWord(text) {
      const stem = stemWord(text)
      const known = stems.get(stem) ?? lastOfStem.push(NEVER) - 1
      stems.set(stem, known)
      stemOf.push(known)
      frequencies.push(0)
      lastOfWord.push(NEVER)
      return texts.push(text) - 1
    },
    see(word, isSearched) {
      if (lastOfWord[word] !== posting) {
        lastOfWord[word] = posting
        frequencies[word] = (frequencies[word] ?? 0) + 1
      }
      const stem = stemOf[word] ?? 0
      if (!isSearched || lastOfStem[stem] === posting) return
      lastOfStem[stem] = posting
      pairs.add(stem, posting)
    },
    endPosting() {
      posting++
    },
    packInSteps: () => packInSteps(texts, frequencies, stems, pairs),
  }
}

function* packInSteps(
  texts: readonly string[],
  frequencies: readonly number[],
  stems: ReadonlyMap<string, number>,
  pairs: PairList,
): Steps<PackedWords> {
  const order = texts.map((_, word) => word).sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1))
  yield
  const words = packTable(order.map(word => texts[word] ?? ''))
  yield
  // Stems of which no posting has a searched word are no values.
  const totals = pairs.countById(stems.size)
  const values = [...stems.keys()].filter(stem => totals[stems.get(stem) ?? 0] !== 0).sort()
  yield
  const lists = pairs.sortById(
    values.map(stem => stems.get(stem) ?? 0),
    totals,
  )
  yield
  return {
    words,
    frequencies: Uint32Array.from(order, word => frequencies[word] ?? 0),
    stems: { values: packTable(values), ...lists },
  }
}
