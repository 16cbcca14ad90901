import { lookUpSkillsIn, type Skill, type SkillHit } from '../dictionary/skills.ts'
import { splitWords, type Word } from '../dictionary/split-words.ts'
import { listPattern } from '../list-pattern.ts'
import { memoizeByPassage } from '../memoize-by-passage.ts'

/** Names that mean something else where the line holds these words. */
const HOMONYMS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    gcp: /\b(?:gmp|gxp|glp|gvp|ich|clinical|good clinical)\b/i,
    github:
      /\b(?:your|portfolio|profile|past projects|artifacts)\b[^.]{0,60}\bgithub\b|\bgithub (?:profile|link|account|page|url|contributions|stars)/i,
    ada: /\b(?:disabilit|americans|accommodat|accessib)/i,
    emr: /\b(?:medical|health|patient|clinic|ehr|epic)/i,
    ros: /\b(?:return on|ads|campaign)/i,
    apex: /\b(?:predator|legends)\b/i,
    spark: /\bspark (?:joy|change|innovation|conversations?|curiosity|ideas|ar)\b/i,
    excel: /\b(?:you|we|will|who|to|and|can) excel\b|\bexcel (?:in|at|as|when)\b/,
    slack:
      /^(?!.*\bslack (?:to|api|apps?|bots?|integrations?)\b).*(?:\b(?:company|internal|public|community|your|via|over|youtube|forums?)\b[^.;]{0,25}\bslack\b|\bslack (?:time|channels?|community|communities|workspace|huddles?|messages?|us\b))/i,
    discord:
      /\b(?:community|via|over|on|youtube|social media|forums?)\b[^.;]{0,25}\bdiscord\b|\bdiscord (?:channels?|community|server)/i,
    vue: /\b(?:points?|vues?|en|perte|prise) (?:de )?vue\b|\b(?:une|ma|notre|la|sa) vue\b/i,
    aws: /\b(?:asce|aisc|asme|aci|welding|welders?)\b/i,
    gcs: /\b(?:ground|peo|army|combat)\b/i,
    mql: /\b(?:leads?|marketing|sales|conver\w+|submissions?)\b/i,
    vault: /\b(?:autodesk|veeva)\b/i,
    ubuntu: /\bubuntu\s?:|\bi am,? because\b/i,
    'palo alto': /\b(?:offices?|headquarter\w*|hq|based|located|locations?|california)\b|\bpalo alto,? ca\b/i,
    pagerduty: /\bpager duty\b/,
    bitcoin:
      /\bbitcoin (?:space|mining|savings|rewards|option|age|products?|wallet)|\b(?:buy|buying|earn|earning|sell|savings?|salary|mining|golden|shaking)\b[^.;]{0,30}\bbitcoin\b/i,
    outlook: /\b(?:positive|global|optimistic|business|financial|market) outlook\b/i,
  }),
)

/** A skill that a line names, in UTF-16 code units of the line. */
export interface SkillMention {
  readonly skill: Skill
  readonly start: number
  readonly end: number
}

interface Candidate extends SkillMention, Pick<SkillHit, 'isOrdinary' | 'isVague'> {
  readonly written: string
}

