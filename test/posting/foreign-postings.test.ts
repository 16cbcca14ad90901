import { describe, expect, it } from 'vitest'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import { FOREIGN_POSTINGS, type ForeignPosting } from './foreign-postings.ts'

const provenance = { sourceName: 'folder', isSample: false }

function read(text: string): Omit<ForeignPosting, 'text'> | null {
  const posting = parsePosting({ path: 'a.txt', content: Buffer.from(text) }, provenance)
  if ('reason' in posting) return null
  const { language, salary, workplace, employment, yearsMin } = posting
  const pay = salary && `${salary.min ?? ''}-${salary.max ?? ''} ${salary.currency} ${salary.period}`
  return { language, pay, workplace, employment, years: yearsMin }
}

describe('parsePosting', () => {
  it.each(FOREIGN_POSTINGS)('reads a whole posting in $language: $text', ({ text, ...facts }) => {
    expect(read(text)).toEqual(facts)
  })
})
