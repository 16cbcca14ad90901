import { listMatches } from '../list-matches.ts'
import { parseDate } from '../parse-date.ts'
import type { Line, PostingText, Reading } from '../posting-text.ts'
import { type ScreenedPattern, screenPattern } from '../screen/screen-pattern.ts'

/** What may stand between those words and the date. */
const BETWEEN =
  '\\s?[:–-]?\\s?(?:(?:on|the|am|zum|le|el|is|den|dnia) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?'

/** Words right before the date of publication. */
const POSTED = wordsBeforeDate([
  '(?:date )?(?:posted|published)(?: date)?(?: on)?',
  'posting date',
  'date of (?:publication|posting)',
  'veröffentlicht(?: am)?',
  'veröffentlichungsdatum',
  'online seit',
  'publiée? le',
  'date de publication',
  'publicad[oa](?: el| em)?',
  'fecha de publicación',
  'data de publicação',
  'geplaatst op',
  'plaatsingsdatum',
  'opublikowano',
  'data publikacji',
  'publicerad(?:es)?(?: den)?',
  'publiceringsdatum',
])

/** Words right before the last day for applications. */
const CLOSES = wordsBeforeDate([
  '(?:(?:application|applications|closing|submission)? ?(?:deadline|closing date))(?: (?:for|to) (?:apply|applications?|submit))?(?: is)?',
  'clos(?:es?|ing)(?: date)?(?: on)?',
  '(?:apply|applications?(?: (?:are|will be|must be))?(?: \\w+)?) (?:by|before|until|through|no later than)',
  'applications (?:close|end)(?: on)?',
  '(?:open|accept(?:ed|ing applications)|valid) (?:until|through)',
  'bewerbungs(?:frist|schluss)',
  'bew[ei]rb\\w{0,10} (?:dich |sie sich |euch )?bis(?: zum)?',
  'date limite(?: de (?:candidature|dépôt))?',
  "(?:postule[rz]|candidature[s]?) (?:avant|jusqu[’']au)(?: le)?",
  'fecha (?:límite|de cierre)',
  'hasta el',
  'prazo(?: (?:de inscrição|para candidaturas?))?',
  '(?:inscrições|candidaturas?) até',
  'sluitingsdatum',
  'solliciteer (?:voor|uiterlijk)(?: op)?',
  'reageer (?:voor|uiterlijk)(?: op)?',
  'aplikuj do',
  'termin (?:składania(?: aplikacji)?|aplikacji)',
  'aplikacje przyjmujemy do',
  'sista ansökningsdag(?: är)?',
  'ansök senast(?: den)?',
])

function wordsBeforeDate(labels: readonly string[]): ScreenedPattern {
  return screenPattern(new RegExp(`(?<!\\p{L})(?:${labels.join('|')})(?!\\p{L})${BETWEEN}`, 'iu'))
}

/**
 * Reads when the posting was published (ISO 8601), from structured data, the text or its path; null where none says.
 * @param pathDate the date or month that the path names; a month stands for its first day
 */
export function readPostedAt(text: PostingText, pathDate: string | null = null): Reading<string | null> {
  const stated = readDate(text, 'datePosted', POSTED)
  const filed = pathDate === null ? null : parseDate(pathDate.length === 7 ? `${pathDate}-01` : pathDate)
  if (stated.value !== null || pathDate === null || filed === null) return stated
  return { value: filed, quotes: [pathDate] }
}

/** Reads the last day for applications (ISO 8601), from structured data or the text; null where it does not say. */
export function readClosesAt(text: PostingText): Reading<string | null> {
  return readDate(text, 'validThrough', CLOSES)
}

function readDate(text: PostingText, key: string, label: ScreenedPattern): Reading<string | null> {
  const structured = text.jobPosting?.[key]
  const date = typeof structured === 'string' ? parseDate(structured) : null
  if (date !== null && typeof structured === 'string')
    return { value: date, quotes: [structured.slice(0, 40)] }
  for (const { heading, first, lines } of listDated(text)) {
    const stated = heading === null ? null : findUnder(heading, first, label)
    if (stated !== null) return { value: stated, quotes: [first?.text.slice(0, 300) ?? ''] }
    for (const line of lines) {
      const found = findAfter(line.slice(0, 2000), label)
      if (found !== null) return { value: found, quotes: [line.slice(0, 300)] }
    }
  }
  return { value: null, quotes: [] }
}

/** A section in which a date may stand. */
interface Dated {
  readonly heading: string | null
  readonly first: Line | undefined
  /** Those of its lines that hold a year. */
  readonly lines: readonly string[]
}

/** The few sections that hold a year; remembered, as both dates are looked for in them. */
function listDated(text: PostingText): readonly Dated[] {
  const before = known.get(text)
  if (before !== undefined) return before
  const dated: Dated[] = []
  for (const { heading, lines } of text.sections) {
    const years: string[] = []
    for (const { text: line } of lines) if (YEAR.test(line)) years.push(line)
    if (years.length > 0 || (heading !== null && YEAR.test(heading)))
      dated.push({ heading, first: lines[0], lines: years })
  }
  known.set(text, dated)
  return dated
}

const known = new WeakMap<PostingText, readonly Dated[]>()

/** A heading "Closing date" has the date below it. */
function findUnder(heading: string, line: Line | undefined, label: ScreenedPattern): string | null {
  if (line === undefined || !(YEAR.test(line.text) || YEAR.test(heading))) return null
  return findInLine(`${heading}: ${line.text}`.slice(0, 300), label)
}

/** Every date holds a year, which few lines do. */
const YEAR = /2[01]\d\d/

const findInLine = (line: string, label: ScreenedPattern): string | null =>
  YEAR.test(line) ? findAfter(line.slice(0, 2000), label) : null

/** How far behind its label a date may stand (characters). */
const REACH = 60

/** The first date behind a label, in the same sentence. */
function findAfter(line: string, label: ScreenedPattern): string | null {
  const match = label.exec(line)
  if (match === null) return null
  const start = match.index + match[0].length
  const rest = line.slice(start, start + REACH).split(/(?:^|(?<=\p{L}{4}))[.!?] /u)[0] ?? ''
  for (const word of listMatches(/[\p{L}\d]{1,20}/gu, rest)) {
    const date = parseDate(rest.slice(word.index))
    if (date !== null) return date
  }
  return null
}
