import { listPattern } from '../list-pattern.ts'
import type { PostingText, Reading } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'

/** Lines of a header that name no company. */
const NO_NAME =
  /^(?:none|null|undefined|n\/?a|unknown|confidential|company(?: name)?|tbd|other|-+|\.+|\d+)?$/i

/** What boards add to a name: the site it was found on. */
const SITE_NAME = /\s(?:company website|careers?(?: (?:page|site|website))?|job board|jobs page)$/i

/** Reads the name of the company that hires; null where the posting does not say. */
export function readCompany(text: PostingText): Reading<string | null> {
  const line = (text.companyLine ?? '').trim().replace(SITE_NAME, '')
  if (!NO_NAME.test(line)) return { value: line.slice(0, 120), quotes: [line] }
  return findInBody(text)
}

interface Mention {
  readonly name: string
  readonly quote: string
  readonly weight: number
}

/** One to five words with capitals; "&", "of", "and" may join them. */
const NAME =
  "((?:[a-z]{1,2}-?)?\\p{Lu}[\\p{L}\\p{N}.&’'-]{0,30}(?: (?:(?:of|and|&|the|for) )?[\\p{Lu}\\d][\\p{L}\\p{N}.&’'-]{0,30}){0,4})"

/** Sentences that name the company, and how far each is trusted; those of an `owner` name it with "'s". */
const PATTERNS: readonly (readonly [RegExp, number, 'owner'?])[] = [
  [
    new RegExp(
      `^(?:About|Who is|Working at|Life at|Why(?: join)?|Join|More about|Über|À propos de|Sobre) ${NAME}[?!:]?$`,
      'u',
    ),
    3,
  ],
  [
    new RegExp(
      `^(?:${NAME}) (?:is|are) (?:currently |now |actively )?(?:looking for|seeking|hiring|searching for|recruiting)\\b|^${NAME} (?:wants|needs|seeks) an? `,
      'u',
    ),
    4,
  ],
  [
    new RegExp(
      `^(?:${NAME}),? (?:sucht|recherche|cherche|recrute|embauche|busca|contrata|zoekt|szuka|poszukuje|procura|cerca)\\b`,
      'u',
    ),
    4,
  ],
  [new RegExp(`^(?:At|Here at|Bei|Chez|En|Bij|W) ${NAME},? (?:we|our|you|it|wir|nous|wij)\\b`, 'u'), 3],
  [
    new RegExp(
      `^${NAME} (?:is|was founded|was established|\\((?:NYSE|NASDAQ|Nasdaq)[^)]{0,30}\\) is) (?:an?|the|one of (?!the key)|on a mission|proud|committed|building|your|founded|dedicated|pioneering|revolutioni[sz]ing|making|helping|transforming|changing|redefining|bringing|where)\\b`,
      'u',
    ),
    3,
  ],
  [
    new RegExp(
      `\\b(?:[Jj]oin|[Ww]elcome to|[Hh]ere at|employees? (?:of|at)|working at|career at|culture at) ${NAME}(?:[,.!]| as | and | is | we | to |$)`,
      'u',
    ),
    1,
  ],
  [
    new RegExp(
      `^${NAME}(?:['’]s) (?:mission|vision|team|platform|products?|customers|culture|goal|commitment)\\b`,
      'u',
    ),
    2,
    'owner',
  ],
  [
    new RegExp(
      `^${NAME} (?:provides|offers|helps|builds|develops|makes|does not discriminate|believes|values|strives|celebrates|participates)\\b`,
      'u',
    ),
    2,
  ],
  [new RegExp(`\\b(?:At|at|with) ${NAME},? (?:we|our|you|you['’]ll|everyone)\\b`, 'u'), 2],
  [new RegExp(`^(?:Since|Founded in|Established in) \\d{4},? ${NAME} (?:is|has|was)\\b`, 'u'), 3],
  [new RegExp(`\\b[Jj]oin(?:ing)? the ${NAME} (?:team|family|crew)\\b`, 'u'), 3],
  [
    new RegExp(
      `\\b(?:Welcome to|[Ww]ork for|key part of|growth of|[Aa]t) ${NAME}(?: ?[—–,.!?:]| where|$)`,
      'u',
    ),
    1,
  ],
  [
    new RegExp(`\\b${NAME}['’]s (?:long-term |continued |future )?(?:success|growth story)\\b`, 'u'),
    3,
    'owner',
  ],
  [
    new RegExp(
      `\\b${NAME}['’]s? (?:core |growing |engineering )?(?:team|mission|platform|products?|customers|culture|benefits|vision)\\b`,
      'u',
    ),
    1,
    'owner',
  ],
]

