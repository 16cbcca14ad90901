import { addBit, createBitSet, listBits } from '../../catalog/bit-set.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { foldText, splitWords, stemWord } from '../../catalog/split-words.ts'
import { describeCountry } from '../../posting/describe-posting.ts'
import { lookUpCode } from '../../posting/places/gazetteer.ts'
import type { Posting } from '../../posting/posting.ts'
import { startsOf } from '../../query/company-starts.ts'
import type { AskWord, DetailAsk } from '../../query/detail/detail-ask.ts'

/** What an asker has before their eyes. */
export interface DetailContext {
  /** Ids of the last list, by their number from 1 on. */
  readonly listedIds: readonly string[]
  /** Id of the posting whose details were shown last; null where none was. */
  readonly lastShownId: string | null
}

/** Which postings a question may be about. */
export interface FoundPostings {
  /** Their numbers in the catalog, as good as each other. */
  readonly numbers: readonly number[]
  /** True where the question names a company or a title, and none of the candidates has the title. */
  readonly isOtherTitle: boolean
  /** True where the words of a title chose among several. */
  readonly isChosenByTitle: boolean
}

const NONE: FoundPostings = { numbers: [], isOtherTitle: false, isChosenByTitle: false }

/** Finds the postings that a question is about: by number in the last list, company, words of the title, or what was shown last. */
export function findPostings(catalog: Catalog, ask: DetailAsk, context: DetailContext | null): FoundPostings {
  if (ask.number !== null)
    return toFound(catalog, [context?.listedIds.at(ask.number === 'last' ? -1 : ask.number - 1)])
  const ofCompany = ask.companies.flatMap(name => [...(catalog.columns.company.postings.get(name) ?? [])])
  if (ask.companies.length > 0)
    return chooseByTitle(catalog, ask, preferListed(catalog, ofCompany, ask, context))
  const byTitle = chooseByTitle(catalog, ask, listByTitle(catalog, ask, context))
  const asMaker = byTitle.numbers.length === 0 ? nameMaker(catalog, ask) : null
  if (asMaker) return findPostings(catalog, asMaker, context)
  if (byTitle.isChosenByTitle && !byTitle.isOtherTitle) return byTitle
  if (!ask.isPronoun) return byTitle
  const [only] = context?.listedIds.length === 1 ? context.listedIds : []
  return toFound(catalog, [context?.lastShownId ?? only])
}

/** "the gitlab database role": a product in front of a title that nobody has is its maker; null where none is. */
function nameMaker(catalog: Catalog, ask: DetailAsk): DetailAsk | null {
  const starts = startsOf(catalog)
  const maker = ask.words.find(({ key, isOfTarget }) => isOfTarget && starts.has(key))
  if (!maker) return null
  const companies = starts.get(maker.key) ?? []
  return { ...ask, companies, words: ask.words.filter(word => word !== maker) }
}

function toFound(catalog: Catalog, ids: readonly (string | null | undefined)[]): FoundPostings {
  const numbers = ids.flatMap(id => (id ? (catalog.numberOf(id) ?? []) : []))
  return { ...NONE, numbers }
}

/** "the Netflix one" is the one of the last list where there is just one, unless a title is named. */
function preferListed(
  catalog: Catalog,
  numbers: readonly number[],
  ask: DetailAsk,
  context: DetailContext | null,
): readonly number[] {
  if (!context || numbers.length < 2) return numbers
  const listed = new Set(context.listedIds.map(id => catalog.numberOf(id)))
  const inList = numbers.filter(number => listed.has(number))
  const isTitled = chooseByTitle(catalog, ask, numbers).isChosenByTitle
  return inList.length > 0 && !isTitled ? inList : numbers
}

/** Words that many titles have. */
const COMMON = new Set('engineer developer software manager specialist'.split(' ').map(stemWord))
const COMMON_WEIGHT = 0.3
const FACT_WEIGHT = 0.4
const SUBJECT_WEIGHT = 0.1

/** One spelling for words that people shorten or exchange. */
const SAME = new Map(
  Object.entries({
    sr: 'senior',
    jr: 'junior',
    dev: 'engineer',
    devs: 'engineer',
    developer: 'engineer',
    developers: 'engineer',
    engineers: 'engineer',
    swe: 'engineer',
    programmer: 'engineer',
    eng: 'engineer',
    engineering: 'engineer',
    fe: 'frontend',
    be: 'backend',
    mgr: 'manager',
    managers: 'manager',
    em: 'manager',
    pm: 'manager',
    mle: 'ml',
    golang: 'go',
    js: 'javascript',
    ts: 'typescript',
    infra: 'infrastructure',
    analysts: 'analyst',
    analytics: 'analyst',
    designers: 'designer',
    scientists: 'scientist',
    ai: 'ai',
    k8s: 'kubernetes',
    ops: 'operations',
    ii: '2',
    iii: '3',
    iv: '4',
    admin: 'administrator',
    ui: 'ui',
    ux: 'ux',
    qa: 'qa',
    fullstack: 'fullstack',
    ios: 'ios',
    ml: 'ml',
    sre: 'sre',
    hr: 'hr',
    vp: 'vp',
  }),
)
/** Words that say the same as one. */
const JOINED = new Map(
  Object.entries({
    'front end': 'frontend',
    'back end': 'backend',
    'full stack': 'fullstack',
    'machine learning': 'ml',
    'site reliability': 'sre',
    'dev ops': 'devops',
    'vice president': 'vp',
    'quality assurance': 'qa',
    'artificial intelligence': 'ai',
    'human resources': 'hr',
    'big commerce': 'bigcommerce',
  }),
)

