import type { Catalog } from '../../catalog/catalog.ts'
import { normaliseCompany } from '../../catalog/company-name.ts'
import { lookUpSkills } from '../../posting/dictionary/skills.ts'
import { lookUpTopics } from '../../posting/dictionary/topics.ts'
import { type CompanyStarts, startsOf } from '../company-starts.ts'
import { ROLE_NOUNS, TITLE_NOUNS } from '../filler-words.ts'
import { LEVEL_WORDS } from '../level-words.ts'
import type { Span } from '../query.ts'
import type { Token } from '../tokenize.ts'
import { isStopWord } from './stop-words.ts'

/** A company that a question names. */
export interface NamedCompany extends Span {
  /** Names in the catalog's column that the words stand for. */
  readonly names: readonly string[]
  /** First token, and how many it took. */
  readonly at: number
  readonly count: number
  /** False for the first words of a name. */
  readonly isWhole: boolean
}

const MAX_WORDS = 6
/** Words right before a name that make even a common word a company. */
const BEFORE = new Set(['at', '@', 'from', 'by', 'does', 'do', 'did', 'chez', 'bei'])
/** Words before a capital that begins a company's name. */
const BEFORE_CAPITAL = new Set(['the', 'for', 'of', 'is', 'will', 'would', 'can', 'has'])
const WORKPLACES = new Set(['remote', 'hybrid', 'onsite'])
const COMMON_SHARE = 0.01
const SHORTEST_START = 3

/**
 * Companies that a question about one posting names, by their whole name or by its first words.
 * @param known stretches that a search reads as a company
 */
export function nameCompanies(
  tokens: readonly Token[],
  catalog: Catalog,
  known: readonly Span[] = [],
): readonly NamedCompany[] {
  const scope = { catalog, starts: startsOf(catalog), known }
  const found: NamedCompany[] = []
  for (let at = 0; at < tokens.length; ) {
    const named = nameAt(tokens, at, scope)
    if (named) found.push(named)
    at += named?.count ?? 1
  }
  return preferNames(found, tokens)
}

/** "does Ledgy use MongoDB": a product is its maker only where nobody else is named. */
function preferNames(found: readonly NamedCompany[], tokens: readonly Token[]): readonly NamedCompany[] {
  if (found.length < 2) return found
  const whole = found.filter(({ isWhole, at }) => isWhole || isLed(tokens, at))
  if (whole.length > 0 && whole.length < found.length) return preferNames(whole, tokens)
  const led = found.filter(({ at }) => isLed(tokens, at))
  if (led.length > 0) return led
  const others = found.filter(({ names }) => {
    const isProduct = names.every(name => lookUpSkills(name.split(' '), 0) !== null)
    return !isProduct
  })
  return others.length > 0 ? others : found.slice(0, 1)
}

function isLed(tokens: readonly Token[], at: number): boolean {
  return BEFORE.has(tokens[at - 1]?.key ?? '')
}

/** What is known while names are looked for. */
interface NameScope {
  readonly catalog: Catalog
  readonly starts: CompanyStarts
  readonly known: readonly Span[]
}

function nameAt(
  tokens: readonly Token[],
  at: number,
  { catalog, starts, known }: NameScope,
): NamedCompany | null {
  const first = tokens[at]
  const start = first?.type === 'number' ? tokens.slice(at, at + 2) : tokens.slice(at, at + 1)
  if (!first || first.type === 'sign' || ![...spell(start), ...spell([first])].some(name => starts.has(name)))
    return null
  const run = readRun(tokens, at)
  for (let length = run.length; length > 0; length--) {
    const last = run[length - 1]
    if (!last) continue
    for (const name of spell(run.slice(0, length).map(({ token }) => token))) {
      const names = starts.get(name)
      const isKnown = known.some(({ start, end }) => first.start >= start && last.token.end <= end)
      if (!names || !(isKnown || isMeant(tokens, at, last.at, name, names, catalog))) continue
      const isWhole = names.includes(name)
      return { names, at, count: last.at - at + 1, isWhole, start: first.start, end: last.token.end }
    }
  }
  return null
}

