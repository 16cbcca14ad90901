import type { Catalog } from './catalog.ts'
import type { MergedPosting } from './merge-duplicates.ts'

/**
 * Finds a posting with where its copies were found.
 * @param catalog null before the first load
 * @param postingId its id, or that of a duplicate that was merged into it
 * @returns null where it is gone or hidden
 */
export function findEntry(catalog: Catalog | null, postingId: string): MergedPosting | null {
  const number = catalog?.numberOf(postingId)
  return (number === undefined ? null : catalog?.entries[number]) ?? null
}
