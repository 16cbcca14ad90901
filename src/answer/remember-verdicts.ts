import type { Catalog } from '../catalog/catalog.ts'
import type { Verdict } from '../query/condition.ts'
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
  const verdicts = new Map<string, Verdict>()
  const most = Math.max(1, Math.floor(MOST_POSTINGS / Math.max(1, catalog.size)))
  return (_, condition, scope) => {
    const kind = kindOf(condition.id)
    const deciding = scope.conditions.filter(({ id }) => DECIDING.has(id))
    const evaluate = () => {
      const key = [condition, ...deciding].map(describe).join()
      const known = verdicts.get(key)
      if (known !== undefined) return known
      if (verdicts.size >= most) verdicts.clear()
      // It sees only what the key names, so that it cannot depend on anything else.
      const verdict = kind.evaluate(catalog, condition.value, { ...scope, conditions: deciding })
      verdicts.set(key, verdict)
      return verdict
    }
    return judgeCondition(catalog, { ...kind, evaluate }, condition, scope)
  }
}

/** What decides of a condition; whether it lets in what is not stated is asked of its verdict. */
function describe({ id, value, isExcluded }: Condition): string {
  return JSON.stringify([id, value, isExcluded])
}
