import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listHosts, openSampleSource, openSource, openSources, SOURCE_KINDS } from '../../src/source/index.ts'

const OPTIONS = { maxDocumentBytes: 1_048_576 }

describe('listHosts', () => {
  it('names the hosts of addresses with their ports, and none of paths', () => {
    expect(listHosts(['./postings', 'http://127.0.0.1:8080/jobs.xml', 'https://example.com/a'])).toEqual([
      '127.0.0.1:8080',
      'example.com',
    ])
  })
})

describe('openSource', () => {
  it.each(['./postings', 'postings', '/srv/postings', 'C:\\postings', 'a:b'])(
    'takes %s for a file or folder',
    given => {
      expect(openSource(given, OPTIONS).id).toBe(`folder:${resolve(given)}`)
    },
  )

  it.each(['s3://bucket', 'ftp://example.com/jobs', 'http://', 'https://[::'])(
    'refuses the address %s',
    given => {
      expect(() => openSource(given, OPTIONS)).toThrow(
        expect.objectContaining({ code: 'SOURCE_UNSUPPORTED' }),
      )
    },
  )

  it.each([
    ['https://boards.greenhouse.io/acme', 'greenhouse:acme'],
    ['https://job-boards.greenhouse.io/acme/', 'greenhouse:acme'],
    ['https://job-boards.eu.greenhouse.io/acme?gh_src=x', 'greenhouse:acme'],
    ['https://boards.greenhouse.io/embed/job_board?for=acme', 'greenhouse:acme'],
    ['https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true', 'greenhouse:acme'],
    ['https://boards.greenhouse.io/acme/jobs/123', 'greenhouse:acme/123'],
    ['https://jobs.lever.co/acme', 'lever:acme'],
    ['https://jobs.eu.lever.co/acme', 'lever-eu:acme'],
    ['HTTPS://JOBS.LEVER.CO/acme', 'lever:acme'],
    ['https://api.lever.co/v0/postings/acme?mode=json', 'lever:acme'],
    ['https://jobs.lever.co/acme/5f1c/apply', 'lever:acme/5f1c'],
    ['https://jobs.ashbyhq.com/acme', 'ashby:acme'],
    ['https://jobs.ashbyhq.com/Acme%20Labs', 'ashby:Acme Labs'],
    ['https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true', 'ashby:acme'],
    ['https://example.com/jobs.rss', 'web:https://example.com/jobs.rss'],
    ['https://example.com/jobs#top', 'web:https://example.com/jobs'],
    ['https://boards.greenhouse.io.example.com/acme', 'web:https://boards.greenhouse.io.example.com/acme'],
    ['https://jobs.lever.co/', 'web:https://jobs.lever.co/'],
    ['https://jobs.lever.co/%2e%2e%2fx', 'web:https://jobs.lever.co/%2e%2e%2fx'],
  ])('opens %s as %s', (given, id) => {
    expect(openSource(given, OPTIONS).id).toBe(id)
  })

  it.each([
    ['https://jobs.eu.lever.co/acme', 'https://api.eu.lever.co/v0/postings/acme?mode=json'],
    [
      'https://boards.eu.greenhouse.io/acme',
      'https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true&pay_transparency=true',
    ],
    [
      'https://jobs.ashbyhq.com/Acme%20Labs',
      'https://api.ashbyhq.com/posting-api/job-board/Acme%20Labs?includeCompensation=true',
    ],
  ])('reads the board %s from %s', (given, origin) => {
    expect(openSource(given, OPTIONS).origin).toBe(origin)
  })

  it.each(SOURCE_KINDS)('opens the example of $id with that kind and no earlier one', kind => {
    expect(SOURCE_KINDS.find(candidate => candidate.recognises(kind.example))).toBe(kind)
  })
})

describe('openSources', () => {
  it('opens each once, however often and however it is named', () => {
    const opened = openSources(['./postings', 'postings/', resolve('postings'), './others'], OPTIONS)
    expect(opened.map(source => source.id)).toEqual([
      `folder:${resolve('postings')}`,
      `folder:${resolve('others')}`,
    ])
  })
})

describe('sources', () => {
  it.each(SOURCE_KINDS)('of the kind $id name their origin and terms', kind => {
    const source = openSource(kind.example, OPTIONS)
    expect(source.origin).not.toBe('')
    expect(source.terms).toMatch(/^[A-Z].{20,}\.$/)
    expect(source.maxAgeDays).toBe(kind.id === 'folder' ? null : 60)
  })
})

describe('openSampleSource', () => {
  it('hands over the sample postings wherever the program is started, marked as samples', async () => {
    const source = openSampleSource(OPTIONS)
    const documents = await Array.fromAsync(source.collect())
    expect(source.isSample).toBe(true)
    expect(documents.length).toBeGreaterThan(0)
    expect(documents.filter(document => 'reason' in document)).toEqual([])
  })
})
