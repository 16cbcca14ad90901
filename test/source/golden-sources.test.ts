import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import { renderPostingJson } from '../../src/posting/posting-json.ts'
import { openSource } from '../../src/source/index.ts'
import type { Source } from '../../src/source/source.ts'
import { answerPaths, serve } from './serve-loopback.ts'

const fixture = (path: string) => fileURLToPath(new URL(`../fixtures/sources/${path}`, import.meta.url))

/** What is read from a posting that a source can get wrong; the parser's own fields are tested elsewhere. */
async function read(source: Source) {
  const documents = await Array.fromAsync(source.collect())
  return documents.map(document => {
    const posting =
      'content' in document ? parsePosting(document, { sourceName: source.name, isSample: false }) : document
    if ('reason' in posting) return posting
    const { id, skills, topics, degree, degreeOrEquivalent, visaSponsorship, language, ...rest } =
      renderPostingJson(posting)
    return rest
  })
}

function expectGolden(name: string, actual: unknown): void {
  const file = fixture(`${name}/expected.json`)
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`)
  expect(existsSync(file)).toBe(true)
  expect(actual).toEqual(JSON.parse(readFileSync(file, 'utf8')))
}

const BOARDS = [
  {
    name: 'greenhouse',
    given: 'https://boards.greenhouse.io/lanternwick',
    api: '/boards-api.greenhouse.io/v1/boards/lanternwick/jobs?content=true&pay_transparency=true',
  },
  {
    name: 'lever',
    given: 'https://jobs.lever.co/quillmarsh',
    api: '/api.lever.co/v0/postings/quillmarsh?mode=json',
  },
  {
    name: 'ashby',
    given: 'https://jobs.ashbyhq.com/brindlecote',
    api: '/api.ashbyhq.com/posting-api/job-board/brindlecote?includeCompensation=true',
  },
]

describe('boards', () => {
  it.each(BOARDS)('reads every fact that a board of $name states', async ({ name, given, api }) => {
    const { url } = await serve(answerPaths({ [api]: readFileSync(fixture(`${name}/answer.json`)) }))
    const source = openSource(given, { maxDocumentBytes: 1_048_576, boardsUrl: url })
    expectGolden(name, await read(source))
    expect(source).toMatchObject({ isSample: false, maxAgeDays: 60 })
  })
})

describe('feeds and pages', () => {
  it.each([
    ['rss', 'answer.xml', 'application/rss+xml'],
    ['atom', 'answer.xml', 'application/atom+xml'],
    ['json-feed', 'answer.json', 'application/feed+json'],
    ['json-list', 'answer.json', 'application/json'],
    ['page', 'answer.html', 'text/html; charset=utf-8'],
  ])('reads every fact that %s states', async (name, file, type) => {
    const body = readFileSync(fixture(`${name}/${file}`))
    const { url, host } = await serve(
      answerPaths({ '/open/jobs': response => response.setHeader('content-type', type).end(body) }),
    )
    const source = openSource(`${url}/open/jobs`, { maxDocumentBytes: 1_048_576, privateHosts: [host] })
    const postings = JSON.stringify(await read(source)).replaceAll(host, 'HOST')
    expectGolden(name, JSON.parse(postings))
    expect(source).toMatchObject({ isSample: false, maxAgeDays: 60, origin: `${url}/open/jobs` })
  })

  it.each([
    ['rss', 'answer.xml'],
    ['json-list', 'answer.json'],
  ])('reads the same facts from a file with %s', async (name, file) => {
    const source = openSource(fixture(`${name}/${file}`), { maxDocumentBytes: 1_048_576 })
    const golden = readFileSync(fixture(`${name}/expected.json`), 'utf8').replaceAll('HOST/open/jobs', file)
    expect(await read(source)).toEqual(JSON.parse(golden))
    expect(source.maxAgeDays).toBeNull()
  })
})
