import { parseDate } from '../parse-date.ts'
import type { PostingText, Reading } from '../posting-text.ts'

/** Words right before the date of publication. */
const POSTED =
  /\b(?:(?:date )?(?:posted|published)(?: date)?|posting date|veröffentlicht(?: am)?|online seit|publi(?:é|ée) le|date de publication|publicad[oa](?: el| em)?|fecha de publicación|geplaatst op|opublikowano|data publikacji)(?: on)?\s?[:–-]?\s?/i

/** Words right before the last day for applications. */
const CLOSES =
  /\b(?:(?:application|applications|closing|submission)? ?(?:deadline|closing date)(?: (?:for|to) (?:apply|applications?|submit))?(?: is)?|clos(?:es?|ing)(?: date)?(?: on)?|(?:apply|applications?(?: (?:are|will be|must be))?(?: \w+)?) (?:by|before|until|through|no later than)|applications (?:close|end)(?: on)?|(?:open|accept(?:ed|ing applications)|valid) (?:until|through)|bewerbungs(?:frist|schluss)|bewerb\w* (?:bis|bis zum)|date limite(?: de candidature)?|postuler avant le|fecha límite|hasta el|prazo(?: de inscrição)?|inscrições até|sluitingsdatum|aplikuj do|termin (?:składania|aplikacji))\s?[:–-]?\s?(?:on |the |am |zum |le |el |is )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?/i

/** Reads when the posting was published (ISO 8601), from structured data or the text; null where it does not say. */
export function readPostedAt(text: PostingText): Reading<string | null> {
  return readDate(text, 'datePosted', POSTED)
}

/** Reads the last day for applications (ISO 8601), from structured data or the text; null where it does not say. */
export function readClosesAt(text: PostingText): Reading<string | null> {
  return readDate(text, 'validThrough', CLOSES)
}

function readDate(text: PostingText, key: string, label: RegExp): Reading<string | null> {
  const structured = text.jobPosting?.[key]
  const date = typeof structured === 'string' ? parseDate(structured) : null
  if (date !== null && typeof structured === 'string')
    return { value: date, quotes: [structured.slice(0, 40)] }
  for (const { text: line } of text.sections.flatMap(section => section.lines)) {
    if (!/\d/.test(line)) continue
    const stated = findAfter(line.slice(0, 2000), label)
    if (stated !== null) return { value: stated, quotes: [line.slice(0, 300)] }
  }
  return { value: null, quotes: [] }
}

/** How far behind its label a date may stand (characters). */
const REACH = 60

/** The first date behind a label, in the same sentence. */
function findAfter(line: string, label: RegExp): string | null {
  const match = label.exec(line)
  if (match === null) return null
  const start = match.index + match[0].length
  const rest = line.slice(start, start + REACH).split(/(?:^|(?<=\p{L}{4}))[.!?] /u)[0] ?? ''
  for (const word of rest.matchAll(/[\p{L}\d]{1,20}/gu)) {
    const date = parseDate(rest.slice(word.index))
    if (date !== null) return date
  }
  return null
}
