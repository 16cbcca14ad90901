import { createHash } from 'node:crypto'
import type { Posting } from '../posting/posting.ts'
import type { Catalog } from './catalog.ts'
import type { MergedPosting } from './merge-duplicates.ts'

const DIGEST_BYTES = 8
/** By the entries, which a catalog with something hidden shares with the whole one. */
const known = new WeakMap<readonly MergedPosting[], string>()

/** Names what a catalog holds in 12 characters: the same after a restart, another once a posting came, went or changed its facts. */
export function computeRevision({ entries }: Catalog): string {
  const revision = known.get(entries) ?? nameDigests(digestPostings(entries))
  known.set(entries, revision)
  return revision
}

/** Spares `computeRevision` the work where the revision is known. */
export function rememberRevision({ entries }: Catalog, revision: string): void {
  known.set(entries, revision)
}

/** Eight bytes a posting, as two numbers, that change with its facts. */
export function digestPostings(entries: readonly MergedPosting[]): Uint32Array {
  const digests = Buffer.alloc(entries.length * DIGEST_BYTES)
  entries.forEach(({ posting }, number) => {
    digestPosting(posting).copy(digests, number * DIGEST_BYTES, 0, DIGEST_BYTES)
  })
  return Uint32Array.from({ length: entries.length * 2 }, (_, at) => digests.readUInt32LE(at * 4))
}

/** The revision of a catalog whose postings have these digests, in its order. */
export function nameDigests(digests: Uint32Array): string {
  return createHash('sha256').update(digests).digest('base64url').slice(0, 12)
}

function digestPosting(posting: Posting): Buffer {
  const { id, title, company, salary, workplace, seniority, countries, postedAt, closesAt } = posting
  const facts = [id, title, company, salary, workplace, seniority, countries, postedAt, closesAt]
  return createHash('sha256').update(JSON.stringify(facts)).digest()
}
