import type { Posting } from './posting.ts'

/** A posting as `rolecall parse` prints it: the contract's fields and nothing else. */
export function renderPostingJson(posting: Posting) {
  return {
    path: posting.path,
    id: posting.id,
    url: posting.url,
    title: posting.title,
    titleInferred: posting.titleInferred,
    company: posting.company,
    salary: posting.salary,
    workplace: posting.workplace,
    countries: posting.countries,
    regions: posting.regions,
    states: posting.states,
    cities: posting.cities,
    timeZones: posting.timeZones,
    seniority: posting.seniority,
    employment: posting.employment,
    yearsMin: posting.yearsMin,
    degree: posting.degree,
    degreeOrEquivalent: posting.degreeOrEquivalent,
    visaSponsorship: posting.visaSponsorship,
    skills: posting.skills,
    topics: posting.topics,
    language: posting.language,
    postedAt: posting.postedAt,
    closesAt: posting.closesAt,
    contradictions: posting.contradictions,
  }
}
