import { describe, expect, it } from 'vitest'
import { readVisa } from '../../../src/posting/extract/visa.ts'
import { postingWith } from './posting-with.ts'

const visaOf = (line: string) => readVisa(postingWith({ legal: [line] })).value

describe('readVisa', () => {
  it.each([
    'We sponsor visas for this role.',
    'Visa sponsorship is available.',
    'Relocation package and visa support',
    'We are happy to sponsor H-1B transfers.',
    'If you need a residence permit, we apply for it and pay the fee.',
  ])('reads an offer: %s', line => {
    expect(visaOf(line)).toBe(true)
  })

  it.each([
    'We are unable to sponsor visas at this time.',
    'This position is not eligible for immigration sponsorship.',
    'You must be authorized to work in the US without sponsorship.',
    'Sponsorship is not available for this job.',
    'We don’t sponsor H1Bs.',
    'Applicants hold citizenship or permanent residency.',
    'You hold a valid permit and will not need company sponsorship to keep it.',
  ])('reads a refusal: %s', line => {
    expect(visaOf(line)).toBe(false)
  })

  it.each([
    'You must be authorized to work in the country.',
    'We process payments for Visa and Mastercard.',
    'Company-sponsored events and sponsored content',
    'Will you now or in the future require visa sponsorship?',
    'Mentorship, coaching and sponsorship programs',
    'Life insurance sponsored by the company',
  ])('sees neither in: %s', line => {
    expect(visaOf(line)).toBeNull()
  })

  it('lets a refusal win over an offer', () => {
    const text = postingWith({
      benefits: ['Visa support'],
      legal: ['We cannot sponsor visas for this role.'],
    })
    expect(readVisa(text)).toEqual({ value: false, quotes: ['We cannot sponsor visas for this role.'] })
  })
})
