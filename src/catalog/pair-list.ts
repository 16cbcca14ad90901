import { doubleArray } from './double-array.ts'
import { createSharedNumbers } from './image/share-image.ts'

/** The values of postings, by the numbers of the values. */
export type PairList = ReturnType<typeof createPairList>

/** Keeps pairs in growing typed arrays: a hundred thousand postings have some twenty-five million. */
export function createPairList() {
  let ids = new Uint32Array(1024)
  let length = 0
  const numbers: number[] = []
  const ends: number[] = []
  return {
    /** Adds a value of the present posting. */
    add(id: number) {
      if (length === ids.length) ids = doubleArray(ids)
      ids[length++] = id
    },
    /** Numbers the posting whose values were added last: each number up to the highest comes once, in any order. */
    endPosting(number: number) {
      numbers.push(number)
      ends.push(length)
    },
    /** How many postings each value has. */
    countById(idCount: number): Uint32Array {
      const totals = new Uint32Array(idCount)
      for (let i = 0; i < length; i++) increment(totals, ids[i] ?? 0)
      return totals
    },
    /** Counting sort by the order of the values; posting by posting, so that each stretch is ascending. */
    sortById(order: readonly number[], totals: Uint32Array) {
      const starts = new Uint32Array(order.length + 1)
      const next = new Uint32Array(totals.length)
      order.forEach((id, place) => {
        next[id] = starts[place] ?? 0
        starts[place + 1] = (starts[place] ?? 0) + (totals[id] ?? 0)
      })
      const sorted = createSharedNumbers(length)
      const places = new Uint32Array(numbers.length)
      for (const [place, number] of numbers.entries()) places[number] = place
      for (let posting = 0; posting < places.length; posting++) {
        const place = places[posting] ?? 0
        const end = ends[place] ?? 0
        for (let i = ends[place - 1] ?? 0; i < end; i++) {
          const id = ids[i] ?? 0
          const at = next[id] ?? 0
          sorted[at] = posting
          next[id] = at + 1
        }
      }
      return { starts, postings: sorted }
    },
  }
}

function increment(array: Uint32Array, at: number): void {
  array[at] = (array[at] ?? 0) + 1
}
