import { addBits, createBitSet } from '../../catalog/bit-set.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { normaliseCompany } from '../../catalog/company-name.ts'
import { silentOf } from '../../catalog/value-column.ts'
import { lookUpSkills } from '../../posting/dictionary/skills.ts'
import { lookUpTopics } from '../../posting/dictionary/topics.ts'
import { memoizeByText } from '../../posting/memoize-by-text.ts'
import { type AnyOf, anyOf, describeList, joinAnyOf } from '../any-of.ts'
import { companyWords, startsOf } from '../company-starts.ts'
import type { ConditionKind, Found, ReadScope } from '../condition.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import { type Token, tokenize } from '../tokenize.ts'

/** All that reading a company needs. */
type CompanyScope = Pick<ReadScope, 'catalog'>

/** Who is hiring; a name or the first words of one. */
export const companyKind: ConditionKind<AnyOf> = {
  id: 'company',
  title: 'company',
  examples: ['at Netflix', 'company:salesforce', 'not at Acme'],
  fields: ['company', 'employer', 'org', 'at', 'by'],
  severalMean: 'any',
  words: () => [],
  read: readCompany,
  readField: (tokens, at, scope) => readNamedCompany(tokens, at, scope) ?? readUnknownCompany(tokens, at),
  join: joinAnyOf,
  evaluate: (catalog, value) => {
    const yes = createBitSet(catalog.size)
    for (const name of value.anyOf) for (const list of listCompanies(catalog, name)) addBits(yes, list)
    return {
      yes,
      notStated: silentOf(catalog.columns.company),
    }
  },
  describe: (value, catalog) => (catalog && describeSpelled(value, catalog)) ?? describePlain(value),
  explain:
    ({ entries }) =>
    posting => ({
      label: `at ${entries[posting]?.posting.company ?? 'a company not named'}`,
      caveat: null,
    }),
  loosen: () => [],
}

function describePlain({ anyOf }: AnyOf): string {
  return `at ${describeList(anyOf.map(name => (name.includes(' ') ? `"${name}"` : name)))}`
}

/** With the names as the postings write them; null where that does not read back to the same companies. */
function describeSpelled(value: AnyOf, catalog: Catalog): string | null {
  const text = `at ${describeList(value.anyOf.map(name => spellCompany(catalog, name)))}`
  const tokens = tokenize(text)
  const again = readCompany(tokens, 0, { catalog })
  return again?.count === tokens.length && isSame(again.value, value) ? text : null
}

function isSame(a: AnyOf, b: AnyOf): boolean {
  return a.anyOf.join('|') === b.anyOf.join('|')
}

/** "Veeva Systems" for "veeva systems", without the legal form that nobody types. */
function spellCompany(catalog: Catalog, name: string): string {
  const [company = ''] = startsOf(catalog).get(name) ?? []
  const [posting = -1] = catalog.columns.company.postings.get(company) ?? []
  const words = catalog.entries[posting]?.posting.company?.split(/\s+/) ?? []
  const starts = words.map((_, at) =>
    words
      .slice(0, at + 1)
      .join(' ')
      .replace(/[,.]$/, ''),
  )
  return starts.find(start => normaliseCompany(start) === name) ?? capitalise(name)
}

/** A name that no posting has is read as one only where it is written as one. */
function capitalise(name: string): string {
  return name.replace(/(?<=^| )\p{L}/gu, letter => letter.toUpperCase())
}

/** The postings of every company whose name holds these words side by side. */
function listCompanies({ columns: { company } }: Catalog, name: string): readonly Uint32Array[] {
  const [word = ''] = name.split(' ')
  const likely = companyWords.of(company).get(word) ?? []
  return likely
    .filter(each => ` ${each} `.includes(` ${name} `))
    .flatMap(each => company.postings.get(each) ?? [])
}

const LEADS = createPhraseTable(
  phrasesOf(
    'at|@|by|working at|work at|work for|working for|jobs at|job at|roles at|positions at|careers at|openings at|anything at|openings from|jobs from|roles from|postings from|positions from|jobs by|postings by|employed by|employed at|company|from company|hiring at|bei|chez|en la empresa',
    true,
  ),
)
const NEVER_AFTER_AT = new Set(
  'least most a an the any my our your their scale once all home minimum maximum max min this that which what present some'.split(
    ' ',
  ),
)

