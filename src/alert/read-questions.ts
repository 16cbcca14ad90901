import type { Catalog } from '../catalog/catalog.ts'
import type { Steps } from '../catalog/steps.ts'
import { prepareReading } from '../query/prepare-reading.ts'
import type { Condition, Query } from '../query/query.ts'
import type { KeptReading } from './kept-reading.ts'
import { type AskedQuestion, type MatchSetting, readAsked } from './match-questions.ts'
import { keyOfQuestion } from './match-subscriptions.ts'
import { type DescribeWords, describeWordsInSteps, listWatchedWords } from './watched-words.ts'

/** Reads the questions of subscriptions over one catalog after the other. */
export interface QuestionReader {
  /** Goes on to another catalog. What was read stays, as long as the words of the question mean there what they meant. */
  turnTo(catalog: Catalog): Steps<void>
  /** What `readAsked` reads over the catalog at hand, without where in the question it stands. */
  read(asked: AskedQuestion, setting: MatchSetting): Query
  /** Takes in what an earlier process read; it is looked at when its question is asked. */
  restore(readings: readonly KeptReading[]): void
  /** What was read since this was asked last, and is worth keeping. */
  takeMade(): readonly KeptReading[]
  /** Forgets the questions that were not asked since it did so last, where any was. @returns their keys */
  forgetUnasked(): readonly string[]
}

interface Reading {
  readonly query: Query
  readonly words: readonly string[]
  readonly facts: string
  /** The catalog over which it holds for sure. */
  catalog: Catalog | null
}

/** Conditions are kept once each; past so many it begins anew. */
const MOST_CONDITIONS = 50_000

/** Reading takes a quarter of a millisecond, and most questions are the same in the next catalog. */
export function createQuestionReader(): QuestionReader {
  let over: { readonly catalog: Catalog; readonly describe: DescribeWords } | null = null
  const readings = new Map<string, Reading>()
  const restored = new Map<string, KeptReading>()
  let asked = new Set<string>()
  let made = new Map<string, KeptReading>()
  const shared = new Map<string, Condition>()

  function* turnTo(catalog: Catalog): Steps<void> {
    if (catalog === over?.catalog) return
    yield* prepareReading(catalog)
    over = { catalog, describe: yield* describeWordsInSteps(catalog) }
  }

  /** @returns null where the question was not read yet, or its words mean something else now */
  function findReading(key: string, { catalog, describe }: NonNullable<typeof over>): Query | null {
    const reading = readings.get(key) ?? unpack(key)
    if (reading === null) return null
    if (reading.catalog !== catalog && reading.facts !== describe(reading.words)) return null
    reading.catalog = catalog
    return reading.query
  }

  function unpack(key: string): Reading | null {
    const kept = restored.get(key)
    if (!kept) return null
    restored.delete(key)
    const packed = parsePacked(kept.body)
    if (packed === null) return null
    const { words, conditions, ...query } = packed
    const whole = { ...query, text: key.slice(1), conditions: conditions.map(unpackCondition) }
    const reading = { query: whole, words, facts: kept.facts, catalog: null }
    readings.set(key, reading)
    return reading
  }

  function remember(key: string, query: Query, { catalog, describe }: NonNullable<typeof over>): Query {
    const words = listWatchedWords(query.text, query, catalog)
    if (words === null) {
      readings.delete(key)
      return query
    }
    const { text: _, ...rest } = query
    const conditions = query.conditions.map(packCondition)
    const facts = describe(words)
    const packed: Packed = { words, ...rest, conditions }
    const whole = { ...query, conditions: conditions.map(unpackCondition) }
    readings.set(key, { query: whole, words, facts, catalog })
    made.set(key, { key, facts, body: JSON.stringify(packed) })
    return whole
  }

  function unpackCondition(text: string): Condition {
    const known = shared.get(text)
    if (known) return known
    if (shared.size >= MOST_CONDITIONS) shared.clear()
    const [id, value, isExcluded, orNotStated] = JSON.parse(text) as PackedCondition
    const condition: Condition = { id, value, isExcluded, orNotStated, spans: [], note: null }
    shared.set(text, condition)
    return condition
  }

  return {
    turnTo,
    read(question, setting) {
      if (over === null) throw new Error('questions are read over a catalog')
      const key = keyOfQuestion(question)
      asked.add(key)
      return findReading(key, over) ?? remember(key, readAsked(question, over.catalog, setting), over)
    },
    restore(kept) {
      for (const one of kept) restored.set(one.key, one)
    },
    takeMade() {
      const taken = [...made.values()]
      made = new Map()
      return taken
    },
    forgetUnasked() {
      if (asked.size === 0) return []
      const unasked = [...readings.keys(), ...restored.keys()].filter(key => !asked.has(key))
      for (const key of unasked) for (const known of [readings, restored, made]) known.delete(key)
      asked = new Set()
      return unasked
    },
  }
}

/** A query without its text, each condition as a text of its own, so that equal ones are made once. */
interface Packed extends Omit<Query, 'text' | 'conditions'> {
  readonly words: readonly string[]
  readonly conditions: readonly string[]
}

/** @returns null for what no reader wrote */
function parsePacked(text: string): Packed | null {
  try {
    const packed = JSON.parse(text) as Packed
    return Array.isArray(packed.words) && Array.isArray(packed.conditions) ? packed : null
  } catch {
    return null
  }
}

type PackedCondition = readonly [
  id: Condition['id'],
  value: unknown,
  isExcluded: boolean,
  orNotStated: boolean,
]

function packCondition({ id, value, isExcluded, orNotStated }: Condition): string {
  return JSON.stringify([id, value, isExcluded, orNotStated] satisfies PackedCondition)
}
