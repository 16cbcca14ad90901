import { listPattern } from '../list-pattern.ts'
import type { PostingText, Reading, SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { type ScreenedPattern, screenPattern } from '../screen/screen-pattern.ts'
import type { Seniority } from '../vocabulary.ts'
import { mayManagePeople, readTitleLevel } from './level-in-title.ts'
import { listPassages } from './passages.ts'

const ABOUT_THE_ROLE: ReadonlySet<SectionKind> = new Set([
  'role',
  'duties',
  'requirements',
  'company',
  'place',
])
const OPENING_PASSAGES = 40

/** What stands between the words before the role and the role itself, whose level it names. */
const A_ROLE = String.raw`(?: for)? (?:an?|our(?: next| new)?|the|another|une?|eine?n?|una?) ((?:[\p{L}\p{N}/+#.-]{1,30},? ){0,5}?)(?=(?:software|backend|back-end|frontend|front-end|full-?stack|full|web|mobile|data|engineer|developer|programmer|site|machine|security|cloud|devops|qa|product|ux|designer|manager|architect|analyst|scientist|ios|android|platform|infrastructure|systems?|solutions?|java|python|php|ruby|react|golang|go|node|member|entwickler|développeur|desarrollador)\b)`

/** What comes before the role in a sentence that names the person wanted; "as a" apart, so that "as" alone costs nothing. */
const WANTED: readonly ScreenedPattern[] = [
  [
    'looking for|looking to (?:hire|add)|seeking|searching for|in search of|hiring',
    'recruiting|recruit|hire',
    'join (?:us|our [a-z ]{0,30}team|the [a-z ]{0,30}team|[a-z]{2,20}) as|role of',
    'position of|suchen|recherchons|recherche|buscamos',
  ],
  ['as'],
].map(words => screenPattern(listPattern({ before: String.raw`\b`, words, after: A_ROLE, flags: 'iu' })))

/** The first place where a sentence names the person wanted. */
function findWanted(sentence: string): RegExpExecArray | null {
  let first: RegExpExecArray | null = null
  for (const pattern of WANTED) {
    const match = pattern.exec(sentence)
    if (match !== null && (first === null || match.index < first.index)) first = match
  }
  return first
}
/** Words before "as a Lead Engineer" that make it a former job of the candidate's, not this one. */
const FORMER =
  /\b(?:experience|experienced|years|worked|working|background|career|history|previously|previous|track record|expertise|served|employed|employment|time|roles?)\b[^.;:]{0,40}$/i
const STATED = screenPattern(
  /^(?:seniority|seniority level|level|experience level|job level|career level)\s?:\s?(.{1,40})$/i,
)

const LOWER_OF_TWO = screenPattern(
  /\b(junior|mid|middle|intermediate)(?:[- ]level)?(?: to | or |\/)(?:mid|senior)[- ]level\b/i,
)
const STARTERS = screenPattern(
  /\b(?:entry[- ]level (?:position|role|job|opportunity)|(?:early[- ]career|graduate|new grad) (?:talents?|program(?:me)?|role|position))\b/i,
)

const LEVEL_WORDS: readonly (readonly [Seniority, RegExp])[] = [
  ['intern', /\bintern\b/i],
  ['principal', /\bprincipal\b/i],
  ['staff', /\bstaff\b/i],
  ['lead', /\b(?:lead|tech lead)\b/i],
  ['mid', /\b(?:mid|mid-?level|middle|intermediate|semi[- ]?senior)\b(?! ?(?:-|to|\/) ?senior)/i],
  ['senior', /\b(?:senior|sr\.?)(?=[\s,/-]|$)/i],
  ['junior', /\b(?:junior|jr\.?|entry[- ]level)(?=[\s,/-]|$)/i],
]

const levelIn = (words: string): Seniority | null =>
  LEVEL_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null

/**
 * Reads the level, from the title first and then from sentences that name the person wanted;
 * null where neither says.
 */
export function readLevel(text: PostingText, title: string): Reading<Seniority | null> {
  const inTitle = readTitleLevel(title) ?? readTitleLevel(text.titleLine ?? '')
  const titleQuotes = [text.titleLine ?? title]
  if (inTitle && !inTitle.isNumber) return { value: inTitle.level, quotes: titleQuotes }
  const inText = (mayManagePeople(title) ? readPeopleManagement(text) : null) ?? readTextLevel(text)
  if (inText) return inText
  return inTitle ? { value: inTitle.level, quotes: titleQuotes } : { value: null, quotes: [] }
}

const LEADS_PEOPLE = screenPattern(
  /\b(?:direct reports|people management|people manager|(?:manage|managing|lead|leading) (?:a|the|and develop a|your|our) (?:[a-z-]+ ){0,3}team of|line manage(?:ment|r)?)\b/i,
)

/** Null where a sentence speaks of no people to lead. */
const readLeading = rememberByPassage((sentence): 'manager' | null =>
  LEADS_PEOPLE.test(sentence) ? 'manager' : null,
)

function readPeopleManagement(text: PostingText): Reading<Seniority> | null {
  const passage = listPassages(text, ABOUT_THE_ROLE).find(
    ({ text: sentence }) => readLeading(sentence) !== null,
  )
  return passage ? { value: 'manager', quotes: [passage.text] } : null
}

function readTextLevel(text: PostingText): Reading<Seniority> | null {
  for (const passage of listPassages(text, ABOUT_THE_ROLE).slice(0, OPENING_PASSAGES)) {
    const level = readLevelWanted(passage.text)
    if (level) return { value: level, quotes: [passage.text] }
  }
  return null
}

const readLevelWanted = rememberByPassage((sentence): Seniority | null => {
  const stated = STATED.exec(sentence)
  if (stated) return levelIn(stated[1] ?? '')
  const lower = LOWER_OF_TWO.exec(sentence)
  if (lower) return levelIn(lower[1] ?? '')
  const wanted = findWanted(sentence)
  const level = wanted && !isFormerJob(sentence, wanted) ? levelIn(wanted[1] ?? '') : null
  return level ?? (STARTERS.test(sentence) ? 'junior' : null)
})

const isFormerJob = (text: string, wanted: RegExpExecArray): boolean =>
  /^as\b/i.test(wanted[0]) && FORMER.test(text.slice(Math.max(0, wanted.index - 60), wanted.index))
