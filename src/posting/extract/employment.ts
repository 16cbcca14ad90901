import { listPattern } from '../list-pattern.ts'
import { type PostingText, type Reading, SECTION_KINDS, type SectionKind } from '../posting-text.ts'
import { rememberByPassage } from '../remember-by-passage.ts'
import { type ScreenedPattern, screenPattern } from '../screen/screen-pattern.ts'
import type { Employment } from '../vocabulary.ts'
import { anyOf } from './any-of.ts'
import { readForeignEmployment } from './foreign-employment.ts'
import { readLanguage } from './language.ts'
import { listPassages } from './passages.ts'

const SPEAKS_OF_THE_JOB: ReadonlySet<SectionKind> = new Set(SECTION_KINDS)

type Row = readonly [Employment, ScreenedPattern]

const screenRows = (rows: readonly (readonly [Employment, RegExp])[]): readonly Row[] =>
  rows.map(([kind, pattern]) => [kind, screenPattern(pattern)])

const IN_TITLE = screenRows([
  [
    'internship',
    /\b(?:intern|internship|praktik(?:um|ant|antin)|werkstudent(?:in)?|working student|co-op|stagiaire|stage|alternance|apprenti\p{L}{0,6}|estágio|estagi[oá]ri[oa])\b/iu,
  ],
  [
    'part-time',
    /\bpart[- ]time\b|\bteilzeit\b|\btemps partiel\b|\bdeeltijd\b|\b(?:tiempo|tempo|jornada) parcial\b|\bmedia jornada\b|\bmeio período\b|\bniepełny etat\b|\bpół etatu\b/iu,
  ],
  [
    'contract',
    /\b(?:contract|contractor|freelance|freelancer|b2b contract|c2c|corp[- ]to[- ]corp|1099)\b(?! (?:manager|management|specialist|administrator|analyst|lawyer|counsel))/iu,
  ],
  ['contract', /\(b2b\b/i],
  [
    'temporary',
    /\b(?:temporary|temp|(?:fixed|limited)[- ]term|seasonal|(?:maternity|parental|\d{1,2}[- ]month) (?:leave )?cover|interim|cdd|befristet\w*)\b/iu,
  ],
  [
    'full-time',
    listPattern({
      words: [
        String.raw`\bfull[- ]time\b|\bvollzeit\b|\bcdi\b|\btemps plein\b|\bpermanent\b|\bvoltijd\b`,
        String.raw`\bfulltime\b|\b(?:tiempo|jornada) complet[oa]\b|\btempo integral\b|\bpełny etat\b`,
        String.raw`\bfestanstellung\b|\bunbefristet\w*\b|\bclt\b`,
      ],
      flags: 'iu',
    }),
  ],
])

/** Lines of the kind "Job type: full-time". */
const LABELLED = listPattern({
  before: String.raw`^(?:job|employment|position|contract|work|role|engagement|hire)?\s?`,
  words: [
    'type|types|type of (?:work|job|contract|employment)|status|term|classification',
    'schedule|basis|nature|commitment|employment|contract|vertragsart|anstellungsart',
    'beschäftigungsart|type de contrat|contrat|tipo de contrato|contrato|jornada|modalidad',
    'dienstverband|rodzaj umowy|umowa|wymiar pracy',
  ],
  after: String.raw`(?: of (?:employment|job|contract|position))?\s?[:：-]\s?(.{1,80})$`,
  flags: 'iu',
})

const ROLE =
  '(?:position|role|job|opportunity|opening|contract|engagement|employment|work|basis|assignment|vacancy|gig|project|offer|hire|post|salary|employee|stelle|anstellung|poste|contrat)'
/** Several patterns a kind, each for some of its words: a sentence is held against those whose words it has. */
const IN_TEXT = screenRows([
  [
    'internship',
    /\b(?:this|our|the|an?) (?:[\p{L}-]{1,15} ){0,4}internship (?:is|will|program|lasts|runs|offers)\b|\bsummer internship\b|\bunpaid internship\b/iu,
  ],
  [
    'part-time',
    anyOf([
      String.raw`\bpart[- ]time,? (?:[\p{L}-]{1,15},? ){0,3}${ROLE}\b`,
      String.raw`\b${ROLE} is (?:a )?part[- ]time\b`,
      String.raw`(?:^|[·•|–—,;] ?)part[- ]time(?=$|[,;]? ?[·•|–—,;]|,? \d)`,
      String.raw`^part[- ]time\b`,
    ]),
  ],
  [
    'part-time',
    anyOf([
      String.raw`\bin teilzeit\b`,
      String.raw`\b(?:poste|contrat|cd[di]) (?:est )?(?:à|en) temps partiel\b`,
      String.raw`\b(?:a|de|em|en) (?:tiempo|tempo) parcial\b`,
      String.raw`\b(?:de|a) media jornada\b`,
      String.raw`\bin deeltijd\b`,
      String.raw`\bna (?:niepełny|pół) etatu?\b`,
    ]),
  ],
  [
    'contract',
    anyOf([
      String.raw`\b(?:\d{1,2}|six|three|twelve|nine|long|short|fixed)[- ](?:\d{1,2}[- ])?(?:\+ ?)?(?:month|year|week|term)s?[- ]?(?:\+ )?(?:[\p{L}-]{1,15} ){0,2}contract\b`,
      String.raw`\b(?:this is|as|on|for|offer(?:ing)?|seeking|hiring|looking for) an? (?:[\p{L}\d-]{1,15},? ){0,4}(?:contract|contractor|freelance|freelancer|b2b contract|independent contractor)(?: ${ROLE})?\b(?! (?:negotiat|manag|review|law))`,
      String.raw`\byou(?:['’]re| are| work| will (?:be|work)|['’]ll (?:be|work))(?: engaged)?(?: as)? an? (?:independent |self-employed )?(?:contractor|freelancer)\b`,
      String.raw`\b(?:independent|as|1099) contractors?\b(?=[^.]{0,40}(?:position|role|agreement|basis|engage|hired|you will))`,
      String.raw`\b(?:contract|freelance)[- ](?:position|role|basis|based|to[- ]hire|opportunity|assignment|engagement|job|work)\b`,
      String.raw`\b${ROLE} is (?:an? )?(?:[\p{L}\d-]{1,15} ){0,3}(?:contract|freelance)\b`,
      String.raw`\bcontract (?:length|duration)\b`,
      String.raw`\bfull[- ]time (?:independent )?(?:contractor|freelancer)\b`,
    ]),
  ],
  [
    'contract',
    anyOf([
      String.raw`\bb2b (?:contract|basis|agreement|cooperation)|\b(?:umow\p{L}{1,3}|kontrak\p{L}{1,3}) b2b\b`,
      // Pay before value added tax is what a business is paid.
      String.raw`\bvat\b[^.\p{L}]{0,6}\bb2b\b|\bb2b\b[^.\p{L}]{0,6}\+ ?vat\b|(?:zł|pln|eur|usd|€|\$)[^.\p{L}]{0,6}(?:net(?:to)? )?(?:\+ ?vat )?(?:\(|on |na )b2b\b`,
      String.raw`\b(?:c2c|corp[- ]to[- ]corp)\b`,
    ]),
  ],
  [
    'contract',
    anyOf([
      String.raw`\b(?:als freelancer|som frilans\p{L}*|en freelance|como (?:freelance|autónomo|contratista)|prestador de serviços|contrato pj|contratação pj)\b`,
    ]),
  ],
  [
    'temporary',
    anyOf([
      String.raw`\b(?:temporary|(?:fixed|limited)[- ]term|seasonal|interim) (?:[\p{L}-]{1,15} ){0,2}(?:${ROLE}|program|appointment)\b`,
      String.raw`\b${ROLE} is (?:an? )?(?:temporary|(?:fixed|limited)[- ]term)\b`,
      String.raw`\b(?:maternity|parental) (?:leave )?cover\b`,
      String.raw`\b(?:replacement|position|role|contract|one)\b[^.]{0,30}: an? temporary one\b`,
    ]),
  ],
  [
    'temporary',
    anyOf([
      String.raw`\bcdd\b|\bcontrat à durée déterminée\b|\bcontrato temporal\b|\bumow\p{L}{1,3} na czas określony\b`,
      String.raw`\bbefristet(?:e[mnrs]?)?\b(?! (?:\p{L}+ )?(?:arbeits|aufenthalts|niederlassungs)erlaubnis)`,
    ]),
  ],
  [
    'full-time',
    anyOf([
      String.raw`\bfull[- ]time[,/]? (?:[\p{L}-]{1,15},? ){0,4}?${ROLE}\b`,
      String.raw`\b${ROLE} (?:that )?(?:is|will be) (?:an? )?(?:[\p{L}-]{1,15},? ){0,3}(?:full[- ]time|permanent)\b`,
      String.raw`\b(?:looking for|seeking|hiring|hire|as|is) (?:an? )(?:[\p{L}-]{1,15},? ){0,2}full[- ]time\b(?! (?:employees?|member)\b)`,
      String.raw`\bpermanent(?! right| resid| flex),? (?:[\p{L}-]{1,15},? ){0,3}${ROLE}\b`,
      String.raw`\bpermanent (?:employment )?contract`,
      '^(?:[^.:]{0,30}[:|•·-] ?)?(?:full[- ]time|permanent)(?:[,;/|• -]+(?:remote|permanent|exempt|hybrid|salaried|regular|onsite|employee|direct hire|w-?2|benefits|monday[^,;]{0,30}|\\d{1,2} hours[^,;]{0,30})){0,3}[.;)]?$',
      '^full[- ]time ?[-–—|,•/(].{0,40}$',
      String.raw`\bwill be full[- ]time\b`,
      String.raw`\b(?:hire|hiring|seeking|looking for) an? full[- ]time employee\b`,
      String.raw`\b(?:available|able|willing|commit) to (?:work|working) full[- ]time\b`,
      '^(?:[^.,:]{0,20}[:|•·-] ?)?(?:full[- ]time|permanent)(?: employment)?(?:,| and| at| with| from| in (?!the|our)| on (?!the|our)|[.;]?$)(?! (?:access|students|study))',
      '(?:[·•|–—;] ?|, )full[- ]time(?=[.;)]?$|[,;]? ?[·•|–—,;])',
      String.raw`\bfull[- ]time,? (?:and )?(?:exempt|regular|permanent|salaried|w-?2)\b`,
      String.raw`\bpermanent,? full[- ]time\b`,
    ]),
  ],
  [
    'full-time',
    anyOf([
      String.raw`\b(?:voltijd|fulltime dienstverband)\b`,
      String.raw`\b(?:contratação|regime|contrato|modelo)(?: de (?:contratação|trabalho))?(?: é|:)? clt\b`,
      String.raw`\bjornada completa\b`,
      String.raw`\b(?:na )?pełny etat\b`,
      String.raw`\bfestanstellung\b`,
      String.raw`\bin vollzeit\b`,
      String.raw`\bvollzeit(?:stelle)?\b`,
      String.raw`\bunbefristet(?:e[mnrs]?)?\b(?! (?:\p{L}+ )?(?:arbeits|aufenthalts|niederlassungs)erlaubnis)`,
      String.raw`\b(?:cdi|contrat à durée indéterminée)\b`,
      String.raw`\bumow[aęy] o pracę\b`,
      String.raw`\bcontrato indefinido\b`,
      String.raw`\btiempo completo\b`,
      String.raw`\btempo integral\b`,
      String.raw`\btemps plein\b`,
    ]),
  ],
])

/** A cheap look for any of the words for employment, before the long patterns. */
const SPEAKS_OF_EMPLOYMENT = screenPattern(
  listPattern({
    words: [
      '(?:full|part)[- ]?time|contract|freelanc|permanent|temporary|fixed|limited[- ]term',
      String.raw`\bintern(?:s|ships?)?\b|seasonal|interim|b2b|c2c|corp[- ]to|1099|maternity|parental`,
      String.raw`zeit|befrist|festanst|\bcd[di]\b|contrat|umow|kontrak|etat|tiempo|\btempo\b|temps`,
      String.raw`jornada|voltijd|deeltijd|clt|pj\b|autónom|contratista|frilans`,
    ],
  }),
)

/** The words are about others: who gets benefits, what experience counts, the other staff. */
const NOT_THIS_JOB: readonly ScreenedPattern[] = [
  anyOf([
    /(?<!\ban? )\bfull[- ]time,? (?:[\p{L}-]{1,20},? ){0,6}?(?:experience|employees?|hires|staff|team members|students?|equivalent|remotely|access|in the office|engineers)\b/u,
    /\bfull[- ]time (?:in|at) (?:the|our)\b/,
    /\bfor (?:all )?full[- ]time (?:positions|roles|jobs)\b/,
    /\bbenefits?\b[^.]{0,60}\bfull[- ]time\b/,
    /\bfull[- ]time,? (?:[\p{L}.]{1,15},? ){0,3}(?:benefits|roles\))/u,
    /\b(?:years?|experience)\b[^.;·|•]{0,40}\bas an? full[- ]time\b/,
    /\bfull[- ]time remote work\b/,
  ]),
  anyOf([
    /\bcontract (?:negotiation|management|testing|law|review|administration)/,
    /\bsmart contracts?\b/,
    /\bcontractors? (?:management|resources|teams?)\b/,
    /\bmanag\w+ contractors?\b/,
    /\b(?:government|federal|defen[sc]e|prime) contractors?\b/,
    /(?<!\bb2b\b(?:[^.]|\.\d){0,90})\bcontract of employment\b/,
  ]),
  /\bopportunités en cdi\b/iu,
].map(screenPattern)

