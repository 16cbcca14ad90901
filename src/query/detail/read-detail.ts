import type { Catalog } from '../../catalog/catalog.ts'
import { normaliseCompany } from '../../catalog/company-name.ts'
import { ROLE_NOUNS, TITLE_NOUNS } from '../filler-words.ts'
import { createPhraseTable, type PhraseHit, phrasesOf } from '../phrase-table.ts'
import type { Condition, Query, Span } from '../query.ts'
import type { Token } from '../tokenize.ts'
import { ASPECT_WORDS, type Aspect, PASSAGE_ASPECTS } from './aspects.ts'
import type { AskForm, AskWord, DetailAsk, NamedAspect } from './detail-ask.ts'
import { type NamedCompany, nameCompanies } from './name-companies.ts'
import { readNumberInList } from './read-number-in-list.ts'
import { isStopWord } from './stop-words.ts'

type ReadSoFar = Pick<Query, 'kind' | 'subject' | 'sort' | 'conditions'>

const MOST_TOKENS = 80

/**
 * Reads a question about one posting ("does the Netflix role need a degree?"); null for a question that wants a list.
 * @param query what a search would understand of the same words
 */
export function readDetail(tokens: readonly Token[], query: ReadSoFar, catalog: Catalog): DetailAsk | null {
  if (tokens.length === 0 || tokens.length > MOST_TOKENS) return null
  const opening = readOpening(tokens)
  const number = readNumberInList(tokens)
  if (!opening && !number && tokens.length > LONGEST_NOUN_FORM) return null
  const companies = query.conditions.filter(({ id, isExcluded }) => id === 'company' && !isExcluded)
  const named = nameCompanies(
    tokens,
    catalog,
    companies.flatMap(({ spans }) => spans),
  )
  const aspects = nameAspects(tokens, named)
  const spoken = aspects.filter(({ aspect }) => aspect === 'spoken-language')
  const target = markTarget(tokens, named)
  const pronoun = hasPronoun(tokens)
  const hasName = named.length > 0 || number !== null || (opening !== null && companies.length > 0)
  const isMeant = opening
    ? wantsOne(tokens, query, opening, hasName, aspects)
    : wantsOneByNouns(tokens, query, hasName, aspects, named, target.isDefinite)
  if (!isMeant || !(hasName || pronoun || target.isDefinite)) return null
  const words = listWords(tokens, named, target.isOfTarget, number?.at ?? new Set())
  if (aspects.length === 0 && words.every(word => word.isOfTarget)) return null
  return {
    form: opening?.form ?? 'open',
    aspects,
    companies:
      named.length > 0 ? [...new Set(named.flatMap(({ names }) => names))] : companies.flatMap(namesOf),
    number: number?.number ?? null,
    isPronoun: pronoun && !hasName,
    asksForNeed: tokens.some(({ key }) => NEEDING.has(key)),
    words,
    conditions: query.conditions.filter(
      ({ id, spans }) =>
        id !== 'company' && id !== 'word' && !spans.every(span => isInside(span, [...named, ...spoken])),
    ),
  }
}

const NEEDING = new Set(
  'need needs needed require requires required must mandatory necessary essential obligatory braucht brauche muss'.split(
    ' ',
  ),
)

/** A company that no posting has: the answer says so. */
function namesOf({ value }: Condition): readonly string[] {
  return (value as { anyOf: readonly string[] }).anyOf
}

