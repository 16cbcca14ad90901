import type { SourceDocument, UnreadDocument } from '../source/source.ts'
import { readCompany } from './extract/company.ts'
import { readDates } from './extract/dates.ts'
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
import type { Evidence, Posting, PostingFacts, PostingField } from './posting.ts'
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
  const { facts, evidence } = readFacts(text)
  return {
    ...facts,
    id: fingerprint({
      url: text.url,
      ...facts,
      places: [...facts.countries, ...facts.states, ...facts.cities].sort(),
    }),
    path: document.path,
    url: text.url,
    sourceName: provenance.sourceName,
    isSample: provenance.isSample,
    evidence,
    sections: text.sections,
  }
}

function readFacts(text: PostingText): { readonly facts: PostingFacts; readonly evidence: Evidence } {
  const title = readTitle(text)
  const company = readCompany(text)
  const place = readPlace(text)
  const pay = readPay(text, place.value.countries)
  const workplace = readWorkplace(text, place)
  const level = readLevel(text, title.value.title)
  const employment = readEmployment(text)
  const experience = readExperience(text)
  const education = readEducation(text)
  const visa = readVisa(text)
  const skills = readSkills(text)
  const topics = readTopics(text, title.value.title, skills.value)
  const dates = readDates(text)
  const facts: PostingFacts = {
    title: title.value.title,
    titleInferred: title.value.isInferred,
    company: company.value,
    salary: pay.value.salary,
    workplace: workplace.value,
    ...place.value,
    seniority: level.value,
    employment: employment.value,
    yearsMin: experience.value,
    degree: education.value.degree,
    degreeOrEquivalent: education.value.orEquivalent,
    visaSponsorship: visa.value,
    skills: skills.value,
    topics: topics.value,
    language: readLanguage(text),
    postedAt: dates.value.postedAt,
    closesAt: dates.value.closesAt,
    contradictions: pay.value.contradictions,
  }
  const evidence = keepQuoted({
    title: title.quotes,
    company: company.quotes,
    salary: pay.quotes,
    workplace: workplace.quotes,
    countries: place.quotes,
    seniority: level.quotes,
    employment: employment.quotes,
    yearsMin: experience.quotes,
    degree: education.quotes,
    visaSponsorship: visa.quotes,
    skills: skills.quotes,
    topics: topics.quotes,
    postedAt: dates.quotes,
  })
  return { facts, evidence }
}

/** Leaves out the fields that no passage speaks of. */
function keepQuoted(quotes: Readonly<Partial<Record<PostingField, readonly string[]>>>): Evidence {
  return Object.fromEntries(Object.entries(quotes).filter(([, passages]) => passages.length > 0))
}
