import type { Posting } from '../posting/posting.ts'
import { addBit, countBits, createBitSet, hasBit } from './bit-set.ts'
import type { Catalog } from './catalog.ts'
import { foldText } from './split-words.ts'

/** What is to be left out of every answer: one posting, all of a company, or all that lead to a domain. */
export interface Hiding {
  readonly kind: 'posting' | 'company' | 'domain'
  readonly value: string
}

/** The same catalog without what is hidden; its indexes are shared, so this is cheap. */
export function hidePostings(catalog: Catalog, hidings: readonly Hiding[]): Catalog {
  const hidden = createBitSet(catalog.size)
  catalog.entries.forEach(({ posting, alsoIds }, number) => {
    if (hidings.some(hiding => isHidden(hiding, posting, alsoIds))) addBit(hidden, number)
  })
  return {
    ...catalog,
    hidden,
    numberOf: id => {
      const number = catalog.numberOf(id)
      return number === undefined || hasBit(hidden, number) ? undefined : number
    },
  }
}

/** The postings that are not hidden. */
export function listVisible({ entries, hidden }: Catalog): readonly Posting[] {
  return entries.flatMap(({ posting }, number) => (hasBit(hidden, number) ? [] : [posting]))
}

/** How many postings are not hidden. */
export function countVisible({ size, hidden }: Catalog): number {
  return size - countBits(hidden)
}

/** Whether a posting is hidden by one of them. */
export function isHidden({ kind, value }: Hiding, posting: Posting, alsoIds: readonly string[]): boolean {
  if (kind === 'posting') return posting.id === value || alsoIds.includes(value)
  if (kind === 'company') return posting.company !== null && foldText(posting.company) === foldText(value)
  if (posting.url === null) return false
  const [host, domain] = [new URL(posting.url).hostname, value.toLowerCase()]
  return host === domain || host.endsWith(`.${domain}`)
}