const LEAD_INS = createPhraseTable(
  phrasesOf(
    'hi|hey|hello|please|so|and|ok|okay|well|also|btw|by the way|um|rolecall|can you tell me|could you tell me|tell me|do you know|i want to know|i would like to know|id like to know|just wondering|wondering|i wonder|im wondering|quick question|question|any idea|do you happen to know|curious|im curious|let me know|can i ask|may i ask|please tell me|if|whether|then|but|yo|show me|give me|find me|find out|remind me|say|in the last one|for example',
    true,
  ),
)
const YES_NO = new Set(
  'is are does do did can could will would must should has have am may isnt arent doesnt dont wont wouldnt cant any need was were ist sind gibt hat braucht brauche muss kann darf wird'.split(
    ' ',
  ),
)
const ASKING = new Set(
  'what whats which who whos whom whose when whens where wheres why how hows was wer wie wo wann welche welcher welches wieviel'.split(
    ' ',
  ),
)
const AMOUNTS = createPhraseTable(
  phrasesOf(
    'how many|how much|how long|how big|how large|how often|what percentage|what percent|what is the size|how old|how far|whats the size|how high|how generous|number of|wie viele|wie viel|wieviel|wie hoch|wie lange|wie oft|wie gross',
    true,
  ),
)

/** "until when", "to whom", "in which city". */
const PREPOSITIONS = new Set(
  'until by since for at in on to with from under of till bis ab seit in mit'.split(' '),
)

/** How a question opens. */
interface Opening {
  readonly form: AskForm
  /** The first token after the words of courtesy. */
  readonly at: number
}

/** null where the first words ask nothing: "netflix parental leave". */
function readOpening(tokens: readonly Token[]): Opening | null {
  let at = 0
  for (let lead = LEAD_INS.find(tokens, at); at < tokens.length; lead = LEAD_INS.find(tokens, at)) {
    const isSign = tokens[at]?.type === 'sign'
    if (!lead && !isSign) break
    at += isSign ? 1 : (lead?.count ?? 1)
  }
  // "at Netflix, is there on-call?", "for the second one: what is the pay?"
  const later = tokens.findIndex(
    (token, i) => i > at && /^[,:–-]$/.test(tokens[i - 1]?.text ?? '') && isOpener(token),
  )
  const isAfterPreposition = PREPOSITIONS.has(tokens[at]?.key ?? '') && ASKING.has(tokens[at + 1]?.key ?? '')
  const start = isOpener(tokens[at]) ? at : isAfterPreposition ? at + 1 : later
  if (start < 0) return null
  const amount = tokens.some((_, i) => i >= start && i <= start + 2 && AMOUNTS.find(tokens, i) !== null)
  if (amount) return { form: 'amount', at: start }
  return { form: YES_NO.has(tokens[start]?.key ?? '') ? 'yes-no' : 'open', at: start }
}

function isOpener(token: Token | undefined): boolean {
  return token !== undefined && (YES_NO.has(token.key) || ASKING.has(token.key))
}

const LISTS = new Set(
  'jobs roles positions postings openings vacancies listings gigs opportunities companies employers startups anything something everything anyone anybody stellen stellenangebote jobangebote angebote firmen etwas alles'.split(
    ' ',
  ),
)
const LIST_EXCEPTIONS = createPhraseTable(
  phrasesOf(
    'roles and responsibilities|anything about|something about|say anything|mention anything|anything else',
    true,
  ),
)
const MEASURES = new Set('median average mean typical usually avg'.split(' '))
const HIRING = new Set('hiring hire hires recruiting recruit'.split(' '))
const INDEFINITE = new Set(['a', 'an', 'any', 'some'])

/** Whether a question that opens like one is about one posting and no wish for a list. */
function wantsOne(
  tokens: readonly Token[],
  query: ReadSoFar,
  { form, at }: Opening,
  hasName: boolean,
  aspects: readonly NamedAspect[],
): boolean {
  if (namesLists(tokens) || tokens.some(({ key }) => MEASURES.has(key)) || query.sort === 'pay') return false
  if (query.kind === 'facets' && query.subject?.field === 'company') return false
  if (asksForIndefinite(tokens) || (query.kind === 'statistic' && asksForMany(tokens))) return false
  if (aspects.length === 0 && tokens.some(({ key }) => HIRING.has(key))) return false
  const isBareHave = form === 'open' && aspects.length === 0 && tokens.some(({ key }) => key === 'have')
  if (isBareHave) return false
  // "any" alone opens wishes for lists too: "any remote jobs", "any react work".
  if (tokens[at]?.key === 'any' || tokens[at]?.key === 'need') return hasName && aspects.length > 0
  return hasName || aspects.length > 0 || form === 'yes-no'
}

