import type { Catalog } from '../../catalog/catalog.ts'
import { normaliseCompany } from '../../catalog/company-name.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Condition, Span } from '../query.ts'
import type { Token } from '../tokenize.ts'
import type { AskWord, DetailAsk } from './detail-ask.ts'
import { markTarget } from './mark-target.ts'
import { nameAspects } from './name-aspects.ts'
import { type NamedCompany, nameCompanies } from './name-companies.ts'
import { readNumberInList } from './read-number-in-list.ts'
import { readOpening } from './read-opening.ts'
import { isStopWord } from './stop-words.ts'
import { type ReadSoFar, wantsOne, wantsOneByNouns, wantsShown } from './wants-one.ts'

const MOST_TOKENS = 80
const LONGEST_NOUN_FORM = 26

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
  const words = listWords(tokens, named, target.isOfTarget, number?.at ?? new Set())
  const isNamed = hasName || pronoun || target.isDefinite
  const isImplied = !isNamed && wantsShown(tokens, words, aspects, opening, query.sort)
  if (!isImplied && !(isMeant && isNamed)) return null
  if (aspects.length === 0 && words.every(word => word.isOfTarget)) return null
  return {
    form: opening?.form ?? 'open',
    aspects,
    companies:
      named.length > 0 ? [...new Set(named.flatMap(({ names }) => names))] : companies.flatMap(namesOf),
    number: number?.number ?? null,
    isPronoun: isImplied || (pronoun && !hasName),
    isImplied,
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

function isInside(span: Span, others: readonly Span[]): boolean {
  return others.some(({ start, end }) => span.start < end && start < span.end)
}

/** A company that no posting has: the answer says so. */
function namesOf({ value }: Condition): readonly string[] {
  return (value as { anyOf: readonly string[] }).anyOf
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
