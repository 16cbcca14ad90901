import type { Catalog } from '../catalog/catalog.ts'
import { stemWord } from '../catalog/split-words.ts'
import { anyOf } from './any-of.ts'
import { assembleConditions } from './assemble-conditions.ts'
import { startsOf } from './company-starts.ts'
import type { ReadScope } from './condition.ts'
import { kindOf } from './conditions/index.ts'
import { ASPECT_WORDS } from './detail/aspects.ts'
import { readDetail } from './detail/read-detail.ts'
import { FILLERS, ROLE_NOUNS } from './filler-words.ts'
import { spellerOf } from './mend-words.ts'
import type { AnswerKind, Condition, Query, Subject, UnreadWords } from './query.ts'
import { asksForPostings } from './read-limit.ts'
import { type Item, scanQuestion } from './scan-question.ts'
import { readLength, type Token, tokenize } from './tokenize.ts'

/** What is known while a question is read. */
export interface ReadOptions {
  readonly catalog: Catalog
  readonly now: Date
  /** ISO 4217 of a pay without currency, unless the question asks for one country. */
  readonly defaultCurrency: string
}

/**
 * Reads a question into conditions, free words and the words that were not understood. Never throws.
 * @example readQuery('remote go jobs over 200k', { catalog, now, defaultCurrency: 'USD' }).conditions // workplace, skill, pay
 */
export function readQuery(text: string, options: ReadOptions): Query {
  const scope: ReadScope = { catalog: options.catalog, now: options.now }
  const written = tokenize(text)
  const first = scanQuestion(written, scope)
  const { tokens, mended } = mendTokens(written, first, scope)
  const scanned = mended.size === 0 ? first : scanQuestion(tokens, scope)
  const items = readFreeWords(scanned, tokens, options.catalog)
  const conditions = settle(assembleConditions(items, tokens), options.defaultCurrency)
  const noted = conditions.map(condition => noteMended(condition, mended))
  const unread = [...collectUnread(items, tokens, options.catalog), ...describeCut(text)]
  const asksForHelp = tokens.some(token => token.key === 'help')
  const directed = readDirectives(items, noted.length > 0, asksForHelp)
  const detail = readDetail(tokens, { ...directed, conditions: noted }, options.catalog)
  const kind = detail === null || detail.isImplied ? directed.kind : 'detail'
  return { text, ...directed, kind, conditions: noted, unread, detail }
}

/** Tokens whose typing errors are mended, and by where each stands what was written. */
interface MendedTokens {
  readonly tokens: readonly Token[]
  readonly mended: ReadonlyMap<number, string>
}

const MAX_MENDED = 12

function mendTokens(tokens: readonly Token[], items: readonly Item[], { catalog }: ReadScope): MendedTokens {
  const speller = spellerOf(catalog)
  const unknown = new Set(items.filter(item => item.type === 'unknown').map(item => item.at))
  const mended = new Map<number, string>()
  const repaired = tokens.map((token, at) => {
    if (!unknown.has(at) || token.type !== 'word' || mended.size >= MAX_MENDED) return token
    // What questions about one posting are asked in is no typing error either.
    if (isPossessiveName(token, catalog) || ASPECT_WORDS.words.has(token.key)) return token
    const short = shorten(token.key, catalog)
    if (short !== null) {
      mended.set(token.start, `“${token.text}” is read as “${short}”`)
      return { ...token, key: short, text: short }
    }
    const key = speller.mend(token.key)
    if (key === null) return token
    mended.set(token.start, `“${token.text}” is read as “${key}”`)
    return { ...token, key, text: key }
  })
  return { tokens: repaired, mended }
}