function readCompany(tokens: readonly Token[], at: number, scope: CompanyScope): Found<AnyOf> | null {
  const lead = LEADS.find(tokens, at)
  if (lead) {
    const named = readNamedCompany(tokens, at + lead.count, scope) ?? readUnknownAfter(tokens, at, lead.count)
    if (named) return readOthers(tokens, at, { ...named, count: lead.count + named.count }, scope)
  }
  return readBareCompany(tokens, at, scope)
}

const MAX_LISTED = 20
const LIST_JOINTS = new Set(['or', 'nor', 'and', '/', '&'])

/** "at Acme, Tern or GitLab": after one company the others are companies too, though a product may have the name. */
function readOthers(
  tokens: readonly Token[],
  at: number,
  first: Found<AnyOf>,
  scope: CompanyScope,
): Found<AnyOf> {
  const names = [...first.value.anyOf]
  let listed = first
  let next = at + first.count
  while (names.length < MAX_LISTED) {
    const joint = tokens[next]?.key ?? ''
    if (joint !== ',' && !LIST_JOINTS.has(joint)) return listed
    // "at Tern, or GitLab"
    const joints = joint === ',' && LIST_JOINTS.has(tokens[next + 1]?.key ?? '') ? 2 : 1
    const start = next + joints + (tokens[next + joints]?.key === 'at' ? 1 : 0)
    const other =
      readListedCompany(tokens, start, scope) ?? (joint === 'or' ? readListedProduct(tokens, start) : null)
    if (!other) return listed
    names.push(...other.value.anyOf)
    next = start + other.count
    // A comma alone may lead to something else: "at Tern, GitLab" is a list only where "or" ends it.
    if (joint !== ',' || joints === 2) listed = { ...first, value: anyOf(names), count: next - at }
  }
  return listed
}

/** A whole name that is no common word, unless it is written as a name; a language is none. */
function readListedCompany(tokens: readonly Token[], at: number, scope: CompanyScope): Found<AnyOf> | null {
  const named = readNamedCompany(tokens, at, scope)
  const [name = ''] = named?.value.anyOf ?? []
  if (!named || !scope.catalog.columns.company.postings.has(name)) return null
  if (lookUpSkills([name], 0)?.skill.kind === 'language') return null
  return isCapital(tokens[at]) || !isCommonWord(name, scope.catalog) ? named : null
}

/** "at Tern or OpenAI": a maker that no posting is of. */
function readListedProduct(tokens: readonly Token[], at: number): Found<AnyOf> | null {
  const token = tokens[at]
  return token && isProduct(token) ? { value: anyOf([normaliseCompany(token.key)]), count: 1 } : null
}

/** Whether a word is too common to be taken for the name of a company. */
export function isCommonWord(name: string, catalog: Catalog): boolean {
  if (name.includes(' ')) return false
  return catalog.words.frequencyOf(name) > COMMON_SHARE * catalog.size + 3 || lookUpTopics([name], 0) !== null
}

function readUnknownAfter(tokens: readonly Token[], at: number, leadCount: number): Found<AnyOf> | null {
  const name = tokens[at + leadCount]
  const isGoodAt = [
    'good',
    'great',
    'skilled',
    'looking',
    'expert',
    'experts',
    'proficient',
    'excellent',
    'better',
  ].includes(tokens[at - 1]?.key ?? '')
  if (tokens[at + leadCount - 1]?.key !== 'at' || isGoodAt || NEVER_AFTER_AT.has(name?.key ?? '')) return null
  if (!isCapital(name) && !isProduct(name)) return null
  return readUnknownCompany(tokens, at + leadCount)
}

/** "at figma" is at its maker, "at python" at nobody's. */
function isProduct(token: Token | undefined): boolean {
  const skill = token?.type === 'word' ? lookUpSkills([token.key], 0)?.skill : undefined
  return skill !== undefined && skill.kind !== 'language'
}

/** A name that no posting has: nothing will match, and the receipt says what was understood. */
function readUnknownCompany(tokens: readonly Token[], at: number): Found<AnyOf> | null {
  let count = 0
  while (tokens[at + count]?.type === 'word' && (count === 0 || isCapital(tokens[at + count]))) count++
  const name = normaliseCompany(
    tokens
      .slice(at, at + count)
      .map(token => token.text)
      .join(' '),
  )
  return name === '' ? null : { value: anyOf([name]), count }
}

