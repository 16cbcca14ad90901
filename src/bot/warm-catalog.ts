import type { Catalog } from '../catalog/catalog.ts'
import { postingValues, valuesBySize } from '../catalog/count-values.ts'
import { figureOrder } from '../catalog/figure-index.ts'
import { payEnds } from '../catalog/pay-ends.ts'
import type { Steps } from '../catalog/steps.ts'
import { zonePostings } from '../catalog/zone-postings.ts'
import { zoneTable } from '../query/conditions/timezone.ts'
import { prepareReading } from '../query/prepare-reading.ts'
import { termFinder } from '../reply/complete-question.ts'
import { typingTerms } from './typing.ts'

/**
 * Works out what questions need of a catalog beyond its columns, in steps of a few milliseconds, so that the first
 * question costs no more than any other. Whatever is left out here is worked out when a question needs it.
 */
export function* warmCatalogInSteps(catalog: Catalog): Steps<undefined> {
  const { columns, entries, expiresDay } = catalog
  yield* prepareReading(catalog)
  yield* zoneTable.prepare(entries)
  yield* payEnds.prepare(columns.pay)
  yield* zonePostings.prepare(columns.pay)
  for (const figures of [columns.years, columns.postedDay, columns.closesDay, expiresDay])
    yield* figureOrder.prepare(figures)
  for (const column of [columns.workplace, columns.level, columns.topic, columns.skill, columns.country]) {
    yield* postingValues.prepare(column)
    yield* valuesBySize.prepare(column)
  }
  yield* termFinder.prepare(yield* typingTerms.prepare(catalog))
  return undefined
}
