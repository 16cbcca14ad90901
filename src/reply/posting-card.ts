import type { Match } from '../answer/answer.ts'
import { MESSAGES } from '../messages.ts'
import { describeAge, describePlace, describeSalary } from '../posting/describe-posting.ts'
import type { Contradiction } from '../posting/posting.ts'
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
    caveats: [...rangeCaveats(match), ...posting.contradictions.map(describeContradiction)],
  }
}

function rangeCaveats(match: Match): string[] {
  return match.reasons.flatMap(reason => (reason.caveat === null ? [] : [reason.caveat]))
}

/** What a posting says twice and differently. */
export function describeContradiction(contradiction: Contradiction): string {
  return MESSAGES.contradiction(FIELD_WORDS[contradiction.field] ?? contradiction.field, contradiction.values)
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  salary: 'pay',
  yearsMin: 'years of experience',
  visaSponsorship: 'visas',
  countries: 'countries',
}
