import { listPattern } from '../list-pattern.ts'
import { type PostingText, type Reading, SECTION_KINDS, type SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { screenPattern } from '../screen/screen-pattern.ts'
import { anyOf } from './any-of.ts'
import { listPassages } from './passages.ts'

const EVERYWHERE: ReadonlySet<SectionKind> = new Set(SECTION_KINDS)

/** A cheap look for any of the words for permits, before the long patterns. */
const SPEAKS_OF_PERMITS = screenPattern(/sponsor|visa|visum|immigra|h-?1-?b|permit|blue card|citizenship/i)

/** Speaks of the right to work: the sponsoring of events, plans and content and the card brand are left out. */
const SUBJECT = anyOf([
  /\bsponsorships?\b/,
  /\bsponsor(?:ed|s|ing)?\b[^.]{0,40}\b(?:visas?|work (?:permit|authori[sz]ation)|candidates?|applicants?|immigration|h-?1-?bs?|employment|individuals)\b/,
  listPattern({
    before: String.raw`\b(?:visas?|immigration|h-?1-?bs?|(?:work|residence) permits?|blue card)\b[^.]{0,60}\b`,
    words: [
      String.raw`sponsor\w*|support\w*|assist\w*|provide[ds]?|offer\w*|cover\w*|help\w*|handle\w*`,
      String.raw`transfers?|apply|arrange\w*|take care|pay`,
    ],
    after: String.raw`\b`,
    flags: '',
  }),
  /\b(?:sponsor|provide|offer|support|assist(?:ance)?|help|cover|arrange)\w*\b[^.]{0,50}\b(?:visas?|(?:work|residence) permits?|h-?1-?bs?|immigration)\b/,
  /\bsponsor\b/,
  /\bvisum\b/,
  /\bcitizenship or permanent residen/,
  /\bneed (?:\w+ ){0,2}sponsorship\b/,
  /\bvisas? (?:support|assistance|help)\b/,
])
const ABOUT_WORK = listPattern({
  before: String.raw`\b`,
  words: [
    'visas?|immigration|h-?1-?bs?|(?:work|residence) permit|authori[sz]ed|authori[sz]ation',
    'eligible|eligibility|employment|right to work|legally|permanent residen|candidates?',
    'applicants?|relocat|sponsorship (?:is|now|or|will|at|for|available)',
    String.raw`(?:without|require|need|provide|offer|no|not) (?:\w+ ){0,3}sponsor(?:ship)?`,
    'sponsorship',
  ],
  after: String.raw`\b`,
})
const OTHER_SPONSORING = listPattern({
  before: String.raw`\b`,
  words: [
    'sponsor(?:ed|ship)? (?:content|ads?|deals?|events?|products?|teams?|packages?|sales|opportunities|revenue)',
    String.raw`(?<!\b(?:need|require|without) )(?:company|employer|state|event|executive|corporate|clinical|study|trial|project|business|program|product|brand|sport|sports|government|university)[- ]sponsor\w*`,
    String.raw`(?:mentor\w*|coach\w*|career|executive|event|community|leadership|conference|growth)(?:,| and| or|,? &) sponsor\w*`,
    'sponsors? (?:and|or) (?:mentor|ally|champion)',
    'sponsorship (?:and|or|&) (?:mentor|advocacy)|sponsored by',
    'visa (?:inc|card|direct|network|europe)|visa,? (?:and |or )?mastercard|mastercard',
  ],
})

const REFUSED = anyOf([
  listPattern({
    before: String.raw`\b`,
    words: [
      "not|no|unable|cannot|can['’]?t|won['’]?t|doesn['’]?t|don['’]?t|isn['’]?t|aren['’]?t",
      String.raw`never|without|w\/out|w\/o|nicht|kein\w*`,
    ],
    after: String.raw`\b[^.;]{0,110}\b(?:sponsor\w*|visas?|visum|immigration|h-?1-?bs?|(?:work|residence) permits?)\b`,
    flags: '',
  }),
  /\b(?:sponsor\w*|visas?|immigration|h-?1-?bs?|opt)\b[^.;]{0,90}\b(?:not|unavailable|no longer|cannot|can['’]?t|isn['’]?t|aren['’]?t|won['’]?t|nicht)\b/,
  /\bcitizenship or permanent residen/,
])
const ASKS = /\bwill you\b|\bdo you (?:now|require|need)\b|\?\s*$/i
const HEDGED = listPattern({
  words: [
    String.raw`\b(?:may (?:or may not|not)|case[- ]by[- ]case|depending|some (?:roles|positions)|certain (?:roles|positions)|not guarantee|guaranteed|unless)\b`,
    'sponsorship (?:is )?required|not (?:considered|required|necessary|a barrier|an issue)',
    '(?:no matter|regardless|whether or not)',
  ],
})
const GRANTS =
  /\b(?:we|can|will|may|do|able|happy|open|willing|offer\w*|provid\w*|available|support\w*|assist\w*|cover\w*|help\w*|eligible|possible|includ\w*|sponsors?|transfers?|relocation)\b/i

/**
 * Reads whether visas are sponsored: true where it says so, false where it says not, null where it is silent.
 * Being authorised to work alone says nothing about sponsoring.
 * @example readVisa(text).value // "We are unable to sponsor visas" → false
 */
export function readVisa(text: PostingText): Reading<boolean | null> {
  let granted: string | null = null
  for (const { text: sentence } of listPassages(text, EVERYWHERE)) {
    const verdict = judgeSentence(sentence)
    if (verdict === false) return { value: false, quotes: [sentence] }
    if (verdict === true) granted ??= sentence
  }
  return granted === null ? { value: null, quotes: [] } : { value: true, quotes: [granted] }
}

const judgeSentence = rememberByPassage((sentence): boolean | null => {
  if (
    !SPEAKS_OF_PERMITS.test(sentence) ||
    !SUBJECT.test(sentence) ||
    !ABOUT_WORK.test(sentence) ||
    OTHER_SPONSORING.test(sentence)
  )
    return null
  if (ASKS.test(sentence) || HEDGED.test(sentence)) return null
  if (REFUSED.test(sentence)) return false
  return isOffer(sentence) ? true : null
})

const isOffer = (sentence: string): boolean =>
  GRANTS.test(sentence) ||
  /^(?:visa|immigration|h1b)[^.]{0,40}(?:sponsorship|support|assistance)/i.test(sentence)
