import type { LedgerPlan } from '../store/store.ts'

/** What a plan says about postings. */
type Lists = Pick<LedgerPlan, 'sightings' | 'deliveries' | 'revived' | 'stopped' | 'outcomes'>

/**
 * Cuts a plan into parts of so many rows, to be written one after the other: all about one posting is in one part, so
 * that no posting is written down as seen without its deliveries. The sources come last: a source is known only once
 * everything of it is written down.
 */
export function splitPlan(plan: LedgerPlan, rows: number): readonly LedgerPlan[] {
  const { partOf, count } = assignParts(plan, rows)
  const parts = Array.from({ length: count }, () => createLists())
  const lists = (postingId: string) => parts[partOf.get(postingId) ?? 0] ?? createLists()
  for (const one of plan.sightings) lists(one.postingId).sightings.push(one)
  for (const one of plan.deliveries) lists(one.postingId).deliveries.push(one)
  for (const one of plan.revived) lists(one).revived.push(one)
  for (const one of plan.stopped) lists(one.postingId).stopped.push(one)
  for (const one of plan.outcomes) lists(one.postingId).outcomes.push(one)
  return parts.map((part, at) => ({
    at: plan.at,
    ...part,
    sources: at === parts.length - 1 ? plan.sources : [],
  }))
}

function createLists(): { [K in keyof Lists]: Lists[K][number][] } {
  return { sightings: [], deliveries: [], revived: [], stopped: [], outcomes: [] }
}

/** The part of each posting, and how many parts there are. */
function assignParts(plan: LedgerPlan, rows: number) {
  const sizes = new Map<string, number>()
  const others = [...plan.stopped, ...plan.outcomes].map(({ postingId }) => postingId)
  const ids = [...plan.sightings, ...plan.deliveries].map(({ postingId }) => postingId)
  for (const id of [...ids, ...others, ...plan.revived]) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  const partOf = new Map<string, number>()
  let [part, filled] = [0, 0]
  for (const [id, size] of sizes) {
    if (filled > 0 && filled + size > rows) [part, filled] = [part + 1, 0]
    partOf.set(id, part)
    filled += size
  }
  return { partOf: partOf as ReadonlyMap<string, number>, count: part + 1 }
}
