import { createBitSet, hasBit, intersect, subtract, unite } from '../../catalog/bit-set.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import type { ConditionKind, MatchScope, Verdict } from '../condition.ts'
import { judgeCondition } from '../judge-condition.ts'
import type { Condition, ConditionId } from '../query.ts'

/** Alternatives of different kinds: a posting satisfies all conditions of one of them. */
export interface Either {
  readonly anyOf: readonly (readonly Condition[])[]
}

/**
 * Makes the kind of "remote or in Berlin", "iOS Swift or Android Kotlin"; it is assembled, never read at a token.
 * @param kindOf the other kinds, which it holds against the postings and describes
 */
export function createEitherKind(kindOf: (id: ConditionId) => ConditionKind): ConditionKind<Either> {
  const judge = (catalog: Catalog, conditions: readonly Condition[], scope: MatchScope): Verdict => {
    const others = scope.conditions.filter(({ id }) => id !== 'either')
    const verdicts = conditions.map(condition =>
      judgeCondition(catalog, kindOf(condition.id), condition, {
        ...scope,
        conditions: [...others, ...conditions],
      }),
    )
    const all = createBitSet(catalog.size, true)
    const yes = verdicts.reduce((set, verdict) => intersect(set, verdict.yes), all)
    const possible = verdicts.reduce(
      (set, verdict) => intersect(set, unite(verdict.yes, verdict.notStated)),
      all,
    )
    return { yes, notStated: subtract(possible, yes) }
  }
  const evaluate = (catalog: Catalog, { anyOf }: Either, scope: MatchScope): Verdict => {
    const verdicts = anyOf.map(conditions => judge(catalog, conditions, scope))
    const none = createBitSet(catalog.size)
    const yes = verdicts.reduce((set, verdict) => unite(set, verdict.yes), none)
    const silent = verdicts.reduce((set, verdict) => unite(set, verdict.notStated), none)
    return { yes, notStated: subtract(silent, yes) }
  }
  const describeOne = ({ id, value, orNotStated }: Condition, catalog: Catalog | undefined) =>
    `${kindOf(id).describe(value, catalog)}${orNotStated ? ' or not stated' : ''}`
  return {
    id: 'either',
    title: 'one thing or another',
    examples: ['remote or in Berlin', 'ios swift or android kotlin'],
    fields: [],
    severalMean: 'all',
    words: () => [],
    read: () => null,
    join: () => null,
    settle: ({ anyOf }, conditions, defaultCurrency) => {
      const settled = anyOf.map(group =>
        group.map(each => {
          const own = kindOf(each.id).settle?.(each.value, conditions, defaultCurrency)
          return { condition: own ? { ...each, value: own.value } : each, note: own?.note ?? null }
        }),
      )
      const notes = settled.flat().flatMap(({ note }) => note ?? [])
      const value = { anyOf: settled.map(group => group.map(({ condition }) => condition)) }
      return { value, note: [...new Set(notes)].join('; ') || null }
    },
    evaluate,
    describe: ({ anyOf }, catalog) =>
      anyOf.map(conditions => conditions.map(each => describeOne(each, catalog)).join(' ')).join(' or '),
    explain: (catalog, { anyOf }, scope) => {
      const sets = anyOf.map(conditions => ({ conditions, yes: judge(catalog, conditions, scope).yes }))
      return posting => {
        const own = sets.find(({ yes }) => hasBit(yes, posting))?.conditions ?? []
        const parts = own.map(({ id, value }) => kindOf(id).explain(catalog, value, scope)(posting))
        return {
          label: parts.map(({ label }) => label).join(', '),
          caveat: parts.find(({ caveat }) => caveat !== null)?.caveat ?? null,
        }
      }
    },
    loosen: () => [],
    titleWords: ({ anyOf }) => anyOf.flat().flatMap(({ id, value }) => kindOf(id).titleWords?.(value) ?? []),
  }
}
