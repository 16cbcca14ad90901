import { createHash } from 'node:crypto'
import { countryName } from '../posting/places/countries.ts'
import type { Posting } from '../posting/posting.ts'
import { normaliseCompany } from './company-name.ts'
import { splitWords } from './split-words.ts'

/** What decides which postings are looked at as copies of each other; short, so that it can be kept for all of them. */
export interface MergeMarks {
  readonly id: string
  /** ISO 8601; null where it is not stated. */
  readonly postedAt: string | null
  readonly sourceName: string
  readonly path: string
  /** The same for postings that share an apply address and a title; null where there is no address. */
  readonly address: string | null
  /** The same for postings that have in common what all copies of one have: title and facts but place and pay. */
  readonly offer: string
  /** The company's name without legal form; empty where there is none. */
  readonly company: string
  /** Names the longest line, which a mirror on another board repeats; empty where there is no line. */
  readonly anchor: string
}

/** A posting among those that copies are looked for in; its text is read only if it may be one. */
export interface Mergeable {
  readonly marks: MergeMarks
  readonly read: () => Posting
}

/** Reads the marks of a posting. */
export function makeMergeMarks(posting: Posting): MergeMarks {
  const { id, title, url, postedAt, sourceName, path, company } = posting
  return {
    id,
    sourceName,
    postedAt,
    path,
    address: url === null ? null : `${id}|${title}`,
    offer: shorten(describeOffer(posting)),
    company: normaliseCompany(company ?? ''),
    anchor: shorten(findLongestLine(posting)),
  }
}

/** All lines of a posting's text. */
export function listLines(posting: Posting): readonly string[] {
  return posting.sections.flatMap(({ lines }) => lines.map(({ text }) => text))
}

/** The longest line of many is long, and there are many of them. */
const SHORT_LENGTH = 16

function shorten(text: string): string {
  if (text === '') return ''
  return createHash('sha256').update(text).digest('base64url').slice(0, SHORT_LENGTH)
}

/** All that copies of one posting have in common: the words of the title in any order, and the facts but place and pay. */
function describeOffer(posting: Posting): string {
  const { seniority, workplace, employment, yearsMin, degree, visaSponsorship, language } = posting
  const facts = [seniority, workplace, employment, yearsMin, degree, visaSponsorship, language]
  return JSON.stringify([titleKey(posting), ...facts])
}

/** "Back-End Engineer (Turkey)" and "Engineer, Backend" are one title; where a copy sits is no part of it. */
function titleKey({ title, countries, cities }: Posting): string {
  const words = splitWords(title.replace(/\b(back|front|full)[- ](?=end\b|stack\b)/gi, '$1'))
  if (words.length < 3) return words.sort().join(' ')
  const places = new Set(splitWords([...countries.map(code => countryName(code) ?? ''), ...cities].join(' ')))
  return words
    .filter(word => !places.has(word))
    .map(word => (word === 'sr' ? 'senior' : word === 'jr' ? 'junior' : word))
    .sort()
    .join(' ')
}

function findLongestLine(posting: Posting): string {
  return listLines(posting).reduce((longest, line) => (line.length > longest.length ? line : longest), '')
}
