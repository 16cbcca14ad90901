import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEducation } from '../../../src/posting/extract/education.ts'
import { readEmployment } from '../../../src/posting/extract/employment.ts'
import { readExperience } from '../../../src/posting/extract/experience.ts'
import { readLevel } from '../../../src/posting/extract/level.ts'
import { readSkills } from '../../../src/posting/extract/skills.ts'
import { readTopics } from '../../../src/posting/extract/topics.ts'
import { readVisa } from '../../../src/posting/extract/visa.ts'
import type { PostingText, Reading } from '../../../src/posting/posting-text.ts'
import { postingWith } from './posting-with.ts'

const READERS: Readonly<Record<string, (text: PostingText) => Reading<unknown>>> = {
  readLevel: text => readLevel(text, text.titleLine ?? ''),
  readExperience,
  readEducation,
  readEmployment,
  readVisa,
  readSkills,
  readTopics: text => readTopics(text, text.titleLine ?? '', []),
}

/** Words that the readers' patterns begin with, so that random text reaches deep into them. */
const BAIT = fc.constantFrom(
  'looking for a',
  'senior',
  '5',
  '+',
  'years',
  'of',
  'experience',
  "Bachelor's",
  'degree',
  'or',
  'BS',
  '/',
  ',',
  'full-time',
  'contract',
  'not',
  'visa',
  'sponsor',
  'Go',
  'C',
  '(',
  'manager',
  'a-',
  '-',
  '.',
  ' ',
  'equivalent',
  'and',
)
const LINE = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(BAIT, { maxLength: 40 }).map(words => words.join(' ')),
)

const onAllSections = (line: string): PostingText =>
  postingWith(
    { role: [line], requirements: [line], 'nice-to-have': [line], legal: [line] },
    { titleLine: line.slice(0, 300) },
  )

/** Below this a measurement says more about the machine than about the reader. */
const TIMER_NOISE_MS = 2

function fastestMs(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

describe.each(Object.entries(READERS))('%s on hostile text', (_, read) => {
  it('never throws and quotes only what stands there', () => {
    fc.assert(
      fc.property(LINE, line => {
        for (const quote of read(onAllSections(line)).quotes) expect(line).toContain(quote.trim())
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    'full-time a- ',
    'looking for a senior ',
    'BS, MS or PhD or ',
    'contract is a ',
    'full-time, monday ',
    'not sponsor a ',
    'github your Go, C, ',
    '5 years or 5 ',
    '1-1-((',
  ])('takes linear time in many times %j', bait => {
    const make = (length: number) => onAllSections(bait.repeat(Math.ceil(length / bait.length)))
    const [short, long] = [make(4000), make(64_000)]
    read(short)
    const shortMs = Math.max(
      fastestMs(() => read(short)),
      TIMER_NOISE_MS,
    )
    // Sixteen times the length; a quadratic reader takes 256 times as long, a busy machine a few times as long.
    expect(fastestMs(() => read(long)) / shortMs).toBeLessThan(64)
  })
})
