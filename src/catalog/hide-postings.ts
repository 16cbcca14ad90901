import type { Posting } from '../posting/posting.ts'
import { addBit, addBits, countBits, createBitSet, hasBit } from './bit-set.ts'
import type { Catalog } from './catalog.ts'
import { normaliseCompany } from './company-name.ts'
import { foldText } from './split-words.ts'
import { runSteps, type Steps } from './steps.ts'

/** What is to be left out of every answer: one posting, all of a company, or all that lead to a domain. */
export interface Hiding {
  readonly kind: 'posting' | 'company' | 'domain'
  readonly value: string
}

/** Postings that are looked at in one step. */
const STEP_SIZE = 1000

/** The same catalog without what is hidden; its indexes are shared, so this is cheap. */
export function hidePostings(catalog: Catalog, hidings: readonly Hiding[]): Catalog {
  return runSteps(hidePostingsInSteps(catalog, hidings))
}

/** As `hidePostings`, in steps of a millisecond or two. */
export function* hidePostingsInSteps(catalog: Catalog, hidings: readonly Hiding[]): Steps<Catalog> {
  const { size, entries } = catalog
  const hidden = createBitSet(size)
  const [companies, others] = [
    hidings.filter(({ kind }) => kind === 'company'),
    hidings.filter(({ kind }) => kind !== 'company'),
  ]
  for (const hiding of companies) addBits(hidden, findOfCompany(catalog, hiding))
  if (others.length > 0)
    for (const [number, { posting, alsoIds }] of entries.entries()) {
      if (others.some(hiding => isHidden(hiding, posting, alsoIds))) addBit(hidden, number)
      if (number % STEP_SIZE === 0) yield
    }
  return {
    ...catalog,
    hidden,
    numberOf: id => {
      const number = catalog.numberOf(id)
      return number === undefined || hasBit(hidden, number) ? undefined : number
    },
  }
}

/** Names that fold to the same are one in the column, where they are found at once. */
function findOfCompany({ columns, entries }: Catalog, hiding: Hiding): Uint32Array {
  const alike = columns.company.postings.get(normaliseCompany(hiding.value)) ?? new Uint32Array(0)
  return alike.filter(number => {
    const entry = entries[number]
    return entry !== undefined && isHidden(hiding, entry.posting, entry.alsoIds)
  })
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
  // Taking an address apart takes a hundred times as long as looking for the domain in it.
  const domain = value.toLowerCase()
  if (posting.url === null || !posting.url.toLowerCase().includes(domain)) return false
  const host = new URL(posting.url).hostname
  return host === domain || host.endsWith(`.${domain}`)
}
