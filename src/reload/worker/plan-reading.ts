/** Where a catalog is made and its documents are read. */
export interface ReadingPlan {
  /** True for making it in a thread of its own, false for the one that asks. */
  readonly isApart: boolean
  /** So many documents at most are read where it is made, while threads start. */
  readonly here: number
  /** So many more threads read the others. */
  readonly threads: number
}

export interface ReadingSetting {
  /** How many postings answer questions meanwhile; null where none do yet. */
  readonly answering: number | null
  /** How many threads can work at the same time. */
  readonly cores: number
  /** True where the thread that asks has read documents before: the first one takes half a second, others milliseconds. */
  readonly isPractised: boolean
}

/** Up to here making a catalog takes less of a thread than starting another. */
const FEW_POSTINGS = 2000
/** The same for reading documents. */
const FEW_DOCUMENTS = 100

/**
 * Decides where the next catalog is made: as little as can be in a thread that answers, and as fast as can be before.
 * Threads beside those that answer have the lower priority, and the one that makes the catalog waits for them.
 */
export function planReading({ answering, cores, isPractised }: ReadingSetting): ReadingPlan {
  if (answering === null) return { isApart: false, here: FEW_DOCUMENTS, threads: cores }
  if (answering < FEW_POSTINGS) return { isApart: false, here: isPractised ? FEW_DOCUMENTS : 0, threads: 1 }
  // Not even on a single core is all of it read where the catalog is made: what reading takes of memory goes with its
  // thread before the indexes take theirs.
  if (cores === 1) return { isApart: true, here: 0, threads: 1 }
  return { isApart: true, here: FEW_DOCUMENTS, threads: Math.max(2, cores - 1) }
}