function namesLists(tokens: readonly Token[]): boolean {
  return tokens.some(({ key }, at) => {
    if (!LISTS.has(key)) return false
    return ![at - 1, at].some(start => start >= 0 && LIST_EXCEPTIONS.find(tokens, start) !== null)
  })
}

const LONGEST_TITLE = 6

/** "how much do data scientists make": all of them, not those of one posting. */
function asksForMany(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ key }) => key === 'do')
  const noun = at < 0 ? null : findNoun(tokens, at + 1)
  const [first, last] = [tokens[at + 1]?.key ?? '', tokens[noun ?? -1]?.key ?? '']
  return noun !== null && !DEFINITE.has(first) && last.endsWith('s') && NOUN_TAILS.test(last)
}

/** "is there a senior backend role at Stripe": one that is not known yet. */
function asksForIndefinite(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ key }) => INDEFINITE.has(key))
  const verb = tokens[at - 1]?.key ?? ''
  if (at < 0 || !['there', 'have', 'has', 'got', 'hire', 'hiring', 'offer', 'for'].includes(verb))
    return false
  const end = findNoun(tokens, at + 1)
  return end !== null && ['there', 'have', 'has', 'got', 'hire', 'hiring'].includes(verb)
}

const POSTING_NOUNS = new Set(
  'role job position posting opening vacancy listing ad gig one stelle rolle ausschreibung'.split(' '),
)
const NOUN_TAILS =
  /(?:engineer|developer|manager|analyst|designer|scientist|architect|recruiter|administrator|director|lead|writer|consultant|specialist|executive|intern|technician|researcher|advocate|nurse|teacher|accountant|officer|strategist|coordinator|assistant|representative|sre|mle|swe|tester|producer|editor|head|vp|cto|pm|em)s?$/

/** The token of the noun that a title ends in, at most a few words on; null where none comes before a verb. */
function findNoun(tokens: readonly Token[], from: number): number | null {
  let noun: number | null = null
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_TITLE + 2); at++) {
    const token = tokens[at]
    const isVerb = VERBS.has(token?.key ?? '') && !isOfFrontEnd(tokens, at)
    if (!token || (token.type === 'sign' && !token.isGlued) || isVerb) break
    if (isNoun(tokens, at)) noun = at
  }
  return noun
}

/** "front end", "back end": no verb. */
function isOfFrontEnd(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === 'end' && ['front', 'back'].includes(tokens[at - 1]?.key ?? '')
}

function isNoun(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.key ?? ''
  if (POSTING_NOUNS.has(key) || NOUN_TAILS.test(key)) return true
  return ROLE_NOUNS.find(tokens, at) !== null || TITLE_NOUNS.find(tokens, at) !== null
}

const VERBS = new Set(
  'a an the is are does do did can could will would must should has have need needs require requires offer offers pay pays sponsor sponsors give gives provide provides use uses want wants ask asks get gets include includes report reports come comes say says in at for with on to that which who cover covers allow allows expect expects involve involves work start end mention'.split(
    ' ',
  ),
)
const DEFINITE = new Set('the this that their your its die der dem den das diese dieser dieses'.split(' '))

/** Which tokens name the posting: from "the" or a company's name to the noun of a title. */
function markTarget(tokens: readonly Token[], named: readonly NamedCompany[]) {
  const marked = new Set<number>()
  let isDefinite = false
  tokens.forEach(({ key }, at) => {
    const company = named.find(each => each.at === at)
    const from = company ? at + company.count : at + 1
    if (!company && !DEFINITE.has(key)) return
    const noun = findNoun(tokens, from)
    if (noun === null) return
    for (let i = from; i <= noun; i++) marked.add(i)
    // "the second one" and "this one" are no titles.
    if (DEFINITE.has(key) && noun > from) isDefinite = true
  })
  return { isOfTarget: (at: number) => marked.has(at), isDefinite }
}