const SCHEMA_TYPES: Readonly<Record<string, Employment>> = {
  FULL_TIME: 'full-time',
  PART_TIME: 'part-time',
  CONTRACTOR: 'contract',
  TEMPORARY: 'temporary',
  INTERN: 'internship',
}

/** Reads the kind of employment, from markup, title, labelled lines and sentences; null where the posting does not say. */
export function readEmployment(text: PostingText): Reading<Employment | null> {
  return (
    readSchema(text) ??
    readTitleWords(text) ??
    readLines(text) ??
    readForeign(text) ?? { value: null, quotes: [] }
  )
}

function readSchema(text: PostingText): Reading<Employment> | null {
  const stated = [text.jobPosting?.employmentType].flat().find(type => typeof type === 'string')
  const value =
    typeof stated === 'string' ? SCHEMA_TYPES[stated.toUpperCase().replace(/[- ]/g, '_')] : undefined
  return value && stated ? { value, quotes: [String(stated)] } : null
}

const SMART_CONTRACT = screenPattern(/\bsmart contracts?\b/i)

function readTitleWords(text: PostingText): Reading<Employment> | null {
  const title = text.titleLine ?? ''
  const found = readTitle(title)
  return found && { value: found, quotes: [title] }
}

const readTitle = rememberByPassage((line): Employment | null => {
  const title = SMART_CONTRACT.test(line) ? line.replace(/\bsmart contracts?\b/gi, '') : line
  return firstOf(IN_TITLE, title)
})

