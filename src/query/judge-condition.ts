import { complement, noBits, unite } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { ConditionKind, MatchScope, Verdict } from './condition.ts'
import type { Condition } from './query.ts'

/** What the postings say to a condition as it is asked: left out, or let in where it is not stated. */
export function judgeCondition(
  catalog: Catalog,
  kind: ConditionKind,
  { value, isExcluded, orNotStated }: Condition,
  scope: MatchScope,
): Verdict {
  const verdict = kind.evaluate(catalog, value, scope)
  const none = noBits(catalog.size)
  // What does not say it is kept, so nothing is left to ask.
  if (isExcluded) return { yes: complement(kind.names?.(catalog, value) ?? verdict.yes), notStated: none }
  return orNotStated ? { yes: unite(verdict.yes, verdict.notStated), notStated: none } : verdict
}