/** The words from a token on; signs inside a name ("Logic20/20") are passed over. */
function readRun(tokens: readonly Token[], from: number): readonly { token: Token; at: number }[] {
  const run: { token: Token; at: number }[] = []
  for (let at = from; at < tokens.length && run.length < MAX_WORDS; at++) {
    const token = tokens[at]
    if (!token || (token.type === 'sign' && (!token.isGlued || ',;?!"'.includes(token.text)))) break
    if (token.type !== 'sign') run.push({ token, at })
  }
  return run
}

const POSSESSIVE = /['’]s?$/iu

/** A name with and without the "'s" of its last word. */
function spell(tokens: readonly Token[]): readonly string[] {
  const last = tokens.at(-1)
  const keys = tokens.map(({ key }) => key)
  // "2U" and "10up" are two tokens each.
  const glued = tokens.map(({ key, isGlued }, at) => (at > 0 && !isGlued ? ` ${key}` : key)).join('')
  const whole = normaliseCompany(tokens[0]?.type === 'number' ? glued : keys.join(' '))
  if (!last || !POSSESSIVE.test(last.text)) return [whole]
  const bare = last.key.endsWith('s') ? last.key.slice(0, -1) : last.key
  return [normaliseCompany([...keys.slice(0, -1), bare].join(' ')), whole]
}

/** A common word, or only the start of a name, needs a sign that it is meant as a name. */
function isMeant(
  tokens: readonly Token[],
  at: number,
  lastAt: number,
  name: string,
  names: readonly string[],
  catalog: Catalog,
): boolean {
  const isWhole = names.includes(name)
  if (name.includes(' ')) return isWhole || isCapital(tokens[at]) || !name.split(' ').every(isPlainWord)
  if (name === '' || (isStopWord(name) && !(isWhole && isCapital(tokens[at]) && at > 0))) return false
  const isCommon = isPlainWord(name) || isCommonBesideNames(name, names, catalog)
  // The first word has a capital anyway; a technology's name at the start may still be its maker's.
  const isFirstName = at === 0 && isWhole && !isWork(name) && !WORKPLACES.has(name)
  const isWritten =
    (isCapital(tokens[at]) && (at > 0 || isFirstName)) || POSSESSIVE.test(tokens[lastAt]?.text ?? '')
  if (isWhole) return !isCommon || isWritten || isLed(tokens, at)
  if (name.length < SHORTEST_START) return false
  const isBegun = isLed(tokens, at) || BEFORE_CAPITAL.has(tokens[at - 1]?.key ?? '')
  if (isWork(name)) return isWritten && isLed(tokens, at)
  return isPlainWord(name) ? isWritten && isBegun : isWritten || isLed(tokens, at) || !isCommon
}

/** Whether many postings say a word besides those of the companies that have it in their names. */
export function isCommonBesideNames(
  name: string,
  names: readonly string[],
  { words, columns, size }: Catalog,
): boolean {
  const own = names.reduce((total, each) => total + (columns.company.postings.get(each)?.length ?? 0), 0)
  return words.frequencyOf(name) - own > COMMON_SHARE * size + 3
}

/** Whether a word is of titles: "software", "data". */
function isWork(word: string): boolean {
  return (
    lookUpTopics([word], 0) !== null ||
    ROLE_NOUNS.words.has(word) ||
    TITLE_NOUNS.words.has(word) ||
    LEVEL_WORDS.words.has(word)
  )
}

/** Whether a word is a kind of work or a technology, such as "data" or "security". */
function isPlainWord(word: string): boolean {
  return lookUpTopics([word], 0) !== null || lookUpSkills([word], 0) !== null || isStopWord(word)
}

function isCapital(token: Token | undefined): boolean {
  const [first = ''] = token?.text ?? ''
  return token?.type === 'word' && first !== first.toLowerCase()
}
