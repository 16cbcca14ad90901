import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSource } from '../../src/source/index.ts'
import { answerPaths, serve } from './serve-loopback.ts'

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

  it('of a broken feed is refused', async () => {
    await expect(
      collectPage('<rss><channel><item><title>A</title>', 'application/rss+xml'),
    ).rejects.toMatchObject({
      code: 'SOURCE_NOT_RECOGNISED',
      message: expect.stringContaining('breaks off'),
    })
  })
})
