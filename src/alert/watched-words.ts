import { hash } from 'node:crypto'
import type { Catalog } from '../catalog/catalog.ts'
import { deriveTable } from '../catalog/derived-table.ts'
import { foldText, splitWords, stemWord } from '../catalog/split-words.ts'
import type { Steps } from '../catalog/steps.ts'
import type { ValueColumn } from '../catalog/value-column.ts'
import { lookUpPlaces } from '../posting/places/gazetteer.ts'
import { startsOf } from '../query/company-starts.ts'
import { isCommonWord } from '../query/conditions/company.ts'
import { isCommonBesideNames } from '../query/detail/name-companies.ts'
import { lookUpWords } from '../query/look-up-words.ts'
import { spellerOf } from '../query/mend-words.ts'
import type { Condition, Query } from '../query/query.ts'
import { type Token, tokenize } from '../query/tokenize.ts'

/** The columns whose values are names that questions are read by. */
const NAMES = ['company', 'skill', 'city'] as const
/** Few values, which decide between a country and a state of one name. */
const CODES = ['country', 'state'] as const
const NAMES_A_STEP = 1000
const LETTERS = /^\p{L}+$/u
/** "pleeease" */
const STRETCHED = /(.)\1\1/u
/** Letters of a hash that tell one fact from another. */
const FACT_LENGTH = 8

/**
 * The words on which it depends how a question is read: as long as a catalog says the same about them, the reading is
 * the same.
 * @returns null for a question whose reading depends on more: on the day, or on words like those that are written
 */
export function listWatchedWords(question: string, query: Query, catalog: Catalog): readonly string[] | null {
  if (query.unread.length > 0 || query.detail !== null || query.conditions.some(isOfTheDay)) return null
  const tokens = tokenize(question)
  if (tokens.some(({ key }) => isMistyped(key, catalog))) return null
  return [...new Set(tokens.flatMap((_, at) => listForms(tokens, at)))].filter(word => word !== '')
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

/** Says what a catalog knows about words: the same text for two catalogs that know the same. */
export type DescribeWords = (words: readonly string[]) => string

/** Goes through the names of a catalog, and makes what describes words by it. */
export function* describeWordsInSteps(catalog: Catalog): Steps<DescribeWords> {
  for (const column of NAMES) yield* namesByStart.prepare(catalog.columns[column])
  const codes = shorten(CODES.map(column => [...catalog.columns[column].postings.keys()].join()).join(' '))
  const facts = new Map<string, string>()
  return words => {
    let all = codes
    for (const word of words) {
      const fact = facts.get(word) ?? shorten(describeWord(catalog, word))
      facts.set(word, fact)
      all += fact
    }
    return all
  }
}

/** Whether a word occurs, is found, is too common for a name, and the names that begin with it. */
function describeWord(catalog: Catalog, word: string): string {
  const occurs = catalog.words.frequencyOf(word) > 0
  const isFound = catalog.words.postingsOf(stemWord(word)).length > 0
  const isCommon = isCommonWord(word, catalog)
  const isCommonName = isCommonBesideNames(word, startsOf(catalog).get(word) ?? [], catalog)
  const names = NAMES.map(column => namesByStart.of(catalog.columns[column]).get(word) ?? '')
  return [occurs, isFound, isCommon, isCommonName, ...names].join('\n')
}

/** The names of a column by how they begin, each list as one text. */
const namesByStart = deriveTable(function* ({ postings }: ValueColumn): Steps<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  let count = 0
  for (const name of postings.keys()) {
    count += 1
    if (count % NAMES_A_STEP === 0) yield
    for (const start of new Set([firstWord(name), splitWords(name)[0] ?? '']))
      names.set(start, `${names.get(start) ?? ''}|${name}`)
  }
  return names
})

function shorten(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, FACT_LENGTH)
}