/** Words of a title or question in one spelling. */
function normaliseWords(words: readonly string[]): ReadonlySet<string> {
  const joined: string[] = []
  for (let at = 0; at < words.length; at++) {
    const pair = JOINED.get(`${words[at]} ${words[at + 1]}`)
    const word = words[at] ?? ''
    joined.push(stemWord(pair ?? SAME.get(word) ?? word))
    if (pair) at++
  }
  return new Set(joined)
}

/** The candidates whose titles fit the words best; all of them where no word is of a title. */
function chooseByTitle(catalog: Catalog, ask: DetailAsk, numbers: readonly number[]): FoundPostings {
  const asked = normaliseWords(ask.words.flatMap(({ key }) => splitWords(key)))
  const named = normaliseWords(
    ask.words.filter(word => word.isOfTarget).flatMap(({ key }) => splitWords(key)),
  )
  const subject = subjectOf(ask)
  const fits = numbers.flatMap(number => {
    const posting = catalog.entries[number]?.posting
    return posting ? [{ number, ...fitOf(posting, asked, named, subject) }] : []
  })
  const best = Math.max(0, ...fits.map(({ score }) => score))
  const isNamed = [...named].some(word => !COMMON.has(word))
  if (isNamed && fits.every(({ isNamedFitting }) => !isNamedFitting))
    return { numbers, isOtherTitle: fits.length > 0, isChosenByTitle: false }
  if (best === 0) return { ...NONE, numbers }
  const equals = fits.filter(({ score }) => score > best - 0.05)
  const whole = equals.filter(({ missing }) => missing === 0)
  // "staff engineer" is the Staff Software Engineer before the Staff Software Engineer in Test.
  const nearly = equals.filter(({ missingRare }) => missingRare === 0)
  const chosen = [whole, nearly, equals].find(list => list.length > 0) ?? equals
  return {
    numbers: chosen.map(({ number }) => number),
    isOtherTitle: false,
    isChosenByTitle: fits.length === 1 || chosen.length < fits.length || isNamed,
  }
}

/** Words of what is asked that do not name the posting: "contractor" in "is the frontend role a contractor position?". */
function subjectOf({ words, aspects }: DetailAsk): ReadonlySet<string> {
  if (!words.some(({ isOfTarget }) => isOfTarget)) return new Set()
  const asked = words.filter(
    word => !word.isOfTarget && aspects.some(({ start, end }) => word.start < end && start < word.end),
  )
  return normaliseWords(asked.map(({ key }) => key))
}

/** How well a posting fits the words: those of its title count whole, those of its other facts less. */
function fitOf(
  posting: Posting,
  asked: ReadonlySet<string>,
  named: ReadonlySet<string>,
  subject: ReadonlySet<string>,
) {
  const title = normaliseWords(splitWords(posting.title))
  const facts = normaliseWords(splitWords(listFacts(posting).join(' ')))
  let score = 0
  for (const word of asked) {
    if (title.has(word)) score += subject.has(word) ? SUBJECT_WEIGHT : COMMON.has(word) ? COMMON_WEIGHT : 1
    else if (facts.has(word)) score += named.has(word) ? FACT_WEIGHT : FACT_WEIGHT / 4
  }
  const rest = [...title].filter(word => !asked.has(word))
  const [missing, missingRare] = [rest.length, rest.filter(word => !COMMON.has(word)).length]
  const isNamedFitting = [...named].some(word => !COMMON.has(word) && (title.has(word) || facts.has(word)))
  return { score, missing, missingRare, isNamedFitting: isNamedFitting || saysAll(posting, named) }
}

function listFacts({
  cities,
  countries,
  states,
  topics,
  skills,
  workplace,
  seniority,
}: Posting): readonly string[] {
  return [
    ...cities,
    ...countries.map(describeCountry),
    ...states.map(nameState),
    ...topics.map(topic => topic.replaceAll('-', ' ')),
    ...skills,
    workplace ?? '',
    seniority ?? '',
  ]
}

/** "California" for "CA". */
function nameState(code: string): string {
  return lookUpCode(code).find(({ kind }) => kind === 'state')?.name ?? code
}

/** Whether the text holds every word that names the posting, though the title does not. */
function saysAll({ sections }: Posting, named: ReadonlySet<string>): boolean {
  const wanted = [...named].filter(word => !COMMON.has(word))
  if (wanted.length === 0) return false
  const text = sections
    .flatMap(({ heading, lines }) => [heading ?? '', ...lines.map(line => line.text)])
    .join(' ')
  const words = normaliseWords(splitWords(foldText(text)))
  return wanted.every(word => words.has(word))
}

const MOST_BY_TITLE = 200

/** Without a company: the postings whose titles hold every word that names the posting. */
function listByTitle(catalog: Catalog, ask: DetailAsk, context: DetailContext | null): readonly number[] {
  const named = ask.words.filter(word => word.isOfTarget)
  if (named.length === 0) return []
  const set = createBitSet(catalog.size)
  for (const word of named) for (const number of listCarrying(catalog, word)) addBit(set, number)
  const wanted = [...normaliseWords(named.flatMap(({ key }) => splitWords(key)))]
  const fitting = listBits(set).filter(number => {
    const posting = catalog.entries[number]?.posting
    const title = normaliseWords(splitWords(posting?.title ?? ''))
    return wanted.every(word => title.has(word))
  })
  const listed = new Set((context?.listedIds ?? []).map(id => catalog.numberOf(id)))
  const inList = fitting.filter(number => listed.has(number))
  return (inList.length > 0 ? inList : fitting).slice(0, MOST_BY_TITLE)
}

function listCarrying(catalog: Catalog, { key }: AskWord): Uint32Array {
  return catalog.words.postingsOf(stemWord(key))
}
