import fc from 'fast-check'
import type { Posting } from '../../../src/posting/posting.ts'
import type { SectionKind } from '../../../src/posting/posting-text.ts'
import { makePosting, makeSalary } from '../make-posting.ts'

const TITLES = ['Backend Engineer', 'Back-End Engineer', 'Senior SRE', 'Data Analyst (Berlin)', 'Chef 🚀']
const COMPANIES = [null, 'Kestrel', 'Kestrel, Inc.', 'Wisła Soft', 'Heron Labs']
/** Long enough for two copies to count as one text. */
const TEXTS = ['alpha', 'beta', 'gamma', 'delta'].map((word, at) =>
  Array.from({ length: 30 }, (_, i) => `${word}${i * (at + 1)} servers`).join(' '),
)
const SALARIES = [
  null,
  null,
  makeSalary(90_000, 120_000),
  makeSalary(60, null, {
    period: 'hour',
    kind: 'base',
    zones: [{ label: 'California', min: 70, max: null }],
  }),
]
const KINDS: readonly SectionKind[] = ['duties', 'company', 'requirements']

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)
const some = (...values: readonly string[]) => fc.subarray([...values])

const facts = fc.record({
  title: pick(TITLES),
  company: pick(COMPANIES),
  salary: pick(SALARIES),
  workplace: pick(['remote', 'hybrid', null] as const),
  countries: some('US', 'DE', 'PL'),
  states: some('CA', 'TX'),
  cities: some('Berlin', 'Austin', 'Kraków'),
  seniority: pick(['senior', null, null] as const),
  yearsMin: pick([null, 3, 5]),
  degree: pick([null, 'bachelor'] as const),
  visaSponsorship: pick([null, true, false]),
  skills: some('go', 'python', 'sql'),
  postedAt: pick([null, '2025-01-10', '2025-02-01']),
  closesAt: pick([null, null, '2025-06-30']),
  sourceName: pick(['folder', 'feed']),
  text: pick(TEXTS),
  kind: pick(KINDS),
  hasAddress: fc.boolean(),
  address: fc.nat({ max: 6 }),
})

/** A few postings of one small world, so that many are copies of each other. */
export const markets: fc.Arbitrary<readonly Posting[]> = fc
  .array(facts, { minLength: 1, maxLength: 24 })
  .map(list => list.map(makeMarketPosting))

type MarketFacts = typeof facts extends fc.Arbitrary<infer T> ? T : never

function makeMarketPosting(given: MarketFacts, at: number): Posting {
  const { text, kind, hasAddress, address, ...rest } = given
  const lines = [{ text: `Posting about ${text}`, isItem: false }]
  return makePosting({
    ...rest,
    id: hasAddress ? `url-${address}` : `text-${rest.title}-${rest.company}`,
    url: hasAddress ? `https://jobs.example.com/${address}` : null,
    path: `${at}.md`,
    sections: [{ kind, heading: 'About', lines }],
    evidence: { title: [rest.title], ...(rest.salary === null ? {} : { salary: [`pays ${at}`] }) },
  })
}
