/** Pairs of a value's number and a posting, the postings ascending. */
export type PairList = ReturnType<typeof createPairList>

/** Keeps pairs in growing typed arrays: a hundred thousand postings have some twenty-five million. */
export function createPairList() {
  let ids = new Uint32Array(1024)
  let postings = new Uint32Array(1024)
  let length = 0
  return {
    add(id: number, posting: number) {
      if (length === ids.length) {
        ids = grow(ids)
        postings = grow(postings)
      }
      ids[length] = id
      postings[length] = posting
      length++
    },
    /** How many postings each value has. */
    countById(idCount: number): Uint32Array {
      const totals = new Uint32Array(idCount)
      for (let i = 0; i < length; i++) increment(totals, ids[i] ?? 0)
      return totals
    },
    /** Counting sort by the order of the values; stable, so each stretch stays ascending. */
    sortById(order: readonly number[], totals: Uint32Array) {
      const starts = new Uint32Array(order.length + 1)
      const next = new Uint32Array(totals.length)
      order.forEach((id, place) => {
        next[id] = starts[place] ?? 0
        starts[place + 1] = (starts[place] ?? 0) + (totals[id] ?? 0)
      })
      const sorted = new Uint32Array(length)
      for (let i = 0; i < length; i++) {
        const id = ids[i] ?? 0
        sorted[next[id] ?? 0] = postings[i] ?? 0
        increment(next, id)
      }
      return { starts, postings: sorted }
    },
  }
}

function increment(array: Uint32Array, at: number): void {
  array[at] = (array[at] ?? 0) + 1
}

function grow(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