const PRONOUNS = createPhraseTable(
  phrasesOf(
    'die stelle|der job|diese stelle|dieser job|die firma|diese firma|das unternehmen|it|its|they|their|this one|that one|this job|that job|this role|that role|this position|that position|this posting|that posting|the job|the role|the position|the posting|the company|this company|them|this',
    true,
  ),
)

function hasPronoun(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => PRONOUNS.find(tokens, at) !== null)
}

const LONGEST_NOUN_FORM = 26
const LISTING_WORDS = new Set('with without that who over under above below paying not no jobs'.split(' '))
/** Aspects whose bare words ask for a list: "stripe remote", "senior level at stripe". */
const BARE = new Set([
  'place',
  'level',
  'topic',
  'company',
  'title',
  'workplace',
  'employment',
  'start',
  'team',
  'product',
])

/** "netflix parental leave", "salary of the grafana mimir role": an aspect and a name, and no condition besides. */
function wantsOneByNouns(
  tokens: readonly Token[],
  query: ReadSoFar,
  hasName: boolean,
  aspects: readonly NamedAspect[],
  named: readonly NamedCompany[],
  isDefinite: boolean,
): boolean {
  if (!hasName || query.sort !== 'relevance' || namesLists(tokens)) return false
  if (query.kind === 'facets' || query.kind === 'count' || tokens.some(({ key }) => MEASURES.has(key)))
    return false
  if (tokens.some(({ key }) => LISTING_WORDS.has(key))) return false
  // "degree for the Tern database role": what stands first is asked of what is named after it.
  const isFirst = ({ start }: NamedAspect) => isDefinite && start === tokens[0]?.start
  const asked = aspects.filter(
    aspect => !BARE.has(aspect.aspect) && (isFirst(aspect) || !isCovered(aspect, query.conditions, named)),
  )
  return asked.length > 0
}

function isInside(span: Span, named: readonly Span[]): boolean {
  return named.some(({ start, end }) => span.start < end && start < span.end)
}

function isCovered(
  span: NamedAspect,
  conditions: readonly Condition[],
  named: readonly NamedCompany[],
): boolean {
  const isInside = (outer: Span) => span.start < outer.end && outer.start < span.end
  if (named.some(isInside)) return true
  // What only the text speaks of is no condition, though its words may be read as one: “home office stipend”.
  const isWithin = (outer: Span) =>
    outer.start <= span.start && span.end <= outer.end && outer.end - outer.start > span.end - span.start
  if (PASSAGE_ASPECTS.some(each => each === span.aspect))
    return conditions.some(({ spans }) => spans.some(isWithin))
  return conditions.some(({ id, spans }) => id !== 'word' && id !== 'company' && spans.some(isInside))
}

/** "what does Higharc do?" is about the company, "what does the engineer do?" about the work. */
function readDoing(tokens: readonly Token[], at: number): PhraseHit<Aspect> | null {
  const isDoing = tokens[at]?.key === 'do' && DOING.has(tokens[at + 1]?.key ?? '')
  const isAsked = tokens.some(
    ({ key }, i) => key === 'what' && ['does', 'do'].includes(tokens[i + 1]?.key ?? ''),
  )
  if (!isDoing || !isAsked || at < 3) return null
  return {
    value: findNoun(tokens, DEFINITE.has(tokens[2]?.key ?? '') ? 3 : 2) === null ? 'product' : 'duties',
    count: 1,
  }
}

const LANGUAGES = new Set(
  'english german french spanish portuguese italian dutch polish czech russian ukrainian swedish danish norwegian finnish mandarin chinese japanese korean hebrew arabic turkish hungarian romanian greek hindi'.split(
    ' ',
  ),
)
const SPEAKING = new Set(
  'speak speaking know need require requires required fluent in understand of good want wants must expect'.split(
    ' ',
  ),
)

/** "does it require German?" is about the language that is spoken. */
function readLanguage(tokens: readonly Token[], at: number): PhraseHit<Aspect> | null {
  const isMeant = LANGUAGES.has(tokens[at]?.key ?? '') && isSpoken(tokens, at)
  return isMeant ? { value: 'spoken-language', count: 1 } : null
}

