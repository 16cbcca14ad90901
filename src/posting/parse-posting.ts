import type { SourceDocument, UnreadDocument } from '../source/source.ts'
import { readCompany } from './extract/company.ts'
import { readClosesAt, readPostedAt } from './extract/dates.ts'
import { readEducation } from './extract/education.ts'
import { readEmployment } from './extract/employment.ts'
import { readExperience } from './extract/experience.ts'
import { readLanguage } from './extract/language.ts'
import { readLevel } from './extract/level.ts'
import { readPay } from './extract/pay.ts'
import { readPlace } from './extract/place.ts'
import { readSkills } from './extract/skills.ts'
import { readTitle } from './extract/title.ts'
import { readTopics } from './extract/topics.ts'
import { readVisa } from './extract/visa.ts'
import { readWorkplace } from './extract/workplace.ts'
import { fingerprint } from './fingerprint.ts'
import type { Evidence, Posting, PostingFacts } from './posting.ts'
import type { PostingText } from './posting-text.ts'
import { readPostingText } from './read-posting-text.ts'

/** Where a document came from, as its posting will carry it. */
export interface Provenance {
  readonly sourceName: string
  readonly isSample: boolean
  /** Largest document that is read (bytes; default 1 MiB). */
  readonly maxBytes?: number
}

/**
 * Reads one document into a posting, or says why it is none.
 * @example parsePosting({ path: 'a.md', content }, { sourceName: 'folder', isSample: false })
 */
export function parsePosting(document: SourceDocument, provenance: Provenance): Posting | UnreadDocument {
  const text = readPostingText(document.content, provenance.maxBytes)
  if ('reason' in text) return { path: document.path, reason: text.reason }
  const readings = readFields(text, document.pathDate ?? null)
  const facts = makeFacts(readings)
  const places = [...facts.countries, ...facts.states, ...facts.cities].sort()
  return {
    ...facts,
    id: fingerprint({ url: text.url, company: facts.company, title: facts.title, places }),
    path: document.path,
    url: text.url,
    sourceName: provenance.sourceName,
    isSample: provenance.isSample,
    evidence: gatherEvidence(readings),
    sections: text.sections,
  }
}

type Readings = ReturnType<typeof readFields>

/** Reads every field; what one needs of another is handed on. */
function readFields(text: PostingText, pathDate: string | null) {
  const title = readTitle(text)
  const place = readPlace(text)
  const company = readCompany(text)
  const skills = readSkills(text, company.value)
  return {
    title,
    place,
    skills,
    company,
    pay: readPay(text, place.value.countries),
    workplace: readWorkplace(text, place),
    level: readLevel(text, title.value.title),
    employment: readEmployment(text),
    experience: readExperience(text),
    education: readEducation(text),
    visa: readVisa(text),
    topics: readTopics(text, title.value.title, skills.value),
    language: readLanguage(text),
    postedAt: readPostedAt(text, pathDate),
    closesAt: readClosesAt(text),
  }
}

function makeFacts(readings: Readings): PostingFacts {
  return {
    title: readings.title.value.title,
    titleInferred: readings.title.value.isInferred,
    company: readings.company.value,
    salary: readings.pay.value.salary,
    workplace: readings.workplace.value,
    ...readings.place.value,
    seniority: readings.level.value,
    employment: readings.employment.value,
    yearsMin: readings.experience.value,
    degree: readings.education.value.degree,
    degreeOrEquivalent: readings.education.value.orEquivalent,
    visaSponsorship: readings.visa.value,
    skills: readings.skills.value,
    topics: readings.topics.value,
    language: readings.language,
    postedAt: readings.postedAt.value,
    closesAt: readings.closesAt.value,
    contradictions: [...readings.pay.value.contradictions, ...readings.workplace.contradictions],
  }
}

/** The passages by field; fields that no passage speaks of are left out. */
function gatherEvidence(readings: Readings): Evidence {
  const quotes: Evidence = {
    title: readings.title.quotes,
    company: readings.company.quotes,
    salary: readings.pay.quotes,
    workplace: readings.workplace.quotes,
    ...readings.place.evidence,
    seniority: readings.level.quotes,
    employment: readings.employment.quotes,
    yearsMin: readings.experience.quotes,
    degree: readings.education.quotes,
    visaSponsorship: readings.visa.quotes,
    skills: readings.skills.quotes,
    topics: readings.topics.quotes,
    postedAt: readings.postedAt.quotes,
    closesAt: readings.closesAt.quotes,
  }
  return Object.fromEntries(Object.entries(quotes).filter(([, passages]) => passages.length > 0))
}
