import { describeZones } from '../describe-posting.ts'
import type { Candidate } from '../pay/candidate.ts'
import { chooseCandidates } from '../pay/choose-candidates.ts'
import { findCandidates, findTagCandidate } from '../pay/find-candidates.ts'
import { isSameSalary, makeSalary } from '../pay/make-salary.ts'
import { readStructuredPay } from '../pay/read-structured-pay.ts'
import type { Contradiction, Salary } from '../posting.ts'
import type { PostingText, Reading } from '../posting-text.ts'
import { readLanguage } from './language.ts'

/** The pay of the role and where its passages disagree. */
export interface Pay {
  readonly salary: Salary | null
  readonly contradictions: readonly Contradiction[]
}

/**
 * Reads what the role pays, from the pay tag (or a page's structured data) and the text.
 * A range stated in the text beats the tag, which is often rounded or a union; where they disagree both are kept.
 * @param countries where the job sits (ISO 3166), for amounts without a currency
 */
export function readPay(text: PostingText, countries: readonly string[]): Reading<Pay> {
  const places = countries.length > 0 ? countries : guessHome(text)
  const tag =
    readStructuredPay(text.jobPosting) ??
    (text.payTag === null ? null : findTagCandidate(text.payTag, places))
  const body = chooseCandidates(findCandidates(text.sections, places), tag)
  if (tag === null) return report(body)
  const isSure = body.some(({ strength, isRange }) => strength === 3 || (strength === 2 && isRange))
  return isSure ? report(body, tag) : report([tag])
}

/** Crowns are those of the country whose language the posting is in, where it names no country. */
const HOME_OF_LANGUAGE: Readonly<Record<string, string>> = {
  sv: 'SE',
  no: 'NO',
  da: 'DK',
  cs: 'CZ',
  is: 'IS',
}

function guessHome(text: PostingText): readonly string[] {
  const home = HOME_OF_LANGUAGE[readLanguage(text)]
  if (home === undefined) return []
  const speaksOfCrowns = text.sections.some(({ lines }) => lines.some(line => CROWNS.test(line.text)))
  return speaksOfCrowns ? [home] : []
}

const CROWNS = /\d\s?(?:kr\b|kron|Kč)/i

/** Makes the reading of what won; a tag that lost is kept where it says something else. */
function report(winners: readonly Candidate[], tag: Candidate | null = null): Reading<Pay> {
  const salary = makeSalary(winners)
  const tagged = tag === null ? null : makeSalary([tag])
  const quotes = [...new Set(winners.map(candidate => candidate.quote))]
  if (salary === null || tag === null || tagged === null || isAgreed(salary, tagged)) {
    return { value: { salary, contradictions: [] }, quotes }
  }
  const values = [describeZones(salary), describeZones(tagged)]
  const contradiction: Contradiction = { field: 'salary', values, quotes: [quotes[0] ?? '', tag.quote] }
  return { value: { salary, contradictions: [contradiction] }, quotes }
}

/** One range in the tag is not what a text with zones says, even where it spans them; base and total pay are both true. */
function isAgreed(salary: Salary, tagged: Salary): boolean {
  const isOfOtherKind = salary.kind !== null && tagged.kind !== null && salary.kind !== tagged.kind
  return isOfOtherKind || (salary.zones.length === 0 && isSameSalary(salary, tagged))
}
