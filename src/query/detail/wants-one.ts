import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Condition, Query, Span } from '../query.ts'
import type { Token } from '../tokenize.ts'
import { PASSAGE_ASPECTS } from './aspects.ts'
import type { AskWord, NamedAspect } from './detail-ask.ts'
import { asksForMany, findNoun } from './mark-target.ts'
import type { NamedCompany } from './name-companies.ts'
import type { Opening } from './read-opening.ts'

/** What a search understands of a question. */
export type ReadSoFar = Pick<Query, 'kind' | 'subject' | 'sort' | 'conditions'>

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
export function wantsOne(
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

/** "is there a senior backend role at Stripe": one that is not known yet. */
function asksForIndefinite(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ key }) => INDEFINITE.has(key))
  const verb = tokens[at - 1]?.key ?? ''
  if (at < 0 || !['there', 'have', 'has', 'got', 'hire', 'hiring', 'offer', 'for'].includes(verb))
    return false
  const end = findNoun(tokens, at + 1)
  return end !== null && ['there', 'have', 'has', 'got', 'hire', 'hiring'].includes(verb)
}

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
export function wantsOneByNouns(
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

const SEVERAL = new Set('those these them ones'.split(' '))
const WISHING = new Set(['any', 'need'])

/** Aspects that no list is asked by: "apply link?" */
const UNLISTED: ReadonlySet<string> = new Set([...PASSAGE_ASPECTS, 'apply', 'closes'])

/** "what's the stack?", "is there on-call?", "parental leave?": an aspect and nothing else, of what was shown last. */
export function wantsShown(
  tokens: readonly Token[],
  words: readonly AskWord[],
  aspects: readonly NamedAspect[],
  opening: Opening | null,
  sort: Query['sort'],
): boolean {
  const isOfMany = tokens.some(({ key }) => MEASURES.has(key) || SEVERAL.has(key)) || namesLists(tokens)
  const isWish = opening !== null && WISHING.has(tokens[opening.at]?.key ?? '')
  if (aspects.length === 0 || isOfMany || isWish || sort !== 'relevance') return false
  if (!opening && (tokens.at(-1)?.text !== '?' || !aspects.every(({ aspect }) => UNLISTED.has(aspect))))
    return false
  return words.every(word => aspects.some(({ start, end }) => start <= word.start && word.end <= end))
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
