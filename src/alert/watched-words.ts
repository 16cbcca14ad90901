import type { Catalog } from '../catalog/catalog.ts'
import { foldText, splitWords, stemWord } from '../catalog/split-words.ts'
import type { Steps } from '../catalog/steps.ts'
import { lookUpPlaces } from '../posting/places/gazetteer.ts'
import { isCommonWord } from '../query/conditions/company.ts'
import { lookUpWords } from '../query/look-up-words.ts'
import { spellerOf } from '../query/mend-words.ts'
import type { Condition, Query } from '../query/query.ts'
import { type Token, tokenize } from '../query/tokenize.ts'

/** What a catalog says about single words, by the word. */
export type WordFacts = Map<string, string>

/** The columns whose values are names that questions are read by. */
const NAMES = ['company', 'skill', 'city'] as const
/** Few values, which decide between a country and a state of one name. */
const CODES = ['country', 'state'] as const
const NAMES_A_STEP = 1000
const LETTERS = /^\p{L}+$/u
/** "pleeease" */
const STRETCHED = /(.)\1\1/u

/**
 * The words on which it depends how a question is read: as long as the catalog says the same about them, the reading is
 * the same. Notes down what it says now.
 * @returns null for a question whose reading depends on more: on the day, or on words like those that are written
 */
export function listWatchedWords(
  question: string,
  query: Query,
  catalog: Catalog,
  facts: WordFacts,
): readonly string[] | null {
  if (query.unread.length > 0 || query.detail !== null || query.conditions.some(isOfTheDay)) return null
  const tokens = tokenize(question)
  if (tokens.some(({ key }) => isMistyped(key, catalog))) return null
  const words = [...new Set(tokens.flatMap((_, at) => listForms(tokens, at)))].filter(word => word !== '')
  for (const word of words) if (!facts.has(word)) facts.set(word, describeWord(catalog, word))
  return words
}

/** What a word is taken for depends on every word that looks like it. */
function isMistyped(word: string, catalog: Catalog): boolean {
  if (!LETTERS.test(word) || catalog.words.frequencyOf(word) > 0) return false
  return STRETCHED.test(word) || spellerOf(catalog).mend(word) !== null
}

/** "since Monday" is another day tomorrow. */
function isOfTheDay({ id, value }: Condition): boolean {
  return id === 'posted' || (id === 'either' && JSON.stringify(value).includes('"posted"'))
}

/** The first words that a name may have which is looked for from a token on. */
function listForms(tokens: readonly Token[], at: number): readonly string[] {
  const { key = '' } = tokens[at] ?? {}
  const glued = tokens.slice(at + 1).findIndex(({ isGlued }) => !isGlued)
  const run = tokens.slice(at, glued < 0 ? tokens.length : at + 1 + glued).map(token => token.key)
  const runs = run.map((_, end) => run.slice(0, end + 1).join(''))
  const places = lookUpPlaces(lookUpWords(tokens, at, true).words, 0).map(({ code }) => foldText(code))
  return [key, key.slice(0, -1), ...splitWords(key), ...runs, ...places.map(firstWord)]
}

function firstWord(name: string): string {
  return name.split(' ', 1)[0] ?? ''
}

/** Whether a word occurs, is found, and is too common for a name. */
function describeWord(catalog: Catalog, word: string): string {
  const occurs = catalog.words.frequencyOf(word) > 0
  const isFound = catalog.words.postingsOf(stemWord(word)).length > 0
  return `${occurs} ${isFound} ${isCommonWord(word, catalog)}`
}

/** What two catalogs say differently. */
export interface WordChanges {
  readonly isAnother: (word: string) => boolean
  /** What the second says about the words. */
  readonly facts: WordFacts
}

/** Finds the words about which two catalogs do not say the same. */
export function* nameChanges(
  { catalog, facts }: { readonly catalog: Catalog; readonly facts: WordFacts },
  next: Catalog,
  words: ReadonlySet<string>,
): Steps<WordChanges> {
  const another = new Set<string>()
  const nextFacts: WordFacts = new Map()
  for (const word of words) {
    const fact = describeWord(next, word)
    nextFacts.set(word, fact)
    if (fact !== facts.get(word)) another.add(word)
    if (nextFacts.size % NAMES_A_STEP === 0) yield
  }
  for (const column of NAMES) {
    const [old, young] = [catalog.columns[column].postings, next.columns[column].postings]
    yield* addFirstWords(another, old, young)
    yield* addFirstWords(another, young, old)
  }
  const hasOtherCodes = CODES.some(
    column => !isSame(catalog.columns[column].postings, next.columns[column].postings),
  )
  return { isAnother: word => hasOtherCodes || another.has(word), facts: nextFacts }
}

/** The names of one that the other lacks, by how they begin. */
function* addFirstWords(
  words: Set<string>,
  names: ReadonlyMap<string, unknown>,
  others: ReadonlyMap<string, unknown>,
): Steps<void> {
  let count = 0
  for (const name of names.keys()) {
    count += 1
    if (count % NAMES_A_STEP === 0) yield
    if (others.has(name)) continue
    words.add(firstWord(name))
    words.add(splitWords(name)[0] ?? '')
  }
}

function isSame(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every(key => b.has(key))
}
