import { ROLE_NOUNS, TITLE_NOUNS } from '../filler-words.ts'
import type { Token } from '../tokenize.ts'
import type { NamedCompany } from './name-companies.ts'

const LONGEST_TITLE = 6

const POSTING_NOUNS = new Set(
  'role job position posting opening vacancy listing ad gig one stelle rolle ausschreibung'.split(' '),
)
const NOUN_TAILS =
  /(?:engineer|developer|manager|analyst|designer|scientist|architect|recruiter|administrator|director|lead|writer|consultant|specialist|executive|intern|technician|researcher|advocate|nurse|teacher|accountant|officer|strategist|coordinator|assistant|representative|sre|mle|swe|tester|producer|editor|head|vp|cto|pm|em)s?$/

/** The token of the noun that a title ends in, at most a few words on; null where none comes before a verb. */
export function findNoun(tokens: readonly Token[], from: number): number | null {
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
/** Words that point at one thing. */
export const DEFINITE = new Set(
  'the this that their your its die der dem den das diese dieser dieses'.split(' '),
)

/** Which tokens name the posting: from "the" or a company's name to the noun of a title. */
export function markTarget(tokens: readonly Token[], named: readonly NamedCompany[]) {
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

/** "how much do data scientists make": all of them, not those of one posting. */
export function asksForMany(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ key }) => key === 'do')
  const noun = at < 0 ? null : findNoun(tokens, at + 1)
  const [first, last] = [tokens[at + 1]?.key ?? '', tokens[noun ?? -1]?.key ?? '']
  return noun !== null && !DEFINITE.has(first) && last.endsWith('s') && NOUN_TAILS.test(last)
}
