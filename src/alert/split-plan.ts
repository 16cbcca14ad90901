import type { Steps } from '../catalog/steps.ts'
import type { LedgerPlan } from '../store/store.ts'

/** What a plan says about postings. */
const LISTS = ['sightings', 'deliveries', 'revived', 'stopped', 'outcomes'] as const
type ListName = (typeof LISTS)[number]
type Lists = { [K in ListName]: LedgerPlan[K][number][] }

const ROWS_A_STEP = 2000

/**
 * Cuts a plan into parts of about so many rows, to be written one after the other: all about one posting is in one part,
 * so that no posting is written down as seen without its deliveries. The sources come last: a source is known only once
 * everything of it is written down.
 */
export function* splitPlan(plan: LedgerPlan, rows: number): Steps<readonly LedgerPlan[]> {
  const partOf = yield* assignParts(plan, rows)
  const parts: Lists[] = []
  for (const name of LISTS) yield* deal(plan, name, partOf, parts)
  if (parts.length === 0) parts.push(createLists())
  return parts.map((part, at) => ({
    at: plan.at,
    ...part,
    sources: at === parts.length - 1 ? plan.sources : [],
  }))
}

function createLists(): Lists {
  return { sightings: [], deliveries: [], revived: [], stopped: [], outcomes: [] }
}

function* deal<K extends ListName>(
  plan: LedgerPlan,
  name: K,
  partOf: ReadonlyMap<string, number>,
  parts: Lists[],
): Steps<void> {
  for (const [index, item] of plan[name].entries()) {
    if (index % ROWS_A_STEP === 0) yield
    const at = partOf.get(postingOf(item)) ?? 0
    while (parts.length <= at) parts.push(createLists())
    const list: LedgerPlan[K][number][] | undefined = parts[at]?.[name]
    list?.push(item)
  }
}

function postingOf(item: LedgerPlan[ListName][number]): string {
  return typeof item === 'string' ? item : item.postingId
}

/** The part of each posting. */
function* assignParts(plan: LedgerPlan, rows: number): Steps<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>()
  for (const name of LISTS)
    for (const [index, item] of plan[name].entries()) {
      if (index % ROWS_A_STEP === 0) yield
      const id = postingOf(item)
      sizes.set(id, (sizes.get(id) ?? 0) + 1)
    }
  const partOf = new Map<string, number>()
  let [part, filled] = [0, 0]
  for (const [id, size] of sizes) {
    if (filled > 0 && filled + size > rows) [part, filled] = [part + 1, 0]
    partOf.set(id, part)
    filled += size
  }
  return partOf
}
