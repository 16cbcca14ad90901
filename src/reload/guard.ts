import type { CatalogSummary, SourceCount } from './catalog-summary.ts'

/** A reason to ask before a catalog takes the place of another. */
export type Doubt =
  | {
      readonly type: 'source-shrank'
      readonly name: string
      readonly before: number
      readonly after: number
    }
  | { readonly type: 'many-new'; readonly added: number; readonly limit: number }
  | {
      readonly type: 'share-fell'
      readonly field: 'pay' | 'company'
      /** From 0 to 1. */
      readonly before: number
      readonly after: number
    }
  | {
      readonly type: 'many-rejected'
      readonly name: string
      readonly rejected: number
      readonly documents: number
    }
  /** It would bring back most of what an admin has undone. */
  | { readonly type: 'undone-before'; readonly postings: number }

export interface GuardLimits {
  /** More new postings than this at once are asked about. */
  readonly maxNew: number
}

/** Fewer than this may close on any day. */
const FEW_POSTINGS = 3
/** Fewer postings than this have no shares worth a comparison. */
const SHARED_BY = 10
const REJECTED_SHARE = 0.3
const FEW_REJECTED = 5

/** What is compared; sources that failed are the same on both sides, because they keep what they gave. */
export interface Candidate {
  /** null before anything was loaded: then nothing can be lost, and nothing is doubted. */
  readonly before: CatalogSummary | null
  readonly after: CatalogSummary
  /** How many postings are new. */
  readonly added: number
}

/** What is doubtful about a catalog that is to take the place of another; empty where nothing is. */
export function findDoubts({ before, after, added }: Candidate, { maxNew }: GuardLimits): readonly Doubt[] {
  if (before === null || before.size === 0) return []
  return [
    ...pairSources(before, after).flatMap(([was, is]) => [
      ...doubtShrinking(was, is),
      ...doubtRejected(was, is),
    ]),
    ...(added > maxNew ? [{ type: 'many-new', added, limit: maxNew } as const] : []),
    ...doubtShares(before, after),
  ]
}

/** Sources that were added or taken away were so on purpose. */
function pairSources(before: CatalogSummary, after: CatalogSummary): (readonly [SourceCount, SourceCount])[] {
  return after.sources.flatMap(is => {
    const was = before.sources.find(({ id }) => id === is.id)
    return was ? [[was, is] as const] : []
  })
}

function doubtShrinking(was: SourceCount, is: SourceCount): Doubt[] {
  const lost = was.postings - is.postings
  if (lost < FEW_POSTINGS || is.postings * 2 >= was.postings) return []
  return [{ type: 'source-shrank', name: is.name, before: was.postings, after: is.postings }]
}

/** A source that was always like that is as it should be. */
function doubtRejected(was: SourceCount, is: SourceCount): Doubt[] {
  const share = rejectedShare(is)
  if (is.rejected < FEW_REJECTED || share <= REJECTED_SHARE || share <= rejectedShare(was) * 1.5) return []
  const documents = is.rejected + is.postings
  return [{ type: 'many-rejected', name: is.name, rejected: is.rejected, documents }]
}

function rejectedShare({ rejected, postings }: SourceCount): number {
  return rejected === 0 ? 0 : rejected / (rejected + postings)
}

function doubtShares(before: CatalogSummary, after: CatalogSummary): Doubt[] {
  if (Math.min(before.size, after.size) < SHARED_BY) return []
  const shares = [
    { field: 'pay', before: before.payShare, after: after.payShare },
    { field: 'company', before: before.companyShare, after: after.companyShare },
  ] as const
  return shares
    .filter(share => share.after * 2 < share.before)
    .map(share => ({ type: 'share-fell', ...share }))
}

/**
 * Whether a change would bring back what was undone: most of the postings that the undo put back as they were.
 * @param undone ids of the postings that an undo changed; empty where there was none
 */
export function doubtUndone(undone: ReadonlySet<string>, differing: readonly string[]): readonly Doubt[] {
  const back = differing.filter(id => undone.has(id)).length
  return back > 0 && back * 2 > undone.size ? [{ type: 'undone-before', postings: back }] : []
}
