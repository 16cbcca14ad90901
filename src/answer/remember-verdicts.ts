import type { Catalog } from '../catalog/catalog.ts'
import type { MatchScope, Verdict } from '../query/condition.ts'
import { kindOf } from '../query/conditions/index.ts'
import { judgeCondition } from '../query/judge-condition.ts'
import type { Condition, ConditionId } from '../query/query.ts'
import type { Judge } from './match-query.ts'

/** The conditions that decide what others mean: pay looks at the places asked for, a place at the workplace. */
const DECIDING: ReadonlySet<ConditionId> = new Set(['place', 'workplace'] as const)

/** Verdicts that are remembered hold so many postings in all: some 16 MB. */
const MOST_POSTINGS = 64_000_000

/**
 * Makes a judge that holds each distinct condition against a catalog once, however often it is asked for.
 * @param catalog the only one that it is asked about
 */
export function createRememberingJudge(catalog: Catalog): Judge {
  const most = Math.max(1, Math.floor(MOST_POSTINGS / Math.max(1, catalog.size)))
  const keyOf = createKeys()
  const narrow = createNarrower(keyOf)
  const [evaluated, judged] = [createMemory(most), createMemory(most)]
  return (_, condition, whole) => {
    const { scope, key } = narrow(whole)
    const { id, value, isExcluded, orNotStated } = condition
    const asked = `${keyOf(condition)}${key}`
    return judged(`${isExcluded} ${orNotStated} ${asked}`, () => {
      const kind = kindOf(id)
      // It sees only what the key names, so that it cannot depend on anything else.
      const evaluate = () => evaluated(asked, () => kind.evaluate(catalog, value, scope))
      return judgeCondition(catalog, { ...kind, evaluate }, condition, scope)
    })
  }
}

function createMemory(most: number): (key: string, make: () => Verdict) => Verdict {
  const verdicts = new Map<string, Verdict>()
  return (key, make) => {
    const known = verdicts.get(key)
    if (known !== undefined) return known
    if (verdicts.size >= most) verdicts.clear()
    const verdict = make()
    verdicts.set(key, verdict)
    return verdict
  }
}

/** What decides of a condition; whether it lets in what is not stated is asked of its verdict. */
function createKeys(): (condition: Condition) => string {
  const keys = new WeakMap<Condition, string>()
  return condition => {
    const known = keys.get(condition)
    if (known !== undefined) return known
    const key = JSON.stringify([condition.id, condition.value])
    keys.set(condition, key)
    return key
  }
}

/** Leaves in a scope what decides, with a key of it. */
function createNarrower(keyOf: (condition: Condition) => string) {
  let of: readonly Condition[] | null = null
  let last: { readonly scope: MatchScope; readonly key: string } | null = null
  return (whole: MatchScope) => {
    // A query asks about its conditions one after the other.
    if (last !== null && of === whole.conditions) return last
    const conditions = whole.conditions.filter(({ id }) => DECIDING.has(id))
    const key = conditions.map(condition => `${condition.isExcluded}${keyOf(condition)}`).join('')
    of = whole.conditions
    last = { scope: { ...whole, conditions }, key }
    return last
  }
}