const SEPARATES =
  /^(?=.*[^\s])[\s,/\\&|+•·;:()–—-]*(?:(?:and|or|and\/or|und|oder|et|ou|y|o|e|i|plus|as well as)\b[\s,/(]*)?(?:(?:either|even|preferably|ideally|especially|e\.g\.,?|eg) ?)?$/i
const LONGEST_SEPARATOR = 24

const CUE_BEFORE =
  /(?:\b(?:in|with|using|use|of|on|like|via|know|knows|into|from|to|write|writing|code|coding|and|or|both|including|as|love|modern|idiomatic|professional|strong|solid|our|advanced|core|pure|primarily|mainly|mostly|embedded|e\.g\.,?|language:?|languages:?)|[:(,/–-]) ?$/i
const CUE_AFTER = listPattern({
  before: String.raw`^[\s)/-]{0,2}`,
  words: [
    'developers?|engineers?|engineering|programmers?|programming|languages?|frameworks?|services?',
    String.raw`code\b|codebases?|applications?|apps?|back-?end|front-?end|microservices|experience|skills?`,
    'knowledge|development|stack|scripts?|scripting|databases?|queries|certifi|modules?|ecosystem',
    'components?|experts?|library|libraries|sdk|tests?|testing|server|cluster|based|jobs|hooks',
    String.raw`native|fundamentals|concepts|best practices|\d`,
  ],
})
const TOOL_LIST_BEFORE =
  /\b(?:tools?|tooling|software|platforms?|systems?|suite|technologies|frameworks?|crms?|ats)\b[^.;]{0,15}(?:like|such as|including|e\.g\.,?|i\.e\.,?|:|\() ?$/i
const NOT_AFTER = listPattern({
  before: '^',
  words: [
    String.raw`[-‑ ](?:level|suite|corp|round|class|series|players?|20\d\d|break|semester|internship)`,
    String.raw`\s?/\s?(?:summer|fall|sci\b)|\s20\d\d|\slake\b|[-‑ ](?:end|office|desk|line|to[- ]market)\b`,
  ],
})
const NOT_BEFORE =
  /\b(?:series|vitamin|tier|class|level|grade|section|schedule|plan|title|part|round|group|appendix|hepatitis) $/i

/**
 * The skills that a line names. Names that are ordinary words count by their capital letter, by words such as
 * "in" or "developer" around them, or by standing in a list with a skill that is certain.
 * @example findSkillMentions('You write Go and Python') // go, python
 */
export const findSkillMentions: (line: string) => readonly SkillMention[] = memoizeByPassage(findMentions)

function findMentions(line: string): readonly SkillMention[] {
  const candidates = findCandidates(line)
  if (candidates.length === 0) return NONE
  const accepted = candidates.map(candidate => isCertain(line, candidate))
  acceptNeighbours(line, candidates, accepted)
  const misleading = findHomonyms(line, candidates)
  const isDenial = DENIES.test(line)
  return candidates.filter(
    ({ skill, start }, i) =>
      accepted[i] && !misleading.has(skill.name) && !(isDenial && isDenied(line, start)),
  )
}

/** Of the many lines without any. */
const NONE: readonly SkillMention[] = []

/** "We don't use libraries such as Tailwind" names what is not used. */
const DENIES = /(?:n['’]t|\bnot|\bno longer) us(?:e|ing)\b/i
const isDenied = (line: string, start: number): boolean =>
  /(?:n['’]t|\bnot|\bno longer) us(?:e|ing)\b[^.;,]{0,50}$/i.test(line.slice(Math.max(0, start - 70), start))

const NO_NAMES: ReadonlySet<string> = new Set()

/** The names among the candidates that mean something else in this line; each is looked at once. */
function findHomonyms(line: string, candidates: readonly Candidate[]): ReadonlySet<string> {
  const names = candidates.map(({ skill }) => skill.name).filter(name => HOMONYMS.has(name))
  if (names.length === 0) return NO_NAMES
  return new Set([...new Set(names)].filter(name => HOMONYMS.get(name)?.test(line)))
}

function findCandidates(line: string): Candidate[] {
  const words = splitWords(line)
  const found: Candidate[] = []
  for (let at = 0; at < words.length; ) {
    const hit = lookUpSkillsIn(line, words, at)
    const candidate = hit && toCandidate(line, words, at, hit)
    if (candidate) found.push(candidate)
    at += hit?.length ?? 1
  }
  return found
}

function toCandidate(line: string, words: readonly Word[], at: number, hit: SkillHit): Candidate | null {
  const [first, last] = [words[at], words[at + hit.length - 1]]
  if (!first || !last) return null
  const { skill, isOrdinary, isVague } = hit
  const { start } = first
  return { skill, start, end: last.end, written: line.slice(start, last.end), isOrdinary, isVague }
}

function isCertain(line: string, candidate: Candidate): boolean {
  if (!candidate.isOrdinary) return true
  if (!isCapitalised(candidate)) return false
  const before = line.slice(Math.max(0, candidate.start - 40), candidate.start)
  const after = line.slice(candidate.end, candidate.end + 30)
  if (NOT_AFTER.test(after) || NOT_BEFORE.test(before) || isAcronym(candidate)) return false
  if (!candidate.isVague)
    return !startsSentence(before) || CUE_AFTER.test(after) || /^\s*(?:[,/\\(;|]|$)/.test(after)
  if (candidate.skill.kind === 'tool') return TOOL_LIST_BEFORE.test(before)
  return CUE_AFTER.test(after) || (!startsSentence(before) && CUE_BEFORE.test(before))
}

const startsSentence = (before: string): boolean => before.trim() === '' || /[.!?:•*–-]\s*$/.test(before)

/** Written like the name: with capitals throughout for "REST", else with a first one in each word that has it. */
function isCapitalised({ written, skill }: Candidate): boolean {
  const isShouted = skill.label.length > 1 && skill.label === skill.label.toUpperCase()
  if (isShouted) return written === written.toUpperCase()
  const words = written.split(/\s+/)
  return words.every(word => /^[\p{Lu}\p{N}]/u.test(word))
}

/** "DART" is a team, "Dart" the language. */
const isAcronym = ({ written, skill }: Candidate): boolean =>
  written.length > 2 && written === written.toUpperCase() && skill.label !== skill.label.toUpperCase()

/** Lets certainty spread along lists, in both directions. */
function acceptNeighbours(line: string, candidates: readonly Candidate[], accepted: boolean[]): void {
  for (let i = 1; i < candidates.length; i++) acceptFrom(line, candidates, accepted, i, i - 1)
  for (let i = candidates.length - 2; i >= 0; i--) acceptFrom(line, candidates, accepted, i, i + 1)
}

function acceptFrom(
  line: string,
  candidates: readonly Candidate[],
  accepted: boolean[],
  i: number,
  from: number,
): void {
  const [candidate, neighbour] = [candidates[i], candidates[from]]
  if (!candidate || !neighbour || accepted[i] || !accepted[from]) return
  const [left, right] = i < from ? [candidate, neighbour] : [neighbour, candidate]
  if (right.start - left.end > LONGEST_SEPARATOR || !SEPARATES.test(line.slice(left.end, right.start))) return
  accepted[i] = isCapitalised(candidate) || standsAlone(line, candidate)
}

/** In lower case a word of a list counts where nothing else stands between its separators. */
function standsAlone(line: string, { start, end, skill, isVague }: Candidate): boolean {
  if (isVague && skill.kind === 'tool') return false
  const before = line.slice(Math.max(0, start - 5), start)
  return (
    /(?:[,/(|]\s?|\b(?:and|or) )$|^\s*$/.test(before) &&
    /^\s*(?:[,/)|.;]|$|(?:and|or)\b)/.test(line.slice(end, end + 6))
  )
}
