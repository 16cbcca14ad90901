import { deriveTable } from './derived-table.ts'
import type { PayColumn } from './pay-column.ts'
import type { Steps } from './steps.ts'

/** Postings that are looked at in one step. */
const STEP_SIZE = 1000

/** The postings that have a pay range of their own for a place, by the place as `placeKey` writes it. */
export const zonePostings = deriveTable(function* ({
  zones,
}: PayColumn): Steps<ReadonlyMap<string, readonly number[]>> {
  const postings = new Map<string, number[]>()
  let seen = 0
  for (const [posting, ranges] of zones) {
    for (const place of new Set(ranges.flatMap(({ places }) => places))) {
      const list = postings.get(place)
      if (list) list.push(posting)
      else postings.set(place, [posting])
    }
    if (++seen % STEP_SIZE === 0) yield
  }
  return postings
})
