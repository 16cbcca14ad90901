import type { Steps } from './steps.ts'

/** Items that are sorted at once: well under a millisecond. */
const RUN_LENGTH = 512
/** Items that are merged in one step. */
const MERGED_AT_ONCE = 4096

/** Sorts a copy in steps of a millisecond or so; as stable as `toSorted`. */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  let runs: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += RUN_LENGTH) {
    runs.push(items.slice(at, at + RUN_LENGTH).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergeInSteps(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

function* mergeInSteps<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  const merged: T[] = []
  let [atA, atB] = [0, 0]
  while (atA < a.length && atB < b.length) {
    const [first, second] = [a[atA] as T, b[atB] as T]
    const isFirst = compare(first, second) <= 0
    merged.push(isFirst ? first : second)
    if (isFirst) atA++
    else atB++
    if (merged.length % MERGED_AT_ONCE === 0) yield
  }
  for (; atA < a.length; atA++) merged.push(a[atA] as T)
  for (; atB < b.length; atB++) merged.push(b[atB] as T)
  yield
  return merged
}
