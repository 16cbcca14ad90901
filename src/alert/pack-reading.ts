import type { Condition, Query } from '../query/query.ts'

/** How a question was read, with the words on which that depends. */
export interface PackedReading {
  readonly query: Query
  readonly words: readonly string[]
}

/** Turns readings into texts and back. */
export interface ReadingPacker {
  pack(reading: PackedReading): string
  /** The reading without where in the question its conditions stand; null for what no packer wrote. */
  unpack(text: string, question: string): PackedReading | null
}

/** Conditions are kept once each; past so many it begins anew. */
const MOST_CONDITIONS = 50_000

/** Makes a packer whose readings share the conditions that are the same: most questions are made of a few. */
export function createReadingPacker(): ReadingPacker {
  const shared = new Map<string, Condition>()
  const unpackCondition = (text: string): Condition => {
    const known = shared.get(text)
    if (known) return known
    if (shared.size >= MOST_CONDITIONS) shared.clear()
    const [id, value, isExcluded, orNotStated] = JSON.parse(text) as ConditionValues
    const condition: Condition = { id, value, isExcluded, orNotStated, spans: [], note: null }
    shared.set(text, condition)
    return condition
  }
  return {
    pack({ query, words }) {
      const { text: _, ...rest } = query
      return JSON.stringify({
        words,
        ...rest,
        conditions: query.conditions.map(packCondition),
      } satisfies Packed)
    },
    unpack(text, question) {
      try {
        const { words, conditions, ...rest } = JSON.parse(text) as Packed
        if (!Array.isArray(words)) return null
        return { words, query: { ...rest, text: question, conditions: conditions.map(unpackCondition) } }
      } catch {
        return null
      }
    },
  }
}

/** A query without its text, each condition as a text of its own. */
interface Packed extends Omit<Query, 'text' | 'conditions'> {
  readonly words: readonly string[]
  readonly conditions: readonly string[]
}

type ConditionValues = readonly [
  id: Condition['id'],
  value: unknown,
  isExcluded: boolean,
  orNotStated: boolean,
]

function packCondition({ id, value, isExcluded, orNotStated }: Condition): string {
  return JSON.stringify([id, value, isExcluded, orNotStated] satisfies ConditionValues)
}
