import type { CatalogChange } from '../catalog/catalog-change.ts'
import { describePlace, describeSalary } from '../posting/describe-posting.ts'
import type { Posting } from '../posting/posting.ts'
import type { FactChange } from './delivery.ts'

/** What of a change a reader wants to hear of. */
const FACTS: readonly {
  readonly fact: FactChange['fact']
  readonly describe: (posting: Posting) => string | null
}[] = [
  { fact: 'pay', describe: ({ salary }) => (salary === null ? null : describeSalary(salary)) },
  { fact: 'place', describe: describePlace },
]

/** More than this share of a catalog never changes by itself: the reader of postings is another than before. */
const SWEEPING = { share: 0.2, count: 50 }

/** A posting that a change of the catalog changed, by its numbers in both. */
export interface ChangedNumbers {
  readonly postingId: string
  readonly before: number
  readonly after: number
}

/** The postings that changed; none where so many did that only the way of reading them can have changed. */
export function listChanged({ before, after, changed }: CatalogChange): readonly ChangedNumbers[] {
  if (before === null) return []
  if (changed.length > SWEEPING.count && changed.length > after.size * SWEEPING.share) return []
  return changed.flatMap(({ postingId }) => {
    const [old, now] = [before.numberOf(postingId), after.numberOf(postingId)]
    return old === undefined || now === undefined ? [] : [{ postingId, before: old, after: now }]
  })
}

/** What is different of pay and place, in words. */
export function describeChanges(before: Posting, after: Posting): readonly FactChange[] {
  return FACTS.flatMap(({ fact, describe }) => {
    const [old, now] = [describe(before), describe(after)]
    return old === now ? [] : [{ fact, before: old, after: now }]
  })
}
