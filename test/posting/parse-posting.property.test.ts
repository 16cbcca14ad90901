import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import type { Posting } from '../../src/posting/posting.ts'
import {
  DEGREES,
  EMPLOYMENTS,
  PAY_PERIODS,
  SENIORITIES,
  TOPICS,
  WORKPLACES,
} from '../../src/posting/vocabulary.ts'
import type { UnreadDocument } from '../../src/source/source.ts'

const provenance = { sourceName: 'test', isSample: false, maxBytes: 64 * 1_048_576 }

const parse = (content: Uint8Array | string): Posting | UnreadDocument =>
  parsePosting(
    { path: 'a', content: typeof content === 'string' ? Buffer.from(content) : content },
    provenance,
  )

/** Header and words that make any text after them a posting. */
const asPosting = (body: string): string =>
  `# [Senior Engineer](https://example.com/apply/1)\n### Acme\n#### \`💰 $100k\` \`🌎 Remote, US\`\n\n${body}`

const parts = fc.constantFrom(
  'Senior Engineer',
  '## Requirements\n',
  '**About us**\n',
  '* ',
  '$120,000 - $150,000',
  '€',
  '90k',
  ' to ',
  '401(k)',
  'Berlin, Germany',
  'CA',
  '](https://example.com)',
  '[',
  '`',
  '|',
  '<p>',
  '</li>',
  '<script type="application/ld+json">{"@type":"JobPosting","title":"x"}</script>',
  'â€™',
  'ðŸ’°',
  '5+ years',
  'Bachelor’s degree',
  'Go, Java',
  'remote',
  'hybrid',
  '\n',
  '\n\n',
  ' ',
  '. ',
  ':',
  '(',
  ')',
  '12/10/2026',
  'UTC+2',
  '&amp;',
  '\\-',
  '~',
  '\u0000',
  '薪资',
)
const markup = fc
  .array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 })
  .map(list => list.join(''))

const isOneOf = (words: readonly string[], value: string | null): boolean =>
  value === null || words.includes(value)
const isDate = (value: string | null): boolean => value === null || /^\d{4}-\d{2}-\d{2}$/.test(value)
const isAmount = (value: number | null): boolean => value === null || (Number.isFinite(value) && value > 0)

/** Whether every value is one that the contract allows. */
function isWellFormed(posting: Posting): boolean {
  const { salary } = posting
  return (
    posting.title.trim() !== '' &&
    /^[0-9a-f]{12}$/.test(posting.id) &&
    /^[a-z]{2}$/.test(posting.language) &&
    (posting.url === null || /^https?:\/\//.test(posting.url)) &&
    isOneOf(WORKPLACES, posting.workplace) &&
    isOneOf(SENIORITIES, posting.seniority) &&
    isOneOf(EMPLOYMENTS, posting.employment) &&
    isOneOf(DEGREES, posting.degree) &&
    posting.topics.every(topic => isOneOf(TOPICS, topic)) &&
    posting.countries.every(country => /^(?:[A-Z]{2}|\*)$/.test(country)) &&
    isDate(posting.postedAt) &&
    isDate(posting.closesAt) &&
    isAmount(posting.yearsMin === 0 ? null : posting.yearsMin) &&
    (salary === null ||
      (/^[A-Z]{3}$/.test(salary.currency) &&
        isOneOf(PAY_PERIODS, salary.period) &&
        isAmount(salary.min) &&
        isAmount(salary.max) &&
        (salary.min !== null || salary.max !== null) &&
        (salary.min ?? 0) <= (salary.max ?? Number.POSITIVE_INFINITY)))
  )
}

const isSound = (result: Posting | UnreadDocument): boolean =>
  'reason' in result ? /^[A-Z].+\.$/.test(result.reason) : isWellFormed(result)

describe('parsePosting', () => {
  it('makes a well-formed posting of any text under a header, or says why not', () => {
    fc.assert(fc.property(markup, text => isSound(parse(asPosting(text)))))
  })

  it('takes any text', () => {
    fc.assert(fc.property(markup, text => isSound(parse(text))))
  })

  it('takes any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), bytes => isSound(parse(bytes))))
  })

  it('makes the same posting of the same document', () => {
    const isRepeatable = (text: string): boolean => {
      const [first, second] = [text, text].map(parse)
      return isDeepStrictEqual(first, second)
    }
    fc.assert(
      fc.property(markup, text => isRepeatable(asPosting(text))),
      { numRuns: 20 },
    )
  })
})

/** Pieces that a pattern with a weakness would choke on, each said over and over. */
const HOSTILE: readonly string[] = [
  'word ',
  'We build things. ',
  '$120,000 - $150,000 base salary ',
  '* $1 ',
  '[a](',
  '**',
  '_ ',
  '<p',
  '<div><p>text ',
  'â€™',
  'New York, ',
  '5+ years of experience, ',
  'Remote in Germany. ',
  '\n',
  ' ',
  '# a\n',
  'a: b\n',
  '| a ',
  '401(k) bonus of up to ',
  'At Acme, we ',
  'Java, Go, C++ / ',
  '&#x',
]

const SIZE = 2_000
const GROWTH = 16

/** Milliseconds of processor time that parsing takes, best of five: other programs do not count. */
function time(text: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage()
    parse(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}

describe('the time that parsing takes', () => {
  it.each(HOSTILE)(
    'grows with the length of the text: %j',
    piece => {
      const small = asPosting(piece.repeat(SIZE / piece.length))
      const large = asPosting(piece.repeat((SIZE * GROWTH) / piece.length))
      time(small)
      expect(time(large)).toBeLessThanOrEqual(Math.max(time(small), 1) * GROWTH * 2)
    },
    30_000,
  )

  it.each(['<div>', '<p>a', '<li><b>a</b>', '{"@graph":['])(
    'grows with the length of a page: %j',
    piece => {
      const page = (size: number): string =>
        `<!doctype html><h1>Engineer</h1><p>We are hiring. Apply now. Full-time.</p>${piece.repeat(size / piece.length)}`
      time(page(SIZE))
      expect(time(page(SIZE * GROWTH))).toBeLessThanOrEqual(Math.max(time(page(SIZE)), 1) * GROWTH * 2)
    },
    30_000,
  )
})
