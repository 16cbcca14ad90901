import { createHash } from 'node:crypto'
import type { Catalog } from './catalog.ts'

const known = new WeakMap<Catalog, string>()

/** Names what a catalog holds in 12 characters: the same after a restart, another once a posting came, went or changed its facts. */
export function computeRevision(catalog: Catalog): string {
  const revision = known.get(catalog) ?? hashEntries(catalog)
  known.set(catalog, revision)
  return revision
}

function hashEntries({ entries }: Catalog): string {
  const hash = createHash('sha256')
  for (const { posting } of entries) {
    const { id, title, company, salary, workplace, seniority, countries, postedAt, closesAt } = posting
    const facts = [id, title, company, salary, workplace, seniority, countries, postedAt, closesAt]
    hash.update(`${JSON.stringify(facts)}\n`)
  }
  return hash.digest('base64url').slice(0, 12)
}
