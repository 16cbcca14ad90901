import type { Catalog } from '../catalog/catalog.ts'

/** Names of companies by every start of them, in whole words. */
export type CompanyStarts = ReadonlyMap<string, readonly string[]>

const MAX_WORDS = 6
const known = new WeakMap<Catalog, CompanyStarts>()

/** Every start of a company's name, in whole words, with the companies that begin so; made once a catalog. */
export function startsOf(catalog: Catalog): CompanyStarts {
  const made = known.get(catalog)
  if (made) return made
  const starts = new Map<string, string[]>()
  for (const name of catalog.columns.company.postings.keys()) {
    const words = name.split(' ').slice(0, MAX_WORDS)
    words.forEach((_, at) => {
      const start = words.slice(0, at + 1).join(' ')
      const names = starts.get(start)
      if (names) names.push(name)
      else starts.set(start, [name])
    })
    if (words.length === MAX_WORDS) starts.set(name, [...(starts.get(name) ?? []), name])
  }
  // A whole name is that company alone: "Scalable" is not "Scalable Labs".
  for (const name of catalog.columns.company.postings.keys()) if (starts.has(name)) starts.set(name, [name])
  known.set(catalog, starts)
  return starts
}
