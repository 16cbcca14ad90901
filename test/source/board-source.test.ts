import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASHBY } from '../../src/source/ashby-source.ts'
import { GREENHOUSE } from '../../src/source/greenhouse-source.ts'
import { createHttpClient } from '../../src/source/http-client.ts'
import { openSource } from '../../src/source/index.ts'
import { LEVER } from '../../src/source/lever-source.ts'
import { writeDocuments } from '../../src/source/write-document.ts'
import { answerPaths, serve } from './serve-loopback.ts'

const FIELDS = [
  ...['id', 'text', 'title', 'content', 'location', 'offices', 'metadata', 'departments', 'pay_input_ranges'],
  ...[
    'categories',
    'lists',
    'salaryRange',
    'country',
    'createdAt',
    'applyUrl',
    'workplaceType',
    'description',
  ],
  ...['secondaryLocations', 'compensation', 'address', 'isRemote', 'employmentType', 'publishedAt'],
]

const KINDS = [
  ['Greenhouse', 'https://boards.greenhouse.io/acme', '{"jobs":[]}'],
  ['Lever', 'https://jobs.lever.co/acme', '[]'],
  ['Ashby', 'https://jobs.ashbyhq.com/acme', '{"apiVersion":"1","jobs":[]}'],
] as const

async function collectFrom(given: string, answer: string | Uint8Array, status = 200) {
  const { url } = await serve((_, response) => response.writeHead(status).end(answer))
  const source = openSource(given, { maxDocumentBytes: 100_000, boardsUrl: url })
  return Array.fromAsync(source.collect())
}

describe.each(KINDS)('a board of %s', (_name, given, empty) => {
  it('may be empty', async () => {
    expect(await collectFrom(given, empty)).toEqual([])
  })

  it.each([
    '',
    'null',
    '{}',
    '"jobs"',
    '<html>Moved</html>',
    '{"jobs":{}}',
    '[1]',
    '{"jobs":[',
    '{"ok":false}',
  ])('is never empty because it answers %j', async answer => {
    await expect(collectFrom(given, answer)).rejects.toMatchObject({ code: 'SOURCE_NOT_RECOGNISED' })
  })

  it('that does not exist is named', async () => {
    await expect(collectFrom(given, '{"error":"not found"}', 404)).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
    })
  })

  it('does not break on jobs without facts', async () => {
    const job = { id: 1, text: 'x', title: null }
    const answer = empty.startsWith('[')
      ? JSON.stringify([{ id: null, text: null }])
      : JSON.stringify({ jobs: [job, {}] })
    const documents = await collectFrom(given, answer)
    expect(documents.every(document => 'reason' in document)).toBe(true)
  })
})

describe.each([ASHBY, GREENHOUSE, LEVER])('the reader of $name', provider => {
  it('takes whatever a board may answer', () => {
    const item = fc.dictionary(fc.constantFrom(...FIELDS), fc.anything(), { maxKeys: 12 })
    fc.assert(
      fc.property(fc.array(fc.oneof(item, fc.anything()), { maxLength: 4 }), jobs => {
        for (const data of [jobs, { jobs }]) {
          const listed = provider.readJobs(data, 'acme')
          if (listed) Array.from(writeDocuments(listed, { folder: 'x', maxDocumentBytes: 10_000 }))
        }
      }),
    )
  })
})

describe('a single posting of a board', () => {
  const answer = readFileSync(new URL('../fixtures/sources/greenhouse/answer.json', import.meta.url))

  it('is all that is handed over', async () => {
    const documents = await collectFrom('https://boards.greenhouse.io/lanternwick/jobs/7100002', answer)
    expect(documents.map(({ path }) => path)).toEqual(['greenhouse/lanternwick/7100002'])
  })

  it('that has been closed is named', async () => {
    await expect(
      collectFrom('https://boards.greenhouse.io/lanternwick/jobs/1', answer),
    ).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
    })
  })
})

describe('the address of a web page', () => {
  async function collectPage(body: string | Uint8Array, type = 'text/html') {
    const server = await serve(
      answerPaths({ '/careers/7': response => response.setHeader('content-type', type).end(body) }),
    )
    const options = { maxDocumentBytes: 100_000, privateHosts: [server.host] }
    const documents = await Array.fromAsync(openSource(`${server.url}/careers/7`, options).collect())
    return documents.map(document =>
      'content' in document ? Buffer.from(document.content).toString() : document.reason,
    )
  }
  const script = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
  const JOB = { '@type': 'JobPosting', title: 'Baker', description: 'You bake. '.repeat(30) }

  it.each([
    '<html><body>Careers</body></html>',
    '',
    'plain words',
    '\u0000\u0001',
    '{"a":1}',
    script({ '@type': 'Person' }),
  ])('without a posting is refused: %j', async body => {
    await expect(collectPage(body)).rejects.toMatchObject({ code: 'SOURCE_NOT_RECOGNISED' })
  })

  it('with several postings hands over each', async () => {
    const page = await collectPage(
      script([JOB, { '@type': 'ItemList', itemListElement: [{ item: { ...JOB, title: 'Cook' } }] }]),
    )
    expect(page.map(text => /"title":"(\w+)"/.exec(text)?.[1])).toEqual(['Baker', 'Cook'])
  })

  it('is handed over as it is where the data only tease', async () => {
    const [page] = await collectPage(
      `<html><body>${script({ ...JOB, description: 'Bake!' })}<p>All the duties.</p></body></html>`,
    )
    expect(page).toContain('All the duties.')
    expect(page).toMatch(/^<!doctype html><base href="http:\/\/127\.0\.0\.1:\d+\/careers\/7">/)
  })

  it('is read in the encoding that it names', async () => {
    const body = Buffer.from(script({ ...JOB, title: 'Bäcker' }), 'latin1')
    expect((await collectPage(body, 'text/html; charset=iso-8859-1'))[0]).toContain('"title":"Bäcker"')
  })

  it('is read only as robots.txt allows, whatever its name; a feed by its name is not asked about', async () => {
    const page = script(JOB)
    const server = await serve(
      answerPaths({
        '/robots.txt': 'User-agent: *\nDisallow: /',
        '/careers': page,
        '/page.xml': page,
        '/jobs.xml': '<rss><title>Jobs</title><item><title>Baker</title></item></rss>',
      }),
    )
    const options = { maxDocumentBytes: 100_000, privateHosts: [server.host] }
    // A pause between requests to this machine would only slow the test down.
    const http = createHttpClient(options, { pauseMs: 0 })
    const collect = (path: string) =>
      Array.fromAsync(openSource(`${server.url}${path}`, options, http).collect())
    await expect(collect('/careers')).rejects.toMatchObject({ code: 'SOURCE_ROBOTS' })
    await expect(collect('/page.xml')).rejects.toMatchObject({ code: 'SOURCE_ROBOTS' })
    expect(await collect('/jobs.xml')).toHaveLength(1)
  })

  it('of a broken feed is refused', async () => {
    await expect(
      collectPage('<rss><channel><item><title>A</title>', 'application/rss+xml'),
    ).rejects.toMatchObject({
      code: 'SOURCE_NOT_RECOGNISED',
      message: expect.stringContaining('breaks off'),
    })
  })
})
