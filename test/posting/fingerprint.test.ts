import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/posting/fingerprint.ts'

const acme = { url: null, company: 'Acme', title: 'Engineer', places: ['US', 'Austin'] }
const at = (url: string): string => fingerprint({ ...acme, url })

describe('fingerprint', () => {
  it('is short, the same for the same posting, and known in advance', () => {
    expect(fingerprint(acme)).toMatch(/^[0-9a-f]{12}$/)
    expect(fingerprint(acme)).toBe(fingerprint({ ...acme, title: ' engineer ', company: 'ACME' }))
    expect(at('https://example.com/apply/1')).toBe('9c7d7a7bbe74')
  })

  it('goes by the apply address where there is one', () => {
    expect(at('https://example.com/apply/1')).toBe(
      fingerprint({ ...acme, title: 'Other', url: 'https://example.com/apply/1' }),
    )
    expect(at('https://example.com/apply/1')).not.toBe(at('https://example.com/apply/2'))
    expect(at('https://example.com/jobs?gh_jid=1')).not.toBe(at('https://example.com/jobs?gh_jid=2'))
  })

  it('sees through www, a slash at the end and marks of where a visitor came from', () => {
    expect(at('https://www.example.com/apply/1/?utm_source=board&ref=x')).toBe(
      at('http://example.com/apply/1'),
    )
  })

  it.each([
    'https://acme.example.com/',
    'https://acme.example.com/careers/',
    'https://example.com/en/jobs?utm_source=feed#open',
    'https://boards.greenhouse.io/acme',
  ])('takes no page that all jobs of a company lead to (%s)', url => {
    expect(at(url)).toBe(fingerprint(acme))
  })

  it('knows a posting by what stands behind the # of a page', () => {
    expect(at('https://example.com/careers#/job/1')).not.toBe(at('https://example.com/careers#/job/2'))
    expect(at('https://example.com/apply/1#top')).toBe(at('https://example.com/apply/1'))
  })

  it('tells postings without an address apart by company, title and place', () => {
    const ids = [
      acme,
      { ...acme, company: 'Globex' },
      { ...acme, title: 'Designer' },
      { ...acme, places: ['CA'] },
    ].map(fingerprint)
    expect(new Set(ids).size).toBe(4)
  })
})
