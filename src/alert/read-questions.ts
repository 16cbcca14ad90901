import type { Catalog } from '../catalog/catalog.ts'
import type { Steps } from '../catalog/steps.ts'
import { prepareReading } from '../query/prepare-reading.ts'
import type { Query } from '../query/query.ts'
import type { KeptReading } from './kept-reading.ts'
import { type AskedQuestion, type MatchSetting, readAsked } from './match-questions.ts'
import { keyOfQuestion, questionOf } from './match-subscriptions.ts'
import { createReadingPacker, type PackedReading } from './pack-reading.ts'
import { type DescribeWords, describeWordsInSteps, listWatchedWords } from './watched-words.ts'

/** Reads the questions of subscriptions over one catalog after the other. */
export interface QuestionReader {
  /** Goes on to another catalog. What was read stays, as long as the words of the question mean there what they meant. */
  turnTo(catalog: Catalog): Steps<void>
  /** What `readAsked` reads over the catalog at hand, without where in the question it stands. */
  read(asked: AskedQuestion, setting: MatchSetting): Query
  /** As `read` for a question that is asked later; so far it does not count as asked. */
  readAhead(asked: AskedQuestion, setting: MatchSetting): void
  /** Takes in what an earlier process read; it is looked at when its question is asked. */
  restore(readings: readonly KeptReading[]): void
  /** What was read since this was asked last, and is worth keeping. */
  takeMade(): readonly KeptReading[]
  /** Forgets the questions that were not asked since it did so last, where any was. @returns their keys */
  forgetUnasked(): readonly string[]
}

interface Reading extends PackedReading {
  readonly facts: string
  /** The catalog over which it is known to hold. */
  catalog: Catalog | null
}

/** The catalog at hand. */
interface ReadOver {
  readonly catalog: Catalog
  readonly describe: DescribeWords
}

/** Reading takes half a millisecond, and most questions are the same in the next catalog. */
export function createQuestionReader(): QuestionReader {
  let over: ReadOver | null = null
  let asked = new Set<string>()
  let made = new Map<string, KeptReading>()
  const readings = new Map<string, Reading>()
  const restored = new Map<string, KeptReading>()
  const { pack, unpack } = createReadingPacker()

  /** @returns null where the question was not read yet, or its words mean something else now */
  function findReading(key: string, { catalog, describe }: ReadOver): Query | null {
    const reading = readings.get(key) ?? takeRestored(key)
    if (reading === null) return null
    if (reading.catalog !== catalog && reading.facts !== describe(reading.words)) return null
    reading.catalog = catalog
    return reading.query
  }

  function takeRestored(key: string): Reading | null {
    const kept = restored.get(key)
    restored.delete(key)
    return kept ? remember(kept, null) : null
  }

  function remember({ key, facts, body }: KeptReading, catalog: Catalog | null): Reading | null {
    const unpacked = unpack(body, questionOf(key))
    if (unpacked === null) return null
    const reading = { ...unpacked, facts, catalog }
    readings.set(key, reading)
    return reading
  }

  /** @param query is worth keeping where it depends on words only */
  function keep(key: string, query: Query, { catalog, describe }: ReadOver): Query {
    const words = listWatchedWords(query.text, query, catalog)
    readings.delete(key)
    if (words === null) return query
    const kept = { key, facts: describe(words), body: pack({ query, words }) }
    made.set(key, kept)
    return remember(kept, catalog)?.query ?? query
  }

  function readNow(question: AskedQuestion, setting: MatchSetting): Query {
    if (over === null) throw new Error('questions are read over a catalog')
    const key = keyOfQuestion(question)
    return findReading(key, over) ?? keep(key, readAsked(question, over.catalog, setting), over)
  }

  return {
    *turnTo(catalog) {
      if (catalog === over?.catalog) return
      yield* prepareReading(catalog)
      over = { catalog, describe: yield* describeWordsInSteps(catalog) }
    },
    read(question, setting) {
      asked.add(keyOfQuestion(question))
      return readNow(question, setting)
    },
    readAhead: readNow,
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
