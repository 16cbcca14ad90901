import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJobPostings, findPagePostings } from '../../src/source/read-page-postings.ts'

const script = (text: string) => `<html><script type="application/ld+json">${text}</script></html>`
const JOB = { '@type': 'JobPosting', title: 'Baker' }

describe('findPagePostings', () => {
  it.each([
    ['on its own', JSON.stringify(JOB)],
    ['in a list', JSON.stringify([{ '@type': 'WebSite' }, JOB])],
    ['in a graph', JSON.stringify({ '@graph': [JOB] })],
    ['with several types', JSON.stringify({ '@type': ['Thing', 'JobPosting'], title: 'Baker' })],
    ['with line breaks inside its strings', '{"@type":"JobPosting",\n"title":"Baker","description":"a\nb"}'],
  ])('finds a posting %s', (_name, text) => {
    expect(findPagePostings(script(text))).toMatchObject([{ title: 'Baker' }])
  })

  it('passes over scripts that are broken or of another type', () => {
    expect(findPagePostings(`${script('{broken')}<script>${JSON.stringify(JOB)}</script>`)).toEqual([])
  })

  it('takes any page', () => {
    fc.assert(fc.property(fc.string(), text => Array.isArray(findPagePostings(script(text)))))
    fc.assert(fc.property(fc.anything(), value => Array.isArray(findJobPostings(value))))
  })

  it.each(['<script type="application/ld+json">', '<div>', '{"@graph":[', '<a href="'])(
    'takes time in proportion to its length for %j',
    piece => {
      const started = performance.now()
      findPagePostings(piece.repeat(Math.ceil(500_000 / piece.length)))
      expect(performance.now() - started).toBeLessThan(2000)
    },
  )
})
