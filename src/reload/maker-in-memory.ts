import { randomUUID } from 'node:crypto'
import { createBreather, runInSlices } from '../catalog/breathe.ts'
import { createCatalogInSteps } from '../catalog/catalog.ts'
import { parsePosting } from '../posting/parse-posting.ts'
import type { Posting } from '../posting/posting.ts'
import { forgetPassages } from '../posting/remember-by-passage.ts'
import type { UnreadDocument } from '../source/source.ts'
import { type CatalogMaker, listIds } from './catalog-maker.ts'
import type { CatalogCandidate } from './catalog-state.ts'
import { listAgeLimits, listKeys } from './list-loads.ts'
import type { ReadDocument } from './load-source.ts'
import { loadSources } from './load-sources.ts'
import { keyDocument, type LoadedSource } from './loaded-source.ts'
import { makeCandidate } from './make-candidate.ts'

/** What documents were read as, by their keys. */
type KnownDocuments = Map<string, Posting | UnreadDocument>

/** The code cannot change while it runs. */
const READING_VERSION = 'this process'

/** Makes catalogs in this thread, step by step, and remembers them until the process ends. */
export function createMakerInMemory(now: () => Date): CatalogMaker {
  const breathe = createBreather()
  const known: KnownDocuments = new Map()
  const made = new Map<string, CatalogCandidate>()
  return {
    async make({ sources, before, onProgress }) {
      onProgress({ phase: 'reading' })
      const loads = await loadSources(
        sources.map(({ source }) => source),
        before?.loads ?? [],
        { now, breathe, read: createReader(known), onProgress: states => onProgress({ sources: states }) },
      )
      onProgress({ phase: 'indexing' })
      const maxAgeDays = listAgeLimits(loads)
      const steps = createCatalogInSteps(listPostings(loads, known), { maxAgeDays })
      const candidate = makeCandidate(randomUUID(), await runInSlices(steps, breathe), loads, now())
      forgetPassages()
      made.set(candidate.id, candidate)
      return candidate
    },
    async keep(kept) {
      const ids = listIds(kept)
      for (const id of made.keys()) if (!ids.includes(id)) made.delete(id)
      const keys = new Set([...made.values()].flatMap(({ loads }) => loads.flatMap(listKeys)))
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key)
    },
    recall: async () => null,
    restore: async id => made.get(id) ?? null,
    hasLost: () => false,
    problem: () => null,
    stop: async () => undefined,
  }
}

function createReader(known: KnownDocuments): ReadDocument {
  return async (document, provenance) => {
    const key = keyDocument(document, provenance, READING_VERSION)
    const result = known.get(key) ?? parsePosting(document, provenance)
    known.set(key, result)
    return 'reason' in result ? { key, path: result.path, reason: result.reason } : { key }
  }
}

function listPostings(loads: readonly LoadedSource[], known: KnownDocuments): readonly Posting[] {
  return loads.flatMap(({ keys }) =>
    keys.flatMap(key => {
      const result = known.get(key)
      return result === undefined || 'reason' in result ? [] : [result]
    }),
  )
}
