import type { Posting, Salary } from '../../src/posting/posting.ts'

let made = 0

/** A posting that says nothing but its title, with the facts that a test is about. */
export function makePosting(facts: Partial<Posting> & { readonly text?: string } = {}): Posting {
  const { text, ...rest } = facts
  made++
  return {
    id: `id-${made}`,
    path: `${made}.md`,
    url: null,
    sourceName: 'test',
    isSample: false,
    title: 'Worker',
    titleInferred: false,
    company: null,
    salary: null,
    workplace: null,
    countries: [],
    regions: [],
    states: [],
    cities: [],
    timeZones: [],
    seniority: null,
    employment: null,
    yearsMin: null,
    degree: null,
    degreeOrEquivalent: false,
    visaSponsorship: null,
    skills: [],
    topics: [],
    language: 'en',
    postedAt: null,
    closesAt: null,
    contradictions: [],
    evidence: {},
    sections: text === undefined ? [] : [{ kind: 'duties', heading: null, lines: [{ text, isItem: false }] }],
    ...rest,
  }
}

/** Pay a year in US dollars, with what differs. */
export function makeSalary(min: number | null, max: number | null, rest: Partial<Salary> = {}): Salary {
  return { min, max, currency: 'USD', period: 'year', kind: null, zones: [], ...rest }
}