function isSpoken(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.key ?? '', tokens[at + 1]?.key ?? '']
  return (
    SPEAKING.has(before) ||
    ['required', 'needed', 'necessary', 'speaker', 'skills', 'fluency'].includes(after)
  )
}

const CODING = new Set('use uses used using code codes coding program programming write develop'.split(' '))

/** "which languages do they use?" is about technology, "which languages must I speak?" is not. */
function readCodeLanguages(tokens: readonly Token[], at: number): PhraseHit<Aspect> | null {
  const isAsked = ['which', 'what'].includes(tokens[at]?.key ?? '') && tokens[at + 1]?.key === 'languages'
  return isAsked && tokens.some(({ key }) => CODING.has(key)) ? { value: 'skill', count: 2 } : null
}

const SIZES: ReadonlyMap<string, Aspect> = new Map<string, Aspect>([
  ['big', 'company-size'],
  ['large', 'company-size'],
  ['old', 'founded'],
])

/** "how big is Tern?" is about the company, "how big is the Tern platform team?" about the team. */
function readSize(
  tokens: readonly Token[],
  at: number,
  named: readonly NamedCompany[],
): PhraseHit<Aspect> | null {
  const ofCompany = tokens[at]?.key === 'how' ? SIZES.get(tokens[at + 1]?.key ?? '') : undefined
  if (ofCompany === undefined || !['is', 'are'].includes(tokens[at + 2]?.key ?? '')) return null
  if (ofCompany === 'company-size' && tokens.some(({ key }) => key === 'team'))
    return { value: 'team-size', count: 2 }
  return named.some(company => company.at === at + 3) ? { value: ofCompany, count: 2 } : null
}

const LASTING = new Set(
  'contract internship assignment engagement placement apprenticeship traineeship'.split(' '),
)

/** "how long is the Seeka internship?" */
function readDuration(tokens: readonly Token[], at: number): PhraseHit<Aspect> | null {
  const isLong = tokens[at]?.key === 'how' && tokens[at + 1]?.key === 'long'
  return isLong && tokens.some(({ key }) => LASTING.has(key)) ? { value: 'duration', count: 2 } : null
}

/** What stands after a verb that ends a question. */
const DOING = new Set(['', '?', '(', '.', '!', ',', 'at', 'exactly', 'all'])

function nameAspects(tokens: readonly Token[], named: readonly NamedCompany[]): readonly NamedAspect[] {
  const aspects: NamedAspect[] = []
  for (let at = 0; at < tokens.length; ) {
    const company = named.find(each => each.at === at)
    // "full stack" is a kind of work.
    const isWork = tokens[at - 1]?.key === 'full'
    const hit =
      company || isWork
        ? null
        : (readDoing(tokens, at) ??
          readLanguage(tokens, at) ??
          readSize(tokens, at, named) ??
          readDuration(tokens, at) ??
          readCodeLanguages(tokens, at) ??
          ASPECT_WORDS.find(tokens, at))
    const [first, last] = [tokens[at], tokens[at + (hit?.count ?? 1) - 1]]
    if (hit && first && last) aspects.push({ aspect: hit.value, start: first.start, end: last.end })
    at += company?.count ?? hit?.count ?? 1
  }
  return aspects
}

function listWords(
  tokens: readonly Token[],
  named: readonly NamedCompany[],
  isOfTarget: (at: number) => boolean,
  numbered: ReadonlySet<number>,
): readonly AskWord[] {
  const isOfName = (at: number) => named.some(each => at >= each.at && at < each.at + each.count)
  return tokens.flatMap((token, at): AskWord[] => {
    if (token.type === 'sign' || isOfName(at) || numbered.has(at)) return []
    const key = /['’]s$/iu.test(token.text) ? token.key.slice(0, -1) : token.key
    if (isStopWord(key) || normaliseCompany(key) === '') return []
    return [{ key, start: token.start, end: token.end, isOfTarget: isOfTarget(at) }]
  })
}
