import { type Judge, judgeByKind } from '../answer/match-query.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { MatchScope, Verdict } from '../query/condition.ts'
import type { Condition, ConditionId } from '../query/query.ts'

/** The conditions that decide what others mean: pay looks at the places asked for, a place at the workplace. */
const DECIDING: ReadonlySet<ConditionId> = new Set(['place', 'workplace'])

/** Remembered verdicts are about so many postings in all: some 16 MB. */
const MOST_POSTINGS = 64_000_000

/**
 * Makes a judge that holds each distinct condition against a catalog once, however many queries ask for it.
 * @param catalog the only one that it is asked about
 */
export function createRememberingJudge(catalog: Catalog): Judge {
  const most = Math.max(1, Math.floor(MOST_POSTINGS / Math.max(1, catalog.size)))
  const verdicts = new Map<string, Verdict>()
  const keyOf = createKeys()
  const narrow = createNarrower(keyOf)
  return (_, condition, whole) => {
    const { scope, key: scopeKey } = narrow(whole)
    const key = `${keyOf(condition)}${scopeKey}`
    const known = verdicts.get(key)
    if (known !== undefined) return known
    if (verdicts.size >= most) verdicts.clear()
    const verdict = judgeByKind(catalog, condition, scope)
    verdicts.set(key, verdict)
    return verdict
  }
}

/** What of a condition decides; not where in the question it stands. */
function createKeys(): (condition: Condition) => string {
  const keys = new WeakMap<Condition, string>()
  return condition => {
    const known = keys.get(condition)
    if (known !== undefined) return known
    const { id, value, isExcluded, orNotStated } = condition
    const key = JSON.stringify([id, value, isExcluded, orNotStated])
    keys.set(condition, key)
    return key
  }
}

/** Leaves in a scope only what the key names, so that no verdict can depend on anything else. */
function createNarrower(keyOf: (condition: Condition) => string) {
  let last: { readonly whole: MatchScope; readonly scope: MatchScope; readonly key: string } | null = null
  return (whole: MatchScope) => {
    // A query asks about its conditions one after the other.
    if (last?.whole === whole) return last
    const conditions = whole.conditions.filter(({ id }) => DECIDING.has(id))
    last = { whole, scope: { ...whole, conditions }, key: conditions.map(keyOf).join('') }
    return last
  }
}