/** "MUI's": a company's name with an ending is no typing error. */
function isPossessiveName({ text, key }: Token, catalog: Catalog): boolean {
  return /['’]s$/iu.test(text) && startsOf(catalog).has(key.slice(0, -1))
}

const STRETCHED = /(.)\1{2,}/u

/** "pleeease", "heyyyy", "sooo": a letter held down means itself once or twice; null for a word that is not stretched. */
function shorten(word: string, { words }: Catalog): string | null {
  if (!STRETCHED.test(word) || !/^\p{L}+$/u.test(word) || words.frequencyOf(word) > 0) return null
  const [once, twice] = [1, 2].map(times =>
    word.replace(/(.)\1{2,}/gu, (_run, letter: string) => letter.repeat(times)),
  )
  const isKnown = (key: string) =>
    KNOWN_WORDS.some(table => table.words.has(key)) || words.frequencyOf(key) > 0
  return [once, twice].find(key => key !== undefined && isKnown(key)) ?? once ?? null
}

const KNOWN_WORDS = [FILLERS, ROLE_NOUNS]

function noteMended(condition: Condition, mended: ReadonlyMap<number, string>): Condition {
  const notes = [...mended].filter(([start]) =>
    condition.spans.some(span => start >= span.start && start < span.end),
  )
  if (notes.length === 0) return condition
  return {
    ...condition,
    note: [condition.note, ...notes.map(([, note]) => note)].filter(note => note !== null).join('; '),
  }
}

/** Words that nothing knows but the postings are free words; so are nouns for people where nothing says what they do. */
function readFreeWords(items: readonly Item[], tokens: readonly Token[], catalog: Catalog): readonly Item[] {
  const isAsked = items.some(item => item.type === 'condition' || item.type === 'unknown' || isAsking(item))
  const isLimited = items.some(
    item => item.type === 'condition' || item.type === 'unknown' || (item.type !== 'limit' && isAsking(item)),
  )
  return items.flatMap((item, i): Item[] => {
    if (item.type === 'limit' && !isLimited && !asksForPostings(tokens, item)) return toUnknown(item)
    // A sign inside an unknown name ("A/B") joins its parts instead of offering a choice.
    if (
      item.type === 'joint' &&
      items[i - 1]?.type === 'unknown' &&
      tokens[item.at]?.isGlued &&
      tokens[item.at]?.text === '/'
    )
      return []
    if (item.type === 'role-noun' && !isAsked) return toWords(item, tokens, catalog)
    if (item.type === 'title-noun' && !isBesideWork(items, i)) return toWords(item, tokens, catalog)
    if (item.type !== 'unknown') return [item]
    return toCompany(items, i, tokens, catalog) ?? toWords(item, tokens, catalog)
  })
}

/** Whether the next thing said before or after an item, courtesy aside, is a kind of work or a skill. */
function isBesideWork(items: readonly Item[], at: number): boolean {
  const isSaid = ({ type }: Item) => type !== 'filler' && type !== 'role-noun' && type !== 'title-noun'
  const sides = [items.slice(0, at).findLast(isSaid), items.slice(at + 1).find(isSaid)]
  return sides.some(item => item?.type === 'condition' && (item.id === 'topic' || item.id === 'skill'))
}

function isAsking(item: Item): boolean {
  return item.type === 'all' || item.type === 'kind' || item.type === 'sort' || item.type === 'limit'
}

/** A lone word that is the whole name of a company is that company, however common it is: "circle senior". */
function toCompany(
  items: readonly Item[],
  i: number,
  tokens: readonly Token[],
  { columns }: Catalog,
): Item[] | null {
  const at = items[i]?.at ?? 0
  const key = tokens[at]?.key ?? ''
  const isLone = items[i - 1]?.type !== 'unknown' && items[i + 1]?.type !== 'unknown'
  const isNoun = [items[i + 1]?.type, items[i - 1]?.type].some(
    type => type === 'role-noun' || type === 'title-noun',
  )
  if (!isLone || isNoun || !columns.company.postings.has(key)) return null
  const note = `“${tokens[at]?.text ?? key}” is read as the company`
  return [{ type: 'condition', id: 'company', value: anyOf([key]), isExcluded: false, note, at, count: 1 }]
}

function toUnknown({ at, count }: Item): Item[] {
  return Array.from({ length: count }, (_, offset) => ({ type: 'unknown', at: at + offset, count: 1 }))
}

const MIN_WORD_LENGTH = 2

function toWords(item: Item, tokens: readonly Token[], catalog: Catalog): Item[] {
  return tokens.slice(item.at, item.at + item.count).flatMap((token, offset): Item[] => {
    const at = item.at + offset
    const isFound = catalog.words.postingsOf(stemWord(token.key)).length > 0
    if (token.type !== 'word' || !isFound) return [{ type: 'unknown', at, count: 1 }]
    if (token.key.length < MIN_WORD_LENGTH) return [{ type: 'filler', at, count: 1 }]
    return [
      {
        type: 'condition',
        id: 'word',
        value: anyOf([token.key]),
        isExcluded: false,
        note: null,
        at,
        count: 1,
      },
    ]
  })
}

/** Gives each condition what the others decide, such as the currency of the country that is asked for. */
function settle(conditions: readonly Condition[], defaultCurrency: string): readonly Condition[] {
  return conditions.map(condition => {
    const settled = kindOf(condition.id).settle?.(condition.value, conditions, defaultCurrency)
    if (!settled) return condition
    const note = [condition.note, settled.note].filter(each => each !== null).join('; ')
    return { ...condition, value: settled.value, note: note === '' ? null : note }
  })
}

/** Words not understood; a version after a skill ("java 17") is no loss. */
function collectUnread(
  items: readonly Item[],
  tokens: readonly Token[],
  catalog: Catalog,
): readonly UnreadWords[] {
  const speller = spellerOf(catalog)
  const named = new Set<string>()
  return items.flatMap((item, i): UnreadWords[] => {
    const token = tokens[item.at]
    if (item.type !== 'unknown' || !token) return []
    const before = items[i - 1]
    if (token.type === 'number' && before?.type === 'condition' && before.id === 'skill') return []
    // A word that comes again and again is named once.
    if (named.has(token.key)) return []
    named.add(token.key)
    const { start, end } = token
    return [{ text: shortenText(token.text), start, end, nearest: speller.nearest(token.key) }]
  })
}

function describeCut(text: string): readonly UnreadWords[] {
  const start = readLength(text)
  const rest = text.slice(start)
  if (rest.trim() === '') return []
  return [{ text: shortenText(rest), start, end: text.length, nearest: null }]
}

const MOST_SHOWN = 60

/** At most so many letters of what was not understood. */
function shortenText(text: string): string {
  const letters = [...text.slice(0, 4 * MOST_SHOWN).trim()]
  if (letters.length <= MOST_SHOWN) return letters.join('')
  return `${letters
    .slice(0, MOST_SHOWN - 1)
    .join('')
    .trimEnd()}…`
}

type Directed = Pick<
  Query,
  'kind' | 'subject' | 'sort' | 'limit' | 'includeClosed' | 'includeOld' | 'asksForAll'
>

function readDirectives(items: readonly Item[], hasConditions: boolean, asksForHelp: boolean): Directed {
  const kinds = items.filter(item => item.type === 'kind')
  const kind: AnswerKind = kinds[0]?.kind ?? 'listings'
  const subject: Subject | null = kinds[0]?.subject ?? null
  const orders = items.filter(item => item.type === 'sort').map(item => item.sort)
  const includes = items.filter(item => item.type === 'include').map(item => item.what)
  const asksForAll = items.some(isAsking)
  const isEmpty = !hasConditions && !asksForAll
  return {
    kind: isEmpty ? (asksForHelp ? 'help' : 'clarify') : kind,
    subject,
    // "highest paying new jobs": pay is the rarer wish.
    sort: orders.find(order => order !== 'newest') ?? orders[0] ?? 'relevance',
    limit: items.find(item => item.type === 'limit')?.limit ?? null,
    includeClosed: includes.includes('closed'),
    includeOld: includes.includes('old'),
    asksForAll,
  }
}
