import type { Catalog } from '../catalog/catalog.ts'
import type { Steps } from '../catalog/steps.ts'
import type { Condition, Query } from '../query/query.ts'
import { type AskedQuestion, type MatchSetting, readAsked } from './match-questions.ts'
import { keyOfQuestion } from './match-subscriptions.ts'
import { listWatchedWords, nameChanges, type WordFacts } from './watched-words.ts'

/** Reads the questions of subscriptions over one catalog after the other. */
export interface QuestionReader {
  /** Goes on to another catalog. What was read stays, as long as the words of the question mean there what they meant. */
  turnTo(catalog: Catalog): Steps<void>
  /** What `readAsked` reads over the catalog at hand, without where in the question it stands. */
  read(asked: AskedQuestion, setting: MatchSetting): Query
}

interface Reading {
  readonly query: Query
  readonly words: readonly string[]
}

/** Conditions are kept once each; past so many it begins anew. */
const MOST_CONDITIONS = 50_000
const READINGS_A_STEP = 500

/** Reading takes a quarter of a millisecond, and most questions are the same in the next catalog. */
export function createQuestionReader(first: Catalog): QuestionReader {
  let catalog = first
  let readings = new Map<string, Reading>()
  let asked = new Set<string>()
  let facts: WordFacts = new Map()
  const shared = new Map<string, Condition>()

  function* turnTo(next: Catalog): Steps<void> {
    if (next === catalog) return
    const words = yield* collectWords()
    const changes = yield* nameChanges({ catalog, facts }, next, words)
    const kept = new Map<string, Reading>()
    for (const [key, reading] of readings) {
      if (asked.has(key) && !reading.words.some(changes.isAnother)) kept.set(key, reading)
      if (kept.size % READINGS_A_STEP === 0) yield
    }
    catalog = next
    readings = kept
    asked = new Set()
    facts = changes.facts
  }

  function* collectWords(): Steps<ReadonlySet<string>> {
    const words = new Set<string>()
    let count = 0
    for (const [key, reading] of readings) {
      if (asked.has(key)) for (const word of reading.words) words.add(word)
      count += 1
      if (count % READINGS_A_STEP === 0) yield
    }
    return words
  }

  function remember(key: string, question: AskedQuestion, query: Query): Query {
    const words = listWatchedWords(question.question, query, catalog, facts)
    if (words === null) return query
    const made = { ...query, conditions: query.conditions.map(condition => share(condition)) }
    readings.set(key, { query: made, words })
    return made
  }

  function share({ id, value, isExcluded, orNotStated }: Condition): Condition {
    const key = JSON.stringify([id, value, isExcluded, orNotStated])
    const known = shared.get(key)
    if (known) return known
    if (shared.size >= MOST_CONDITIONS) shared.clear()
    const made: Condition = { id, value, isExcluded, orNotStated, spans: [], note: null }
    shared.set(key, made)
    return made
  }

  return {
    turnTo,
    read(question, setting) {
      const key = keyOfQuestion(question)
      asked.add(key)
      return readings.get(key)?.query ?? remember(key, question, readAsked(question, catalog, setting))
    },
  }
}
