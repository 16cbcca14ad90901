import type { LoadedSource } from './loaded-source.ts'

/** The keys of everything that a source gave. */
export function listKeys({ keys, rejected }: LoadedSource): readonly string[] {
  return [...keys, ...rejected.flatMap(({ key }) => key ?? [])]
}

/** The age limit of each source in days, by its name; null for one without. */
export function listAgeLimits(loads: readonly LoadedSource[]): ReadonlyMap<string, number | null> {
  return new Map(loads.map(({ source: { name, maxAgeDays } }) => [name, maxAgeDays]))
}

/** Whether sources gave the very same postings, in whatever order. */
export function haveSamePostings(some: readonly LoadedSource[], others: readonly LoadedSource[]): boolean {
  const known = new Set(others.flatMap(({ keys }) => keys))
  // What came is seldom far behind.
  if (!some.every(({ keys }) => keys.every(key => known.has(key)))) return false
  return new Set(some.flatMap(({ keys }) => keys)).size === known.size
}