/** Words that begin a sentence or a heading and are no name. */
const NO_COMPANY = listPattern({
  before: '^',
  words: [
    'the|this|our|we|you|your|us|it|job|role|team|position|company|who|what|why|a|an|in|as',
    'if|all|these|they|he|she|there|here|people|candidates?|applicants?|engineering',
    'product|remote|work|working|united states|usa|us|uk|europe|everyone|diversity',
    'equal opportunity.*|salary|compensation|benefits|responsibilities|requirements',
    'experience|location|description|overview|summary|about|apply|today|opportunity',
    'working|design|data|software|engineers?|developers?|additional information|each|every',
    'one|that|which|how|when|where|no|not|please|and|but|so|many|most|some|at|on|for|with',
    'while|note|our company|our client|the client|client|the company|the role|pay|salary',
    'travel|visa|training|hybrid|contract|interview|english|python|java|office|home base',
    'workplace|conditions|equity|bonus|english|german|french|spanish|polish|dutch',
  ],
  after: '$',
})

/** Parts that make a phrase with capitals something else than a company. */
const NO_COMPANY_PART =
  /^(?:our|you|your|this|these|that|my|their|its|an?|we)\b|['’](?:ll|re|ve)\b|\b(?:team|role|position|department|job|engineer|developer|manager|opportunity|candidate|you|employer)s?$/i

/** Points that a name needs before it is believed. */
const MIN_WEIGHT = 3

function findInBody(text: PostingText): Reading<string | null> {
  const mentions = text.sections.flatMap(section => {
    const lines = section.lines.map(line => line.text)
    return [...(section.heading === null ? [] : [section.heading]), ...lines].flatMap(findMentions)
  })
  const weights = new Map<string, number>()
  for (const { name, weight } of mentions) weights.set(name, (weights.get(name) ?? 0) + weight)
  const best = [...weights].reduce<[string, number]>((top, one) => (one[1] > top[1] ? one : top), ['', 0])
  if (best[1] < MIN_WEIGHT) return { value: null, quotes: [] }
  return {
    value: best[0],
    quotes: mentions
      .filter(mention => mention.name === best[0])
      .map(mention => mention.quote)
      .slice(0, 1),
  }
}

/** The names that a line gives as those of companies. */
const findMentions = rememberByPassage((line: string): readonly Mention[] => {
  const sample = line.slice(0, 400)
  const found: Mention[] = []
  const isPossessive = POSSESSIVE.test(sample)
  for (const [pattern, weight, of] of PATTERNS) {
    const match = of === 'owner' && !isPossessive ? null : pattern.exec(sample)
    if (match === null) continue
    const name = trimName(match.slice(1).find(group => group !== undefined) ?? '')
    if (name !== '' && !NO_COMPANY.test(name) && !NO_COMPANY_PART.test(name))
      found.push({ name, quote: line, weight })
  }
  return found
})

/** What stands in every line that names an owner: most lines need not be searched for one. */
const POSSESSIVE = /['’]/

const trimName = (name: string): string =>
  name.replace(/(?:['’]s)?[.,'’&-]{0,3}$/, '').replace(/^(?:The|At|Join) (?=\p{Lu})/u, '')