/** A label beats whatever is said before it. */
function readLines(text: PostingText): Reading<Employment> | null {
  let stated: Reading<Employment> | null = null
  for (const sentence of listSentences(text)) {
    const said = readSentence(sentence)
    if (said === null) continue
    const reading = { value: said.employment, quotes: [sentence] }
    if (said.isLabelled) return reading
    stated ??= reading
  }
  return stated
}

/** What a sentence by itself says of the kind of employment. */
interface SentenceEmployment {
  readonly employment: Employment
  /** True for "Job type: full-time". */
  readonly isLabelled: boolean
}

/** Null where a sentence says nothing of it, or speaks of others. */
const readSentence = rememberByPassage((sentence): SentenceEmployment | null => {
  if (!SPEAKS_OF_EMPLOYMENT.test(sentence) || isOfOthers(sentence)) return null
  const label = LABELLED.exec(sentence)
  const labelled = label && firstOf(IN_TITLE, beforeBracket(label[1] ?? ''))
  if (labelled) return { employment: labelled, isLabelled: true }
  const stated = firstOf(IN_TEXT, sentence)
  return stated && { employment: stated, isLabelled: false }
})

/** The sentences, and behind them the headings. */
function listSentences(text: PostingText): readonly string[] {
  const sentences: string[] = []
  for (const passage of listPassages(text, SPEAKS_OF_THE_JOB)) sentences.push(passage.text)
  for (const { heading } of text.sections) if (heading !== null) sentences.push(heading)
  return sentences
}

const isOfOthers = (sentence: string): boolean => NOT_THIS_JOB.some(pattern => pattern.test(sentence))

/** "Full-time (contractor or employee)" is full-time. */
const beforeBracket = (value: string): string => value.split('(', 1)[0]?.trim() || value

/** English texts use some of the words otherwise ("stage", "mission"). */
function readForeign(text: PostingText): Reading<Employment> | null {
  if (readLanguage(text) === 'en') return null
  for (const sentence of listSentences(text)) {
    const value = readForeignEmployment(sentence)
    if (value !== null) return { value, quotes: [sentence] }
  }
  return null
}

const firstOf = (rows: readonly Row[], words: string): Employment | null =>
  rows.find(([, pattern]) => pattern.test(words))?.[0] ?? null
