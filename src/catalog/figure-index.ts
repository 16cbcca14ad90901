import { type BitSet, bitSetOf, hasBit, removeBit, subtract } from './bit-set.ts'
import { deriveTable } from './derived-table.ts'
import type { Steps } from './steps.ts'

/** The figures of postings in their order, so that a bound needs no look at every posting. */
interface FigureIndex {
  /** Every stated figure, ascending. */
  readonly sorted: Float64Array
  /** The posting of each. */
  readonly postings: Uint32Array
  readonly stated: BitSet
}

/** Figures that are gone through in one step. */
const STEP_SIZE = 10_000

/** The order of a column of figures, NaN where not stated. */
export const figureOrder = deriveTable(sortFiguresInSteps)

/** Counting sort: many postings have the same figure. */
function* sortFiguresInSteps(figures: Float64Array): Steps<FigureIndex> {
  const places = new Map<number, number>()
  for (const [posting, figure] of figures.entries()) {
    if (!Number.isNaN(figure)) places.set(figure, (places.get(figure) ?? 0) + 1)
    if (posting % STEP_SIZE === 0) yield
  }
  let next = 0
  for (const figure of Float64Array.from(places.keys()).sort()) {
    const count = places.get(figure) ?? 0
    places.set(figure, next)
    next += count
  }
  const [sorted, postings] = [new Float64Array(next), new Uint32Array(next)]
  for (const [posting, figure] of figures.entries()) {
    if (posting % STEP_SIZE === 0) yield
    const place = places.get(figure)
    if (place === undefined) continue
    places.set(figure, place + 1)
    sorted[place] = figure
    postings[place] = posting
  }
  return { sorted, postings, stated: bitSetOf(figures.length, postings) }
}

/** The postings whose figure is at least the limit. */
export function selectFrom(figures: Float64Array, limit: number): BitSet {
  const index = figureOrder.of(figures)
  return selectTail(
    index,
    findPlace(index.sorted, figure => figure >= limit),
  )
}

/** The postings whose figure is above the limit. */
export function selectAbove(figures: Float64Array, limit: number): BitSet {
  const index = figureOrder.of(figures)
  return selectTail(
    index,
    findPlace(index.sorted, figure => figure > limit),
  )
}

const lastBelow = new WeakMap<Float64Array, { readonly limit: number; readonly set: BitSet }>()

/** The postings whose figure is below the limit; every question asks for the same day. */
export function selectBelow(figures: Float64Array, limit: number): BitSet {
  const last = lastBelow.get(figures)
  if (last?.limit === limit) return last.set
  const set = subtract(figureOrder.of(figures).stated, selectFrom(figures, limit))
  lastBelow.set(figures, { limit, set })
  return set
}

/** The postings that state a figure. */
export function selectStated(figures: Float64Array): BitSet {
  return figureOrder.of(figures).stated
}

/** The figures of some postings, ascending. */
export function listFigures(figures: Float64Array, some: BitSet): Float64Array {
  const { sorted, postings } = figureOrder.of(figures)
  return sorted.filter((_, at) => hasBit(some, postings[at] ?? 0))
}

/** Whichever of the two parts is smaller is gone through. */
function selectTail({ postings, stated }: FigureIndex, from: number): BitSet {
  if (from >= postings.length / 2) return bitSetOf(stated.size, postings.subarray(from))
  const set = { size: stated.size, words: stated.words.slice() }
  for (let at = 0; at < from; at++) removeBit(set, postings[at] ?? 0)
  return set
}

/** The first place for which the test holds, where it holds for all after it. */
function findPlace(sorted: Float64Array, test: (figure: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (test(sorted[middle] ?? Number.NaN)) high = middle
    else low = middle + 1
  }
  return low
}
