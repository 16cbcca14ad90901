/** Where a catalog is made and its documents are read. */
export interface ReadingPlan {
  /** True for making it in a thread of its own, false for the one that asks. */
  readonly isApart: boolean
  /** So many documents at most are read where it is made, while threads start. */
  readonly here: number
  /** So many more threads read the others. */
  readonly threads: number
  /** True for starting them before there is a document. */
  readonly isEager: boolean
  /** True where memory is short: threads then remember less and let their heaps grow less, which takes a tenth longer. */
  readonly isFrugal: boolean
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

/** Whether memory is to be spared: who has one core has little of it. @param cores how many threads can work at the same time */
export const isMemoryShort = (cores: number): boolean => cores === 1

/** Decides where the next catalog is made: as little as can be in a thread that answers, and as fast as can be before. */
export function planReading({ answering, cores, isPractised }: ReadingSetting): ReadingPlan {
  const isFirst = answering === null
  const isFrugal = isMemoryShort(cores)
  // There what reading takes goes with its thread before the indexes take theirs, and that with theirs before anything
  // answers.
  if (isFrugal && (isFirst || answering >= FEW_POSTINGS))
    return { isApart: true, here: 0, threads: 1, isEager: false, isFrugal }
  if (isFirst) return { isApart: false, here: FEW_DOCUMENTS, threads: cores, isEager: false, isFrugal }
  if (answering < FEW_POSTINGS)
    return { isApart: false, here: isPractised ? FEW_DOCUMENTS : 0, threads: 1, isEager: false, isFrugal }
  // The thread that makes it has never read: what it needs for its first documents takes as long as starting another.
  return { isApart: true, here: 0, threads: cores - 1, isEager: true, isFrugal }
}
