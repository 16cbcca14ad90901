import { type Catalog, createCatalog } from '../../../src/catalog/catalog.ts'
import type { Posting } from '../../../src/posting/posting.ts'
import { makePosting } from '../../catalog/make-posting.ts'

/** What is there before, so that nothing of it is told. */
export const BASE: readonly Posting[] = [makeJob(0)]

/** A catalog with so many new postings, the same in every process. */
export function makeFaultCatalog(count: number): Catalog {
  return createCatalog([...BASE, ...Array.from({ length: count }, (_, index) => makeJob(index + 1))])
}

function makeJob(number: number): Posting {
  const text = `Crew ${number} keeps machine ${number * 31} of plant ${number * 17} running in Go.`
  return makePosting({
    id: `job-${number}`,
    path: `${number}.md`,
    title: `Job ${number}`,
    company: `Plant ${number}`,
    skills: ['go'],
    text,
  })
}
