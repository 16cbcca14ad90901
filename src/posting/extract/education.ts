import { listPattern } from '../list-pattern.ts'
import type { PostingText, Reading, SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { screenPattern } from '../screen/screen-pattern.ts'
import type { Degree } from '../vocabulary.ts'
import { anyOf } from './any-of.ts'
import { kindsThatRequire } from './demands.ts'
import { type DegreeMention, findDegrees } from './find-degrees.ts'
import { listPassages, type Passage } from './passages.ts'

/** The degree that is required. */
export interface Education {
  readonly degree: Degree | null
  /** True where equivalent experience or another qualification does instead. */
  readonly orEquivalent: boolean
}

const ELSEWHERE: ReadonlySet<SectionKind> = new Set(['role', 'duties', 'company', 'place'])
const ORDER: readonly Degree[] = ['bachelor', 'master', 'phd']

const NONE_NEEDED = anyOf([
  /\bno (?:formal |college |university |cs |computer science )?(?:degree|diploma|formal education)s? (?:is |are )?(?:required|needed|necessary)\b/,
  /\b(?:degree|diploma)s? (?:is|are) not (?:required|needed|necessary|a (?:must|requirement))\b/,
  /\b(?:don['’]t|do not|doesn['’]t|does not) (?:have to |need to )?(?:have|require|need|care about|care if you have) (?:to have )?(?:an? |any |your )?(?:[a-z]+ ){0,3}degrees?\b/,
  /\bdon['’]t care (?:about|where|if) [^.]{0,40}degree\b/,
  /\b(?:with or without|regardless of) (?:an? |your )?(?:[a-z]+ ){0,2}degree\b/,
  /\bdegree not (?:required|necessary)\b/,
  /\b(?:don['’]t|do not) need an? [^.;]{1,30}\bdegree\b/,
  /\bdegree is (?:optional|no must|unnecessary)\b/,
  /\b(?:no|not ask for an?|not need an?|without an?)(?: [a-z]+){0,3} degree\b(?!\s(?:in|or|from|of)\b)[^.;]{0,60}\b(?:needed|required|necessary|counts? for more|either)\b/,
  /\b(?:do not|don['’]t|never) ask for (?:an? |any )?(?:[a-z]+ ){0,2}degree\b/,
  /^\W{0,3}no (?:[a-z]+ )?degree(?:$|[;,.])/,
  /\b(?:don['’]t|do not|doesn['’]t|does not) (?:require|need|ask for) any (?:[a-z]+,? (?:or |and )?){0,5}degrees?\b/,
  /\bno degree(?:,| and| or|$|[;.])[^.]{0,60}\b(?:needed|required|necessary|either)?/,
  /\bdegrees?\b[^.;]{0,40}(?:;|,|:)? ?(?:and )?none is (?:needed|required|necessary)\b/,
  /\b(?:ein )?(?:studium|hochschulabschluss|abschluss)(?: ist)? (?:brauchst du|brauchen sie|ist|wird)? ?(?:nicht|kein\w*)(?: \w+)?\b/,
  /\bkein (?:studium|hochschulabschluss|abschluss) (?:nötig|notwendig|erforderlich)\b/,
  /\b(?:pas besoin de|aucun) diplôme\b/,
  /\bno (?:hace falta|se (?:requiere|necesita)|es necesario) (?:un )?título\b/,
  /\bnão é (?:necessário|preciso) (?:ter )?(?:diploma|graduação|curso superior)\b/,
  /\b(?:geen|zonder) diploma\b/,
  /\b(?:nie wymagamy|bez) (?:wykształcenia wyższego|dyplomu)\b/,
])
/** A cheap look for any of the words for degrees, before the long pattern. */
const SPEAKS_OF_STUDY = screenPattern(
  /degree|diplom|education|studium|abschluss|título|graduação|curso|wykształc|dyplom/i,
)
const OPTIONAL = listPattern({
  before: String.raw`\b`,
  words: [
    String.raw`preferred|preferable|preferably(?! (?:in|from|with)\b)`,
    'is a (?:big |huge |strong |definite )?plus|a plus|nice to have|desirable|desired',
    String.raw`an advantage|a bonus|an asset|advantageous|ideally(?! (?:in|from|with)\b)`,
    'would be (?:a|an|great|nice|ideal|beneficial)|considered|welcome|beneficial',
    'von vorteil|wünschenswert|un plus|atout|not (?:required|necessary|needed|mandatory)',
  ],
  after: String.raw`\b`,
})
const OPTIONAL_HEADING = /prefer|nice|bonus|desir|plus\b|asset|ideal|advantag|optional|even better|stand out/i
const NOT_HELD_YET =
  /\b(?:pursuing|enrolled|working (?:toward|towards|on)|studying|students?|candidates? for|completing|toward|towards|final year|currently in|graduating)\b(?:(?!\bor (?:hold|have|having|completed|recently)|\/)[^.;]){0,60}$/i

const EQUIVALENT = anyOf([
  /\bequivalent(?! (?:degree|field|discipline|area|subject))\b/,
  /\bcomparable (?:qualification|experience|education|training|background)/,
  /\b(?:or|and\/or|\/) (?:an? )?(?:(?:other|similar|related|relevant|practical|commensurate|comparable|extensive|proven|significant|professional|real[- ]world|demonstrated|demonstrable|additional|hands-on|work|industry|years of) ){1,3}(?:work |working |professional |practical |industry |job )?(?:experience|background|training|certification)/,
  /\bin lieu of\b/,
  /\bor (?:\w+ |\d\+? ){0,4}years\b/,
  /\b(?:combination|mix) of (?:education|training|experience)/,
  /\bor experience\b/,
  /\bself-taught\b/,
  /\byears\b[^.;]{0,50}\bwithout (?:an? )?degree\b/,
  /\bgleichwertig/,
  /\bvergleichbare/,
  /\bequivalente?\b/,
  /\bekwiwalent/,
  /\bor (?:commensurate|certification)\b/,
  /\beducation\/experience\b/,
])

/**
 * Reads the lowest degree that is required, `none` where the posting says that none is needed;
 * null where it asks for none or only prefers one.
 */
export function readEducation(text: PostingText): Reading<Education> {
  const kinds = kindsThatRequire(text)
  const strict = listPassages(text, new Set([...kinds, 'nice-to-have'])).filter(p => isBinding(p, kinds))
  const loose = listPassages(text, ELSEWHERE)
  const everywhere = [...strict, ...loose]
  const none = everywhere.find(passage => readStudy(passage.text)?.saysNoneIsNeeded)
  if (none) return { value: { degree: 'none', orEquivalent: false }, quotes: [none.text] }
  return (
    readRequired(strict) ??
    readRequired(loose, isDemand) ?? { value: { degree: null, orEquivalent: false }, quotes: [] }
  )
}

/** What a sentence by itself says of degrees. */
interface SentenceStudy {
  readonly saysNoneIsNeeded: boolean
  /** The lowest that it requires; null where it requires none. */
  readonly lowest: Degree | null
}

/** Null where a sentence says nothing of degrees. */
const readStudy = rememberByPassage((sentence): SentenceStudy | null => {
  const saysNoneIsNeeded = SPEAKS_OF_STUDY.test(sentence) && NONE_NEEDED.test(sentence)
  const lowest = lowestRequired(sentence)
  return saysNoneIsNeeded || lowest !== null ? { saysNoneIsNeeded, lowest } : null
})

/** A wish is a requirement where its heading or it itself says so, or where there are no requirements to hold it against. */
function isBinding({ kind, heading, text }: Passage, kinds: ReadonlySet<SectionKind>): boolean {
  if (kind !== 'nice-to-have' || /requirement/i.test(heading ?? '') || /(?<!not )\brequire[sd]\b/i.test(text))
    return true
  return kinds.has(kind) && !OPTIONAL_HEADING.test(heading ?? '')
}

/** Outside the requirements a degree counts where the sentence asks for it. */
const isDemand = (passage: Passage): boolean =>
  passage.isItem ||
  /\b(?:requires?|required|must|minimum|qualifications?|education|you have|candidate|looking for|degree in)\b/i.test(
    passage.text,
  )

interface Found extends Education {
  readonly degree: Degree
  readonly quote: string
}

/** @param counts which of the passages are read; asked only of those that name a degree, as few do */
function readRequired(
  passages: readonly Passage[],
  counts: (passage: Passage) => boolean = () => true,
): Reading<Education> | null {
  const found: Found[] = []
  for (const [i, passage] of passages.entries()) {
    const degree = readStudy(passage.text)?.lowest ?? null
    if (degree === null || !counts(passage)) continue
    const next = passages.slice(i + 1).find(counts)
    const sentence = `${passage.text} ${startsWithOr(next?.text)}`
    found.push({ degree, orEquivalent: EQUIVALENT.test(sentence), quote: passage.text })
  }
  const lowest = ORDER.flatMap(degree => found.filter(f => f.degree === degree))[0]
  if (!lowest) return null
  const value = { degree: lowest.degree, orEquivalent: found.some(f => f.orEquivalent) }
  return { value, quotes: [lowest.quote] }
}

/** The next line counts where it goes on with "or": lists break sentences. */
const startsWithOr = (next: string | undefined): string =>
  next && /^(?:or\b|and\/or|\/|equivalent)/i.test(next) ? next.slice(0, 200) : ''

/** "(Preferred) degree or ..." speaks of wishes from its first word on. */
const OPTIONAL_OPENING = /^\W{0,3}(?:preferred|optional|desired|desirable|nice to have|bonus)\b/i

function lowestRequired(sentence: string): Degree | null {
  const mentions = findDegrees(sentence)
  if (mentions.length === 0 || OPTIONAL_OPENING.test(sentence)) return null
  const isRequired = judgeMentions(sentence, mentions)
  const required = mentions.filter((mention, i) => isRequired[i] && !isNotHeld(sentence, mention))
  return ORDER.find(degree => required.some(mention => mention.degree === degree)) ?? null
}

const isNotHeld = (sentence: string, mention: DegreeMention): boolean => {
  const before = sentence.slice(Math.max(0, mention.start - 90), mention.start)
  return NOT_HELD_YET.test(before) || PAID_BY.test(before)
}

/** "Pay will depend on your degree" asks for none. */
const PAID_BY = /\b(?:depends?|depending|based|vary|varies) (?:up)?on\b[^.;:]{0,60}$/i

const CHAIN = /^['’]?s?(?: degree)?\s?(?:,? ?or|\/|,? ?and\/or|,|and)\s?(?:an? )?$/i
const OPTIONAL_BEFORE =
  /\b(?:ideally|preferably|probably|desirable:?|desired:?|preferred:?|bonus:?|plus:|nice to have:?|optional:?)[^,;]{0,30}$/i

/**
 * Whether each degree of a sentence is required: by the words before the chain it stands in ("Nice to have: BS or MS")
 * and by those after it, up to the next one ("Bachelor's required, Master's preferred").
 */
function judgeMentions(sentence: string, mentions: readonly DegreeMention[]): boolean[] {
  const gaps = [...mentions, null].map((mention, i) =>
    sentence.slice(mentions[i - 1]?.end ?? 0, mention?.start ?? sentence.length),
  )
  const isChained = gaps.map((gap, i) => i > 0 && i < mentions.length && CHAIN.test(gap))
  const isOptional: boolean[] = []
  for (const [i, gap] of gaps.entries()) {
    isOptional.push(OPTIONAL_BEFORE.test(gap) || (isChained[i] === true && isOptional[i - 1] === true))
  }
  const isRequired = mentions.map(() => false)
  for (let i = mentions.length - 1; i >= 0; i--) {
    const isBorneOut = isChained[i + 1] ? isRequired[i + 1] === true : isTailRequired(gaps[i + 1] ?? '')
    isRequired[i] = isBorneOut && !isOptional[i]
  }
  return isRequired
}

const isTailRequired = (tail: string): boolean =>
  !OPTIONAL.test(tail.split(';', 1)[0] ?? '') || /(?<!not )\brequired\b/i.test(tail.split(/[;,]/, 1)[0] ?? '')
