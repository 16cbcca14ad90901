import { inferTitle } from '../infer-title.ts'
import { collapseSpaces } from '../inline-text.ts'
import { isPlainText } from '../is-plain-text.ts'
import { listMatches } from '../list-matches.ts'
import type { PostingText, Reading } from '../posting-text.ts'
import { isPlaceDecoration } from '../title-decoration.ts'

/** The job title and whether it had to be made from the work described. */
export interface Title {
  readonly title: string
  readonly isInferred: boolean
}

/** Longest title kept (characters). */
const MAX_TITLE = 200

/** Reads the job title without its decorations; made from the work described where the text has none. */
export function readTitle(text: PostingText): Reading<Title> {
  const line = text.titleLine
  if (line === null || line.trim() === '') return inferTitle(text)
  return { value: { title: cleanTitle(line, text.placeTag), isInferred: false }, quotes: [line] }
}

/**
 * Drops what is no part of a job title: place and remote notes at its end, requisition numbers, gender marks, emoji.
 * @example cleanTitle('Data Engineer (m/f/d) - Remote, Germany', null) // 'Data Engineer'
 */
export function cleanTitle(line: string, placeTag: string | null): string {
  const title = collapseSpaces(line.slice(0, MAX_TITLE * 2))
  const bare = dropNumbers(dropGender(dropPictures(title)))
  const cleaned = trimEnds(dropLeading(dropTrailing(bare, placeTag)))
  return (/\p{L}{2}/u.test(cleaned) ? cleaned : title).slice(0, MAX_TITLE).trim()
}

const dropPictures = (title: string): string => (isPlainText(title) ? title : replacePictures(title))

const replacePictures = (title: string): string =>
  title.replace(/\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\ufe0f\u200d]/gu, char =>
    /[©®™\d#*]/.test(char) ? char : ' ',
  )

const GENDER_IN_BRACKETS =
  /\s{0,3}[([]\s{0,2}(?:[mwfhdxikn](?:\s{0,2}[/|.,*+-]\s{0,2}(?:[mwfhdxikn]|div|divers|nb|gn)\.?){1,3}|all genders?|alle geschlechter|gn\*?|any gender|he\/she\/they|she\/he\/they)\s{0,2}\*?[)\]]/gi
const GENDER_BARE = /(?<=\s)(?:[HF]\/[HF](?:\/[XD])?|[mwf]\/[mwf]\/[dxi]|[MK]\/[KM])(?=\s|$|,)/g

const dropGender = (title: string): string =>
  MAY_NAME_GENDER.test(title) ? title.replace(GENDER_IN_BRACKETS, ' ').replace(GENDER_BARE, ' ') : title

/** A bracket or a slash, which most titles have none of. */
const MAY_NAME_GENDER = /[([/]/

const NUMBERS: readonly RegExp[] = [
  /^\d{4}-\d{3,6}\s?[_:-]\s?/,
  /^[([]#?\d{2,10}[)\]]\s{0,2}[-–—:|]?\s{0,2}(?=\p{L})/u,
  /^#\d{2,10}\s{1,2}(?:[-–—:|]\s{1,2})?(?=\p{L})/u,
  // A year in front ("2026 - Summer Intern") is part of the title.
  /^(?!20\d\d\b)\d{3,10}\s{1,2}[-–—:|]\s{1,2}(?=\p{L})/u,
  /^(?:req(?:uisition)?|job|ref|id)\.? ?(?:id|no\.?|number)? ?[#:]? ?[a-z]{0,3}-?\d{3,10}\s?[-:_|]\s?/i,
  /\s?[([](?:id|ref|req|job id|r|jr)?[ .:#-]{0,3}\d{3,10}[)\]]\s?$/i,
  /\s?[-–|,(]\s?(?:ref|req|jr|id|job|r)[ .:#-]{0,3}\d{2,10}\)?\s?$/i,
  /\s?#\d{2,10}\s?$/,
]

const dropNumbers = (title: string): string =>
  TWO_DIGITS.test(title) ? NUMBERS.reduce((rest, pattern) => rest.replace(pattern, ''), title) : title

/** The shortest number that is dropped. */
const TWO_DIGITS = /\d\d/

const dropLeading = (title: string): string => (NAMES_WORKPLACE.test(title) ? dropWorkplace(title) : title)

const NAMES_WORKPLACE = /remote|hybrid|onsite/i

const dropWorkplace = (title: string): string =>
  title
    .replace(/^\s{0,3}[([]?(?:100% )?(?:fully )?(?:remote|hybrid|onsite)[)\]]?\s{0,3}[-–—:|]\s{0,3}/i, '')
    .replace(/^\s{0,3}[([](?:remote|hybrid)[)\]]\s{0,3}/i, '')

/** Takes pieces off the end while they only say where one works. */
function dropTrailing(title: string, placeTag: string | null): string {
  let rest = trimEnds(title)
  for (let round = 0; round < 6; round++) {
    const cut = findCut(rest, placeTag)
    if (cut === null) return rest
    rest = closeBracket(trimEnds(rest.slice(0, cut)))
  }
  return rest
}

/** A cut inside brackets ("(Full Stack, Costa Rica)") leaves them open. */
function closeBracket(title: string): string {
  const isOpen = title.lastIndexOf('(') > title.lastIndexOf(')')
  return isOpen ? `${title})` : title
}

/** Where the earliest piece begins that, with all that follows, only says where one works. */
function findCut(title: string, placeTag: string | null): number | null {
  const starts = listMatches(PIECE, title).map(match => match.index)
  return starts.find(start => start > 2 && isPlaceDecoration(title.slice(start), placeTag)) ?? null
}

/** Where a piece of a title may begin. */
const PIECE =
  /\s?[([|,–—]|\s-\s?|-\s|-(?=[A-Z])|\s\/\s|\s(?=(?:onsite|remote|hybrid|remotely)\b|[A-Z]{2}(?:\/[A-Z]{2}){1,5}$)/gi

const trimEnds = (title: string): string =>
  collapseSpaces(ENDS_IN_WORDS.test(title) ? title : dropEnds(title))

const ENDS_IN_WORDS = /^[a-z\d](?:.*[a-z\d)])?$/i

const dropEnds = (title: string): string =>
  title.replace(/^[\s\-–—|,;:*_.·]{1,20}(?=[^n])/i, '').replace(/[\s\-–—|,;:*_/]{1,20}$/, '')
