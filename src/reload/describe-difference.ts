import type { Catalog } from '../catalog/catalog.ts'
import { findEntry } from '../catalog/find-entry.ts'
import type { CatalogDiff } from './diff-catalogs.ts'
import { describeFailure, type LoadedSource } from './loaded-source.ts'
import type { FailedSource, RejectedDocument } from './reload-result.ts'

/** More than these of a kind are only counted. */
const NAMED_POSTINGS = 10

/** Titles, with the company where it is known, of the first few postings of each kind of difference. */
export function describeDifference(
  { added, changed, gone }: CatalogDiff,
  before: Catalog | null,
  after: Catalog,
): ReadonlyMap<string, string> {
  const name = (id: string, catalog: Catalog | null) => {
    const posting = findEntry(catalog, id)?.posting
    if (!posting) return []
    const { title, company } = posting
    return [[id, company === null ? title : `${title} · ${company}`] as const]
  }
  const first = <T>(ids: readonly T[]) => ids.slice(0, NAMED_POSTINGS)
  return new Map([
    ...first(added).flatMap(id => name(id, after)),
    ...first(changed).flatMap(({ postingId }) => name(postingId, after)),
    ...first(gone).flatMap(id => name(id, before)),
  ])
}

/** Everything that is no posting, source by source. */
export function listRejected(loads: readonly LoadedSource[]): readonly RejectedDocument[] {
  return loads.flatMap(({ source, rejected }) =>
    rejected.map(({ path, reason }) => ({ sourceName: source.name, path, reason })),
  )
}

/** The sources that could not be read. */
export function listFailures(loads: readonly LoadedSource[]): readonly FailedSource[] {
  return loads.flatMap(({ source: { name }, keys, failure }) =>
    failure === null
      ? []
      : [{ name, reason: describeFailure(failure), kept: keys.length, error: failure.error }],
  )
}
