import type { Match } from '../answer/answer.ts'
import { MESSAGES } from '../messages.ts'
import { describeAge, describePlace, describeSalary } from '../posting/describe-posting.ts'
import type { KeptPosting } from '../posting/kept-posting.ts'
import type { Contradiction, Posting, PostingField } from '../posting/posting.ts'
import type { CardDraft } from './draft.ts'

/** Makes the short card of a match; `number` is its place in the list, from 1 on. */
export function makePostingCard(match: Match, number: number, now: Date): CardDraft {
  const { posting } = match
  return {
    type: 'posting',
    number,
    postingId: posting.id,
    title: posting.title,
    url: posting.url,
    company: posting.company,
    pay: posting.salary === null ? null : describeSalary(posting.salary),
    place: describePlace(posting),
    age: describeAge(posting.postedAt, now),
    sourceName: posting.sourceName,
    isSample: posting.isSample,
    reasons: match.reasons.map(reason => reason.label),
    caveats: [...rangeCaveats(match), ...markContradictions(posting)],
  }
}

/**
 * Makes the card of a posting that is gone, as it was when it was kept or told.
 * @param outcome what became of it; nothing is said where absent
 */
export function makeKeptCard(
  { postingId, title, company, url }: KeptPosting,
  number: number,
  outcome?: string,
): CardDraft {
  return {
    type: 'posting',
    number,
    postingId,
    title,
    url,
    company,
    pay: null,
    place: null,
    age: '',
    sourceName: '',
    isSample: false,
    ...(outcome === undefined ? {} : { outcome }),
    reasons: [],
    caveats: [],
  }
}

function rangeCaveats(match: Match): string[] {
  return match.reasons.flatMap(reason => (reason.caveat === null ? [] : [reason.caveat]))
}

/** In a few words; ranges by place or level are no dispute about the pay, but worth a look. */
function markContradictions(posting: Posting): string[] {
  const hasZones = posting.salary !== null && posting.salary.zones.length > 0
  const marks = posting.contradictions.map(({ field }) =>
    field === 'salary' && hasZones ? MESSAGES.zonesMark : MESSAGES.contradictionMark(nameField(field)),
  )
  return [...new Set([...(hasZones ? [MESSAGES.zonesMark] : []), ...marks])]
}

/** What a posting says twice and differently, with both values. */
export function describeContradiction(contradiction: Contradiction): string {
  return MESSAGES.contradiction(nameField(contradiction.field), contradiction.values)
}

function nameField(field: PostingField): string {
  return FIELD_WORDS[field] ?? field
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  salary: 'pay',
  yearsMin: 'years of experience',
  visaSponsorship: 'visas',
  countries: 'countries',
}