function isCapital(token: Token | undefined): boolean {
  const [first = ''] = token?.text ?? ''
  return token?.type === 'word' && first !== first.toLowerCase()
}

const MAX_WORDS = 6

/** The longest run of words that some company's name starts with; quotes around it are taken along. */
function readNamedCompany(tokens: readonly Token[], at: number, scope: CompanyScope): Found<AnyOf> | null {
  const quoted = tokens[at]?.text === '"' ? 1 : 0
  const run = readWords(tokens, at + quoted)
  for (let length = Math.min(MAX_WORDS, run.length); length > 0; length--) {
    const name = normaliseCompany(
      run
        .slice(0, length)
        .map(({ key }) => key)
        .join(' '),
    )
    if (name === '' || !startsCompany(scope.catalog, name)) continue
    const last = run[length - 1]
    const end = at + quoted + (last?.offset ?? 0) + 1
    const closing = quoted === 1 && tokens[end]?.text === '"' ? 1 : 0
    return { value: anyOf([name]), count: end + closing - at }
  }
  return null
}

interface NameWord {
  readonly key: string
  readonly offset: number
}

/** Words and numbers from a token on; signs glued to them ("Logic20/20", "Data-Piper") are passed over, "10up" is one. */
function readWords(tokens: readonly Token[], at: number): readonly NameWord[] {
  const words: NameWord[] = []
  for (let offset = 0; words.length < MAX_WORDS; offset++) {
    const token = tokens[at + offset]
    if (!token || (token.type === 'sign' && (!token.isGlued || ',;?!"'.includes(token.text)))) break
    const last = words.at(-1)
    const isOfNumber = token.type === 'word' && token.isGlued && tokens[at + offset - 1]?.type === 'number'
    if (last && isOfNumber) words[words.length - 1] = { key: last.key + token.key, offset }
    else if (token.type !== 'sign') words.push({ key: token.key, offset })
  }
  return words
}

function startsCompany(catalog: Catalog, name: string): boolean {
  return startsOf(catalog).has(name)
}

/** Remembered, because every word of every question is looked up. */
const normaliseWord = memoizeByText(normaliseCompany)

const AFTER_COMPANY = new Set(
  'jobs roles openings positions careers postings vacancies job role hiring'.split(' '),
)
const COMMON_SHARE = 0.01

/** The names of one word, two words, … of a run, as far as a company's name begins so. */
function listStarts(run: readonly NameWord[], catalog: Catalog): readonly string[] {
  const names: string[] = []
  let written = ''
  for (const { key } of run) {
    written = written === '' ? key : `${written} ${key}`
    const name = normaliseCompany(written)
    if (!startsCompany(catalog, name)) break
    names.push(name)
  }
  return names
}

/** A whole name without "at": one that is a common word too only with a capital or with "jobs" after it. */
function readBareCompany(
  tokens: readonly Token[],
  at: number,
  { catalog }: CompanyScope,
): Found<AnyOf> | null {
  // Most words begin no company's name.
  const [first, second] = [tokens[at], tokens[at + 1]]
  const isOfTwo = first?.type === 'number' && second?.type === 'word' && second.isGlued
  const key = isOfTwo ? first.key + second.key : (first?.key ?? '')
  if (first?.type === 'sign' || !startsCompany(catalog, normaliseWord(key))) return null
  const run = readWords(tokens, at)
  const names = listStarts(run, catalog)
  for (let length = names.length; length > 0; length--) {
    const name = names[length - 1] ?? ''
    if (!catalog.columns.company.postings.has(name)) continue
    const count = (run[length - 1]?.offset ?? 0) + 1
    const isNamed = AFTER_COMPANY.has(tokens[at + count]?.key ?? '')
    const product = name.includes(' ') ? null : lookUpSkills([name], 0)
    // "GitLab jobs" are at GitLab, "Python jobs" are no company's: a product counts as its maker only so.
    if (product)
      return isNamed && product.skill.kind !== 'language'
        ? { value: anyOf([name]), count: count + 1, note: `${product.skill.label} is read as the company` }
        : null
    // "remote company" is no company's name, though that of one is Remote.
    const isCommon = isCommonWord(name, catalog)
    if (!isCommon || isNamed || (at > 0 && isCapital(tokens[at])) || tokens.length === count)
      return { value: anyOf([name]), count }
  }
  return null
}
