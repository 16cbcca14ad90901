import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { timeParsing } from './bench-parsing.ts'
import { checkAnswers } from './check-answer.ts'
import { findPercentile } from './measure.ts'
import { createPeerIndex } from './peer-index.ts'
import { parseAsPeer } from './peer-parser.ts'
import { BENCH_QUESTIONS, type BenchQuestion } from './questions.ts'
import { createSqlitePeer } from './sqlite-peer.ts'

function makePosting(path: string, facts: Partial<Posting>): Posting {
  const text = `# [Engineer](https://harbour.example/${path})\n### Harbour\n#### \`🌎 Port\`\n\nKeep the harbour.\n`
  const parsed = parsePosting(
    { path, content: new TextEncoder().encode(text) },
    { sourceName: 'test', isSample: false },
  )
  if (!('title' in parsed)) throw new Error(parsed.reason)
  return { ...parsed, id: path, ...facts }
}

function findQuestion(question: string): BenchQuestion {
  const found = BENCH_QUESTIONS.find(candidate => candidate.question === question)
  if (!found) throw new Error(`no question “${question}”`)
  return found
}

const REMOTE = makePosting('remote.md', { workplace: 'remote' })
const ONSITE = makePosting('onsite.md', { workplace: 'onsite' })
const SILENT = makePosting('silent.md', { workplace: null })

const TODAY = '2026-01-01'

describe('checkAnswers', () => {
  const question = findQuestion('remote')
  const postings = [REMOTE, ONSITE, SILENT]
  const check = (all: readonly Posting[], matched: readonly Posting[], asked = question) =>
    checkAnswers([{ question: asked, matched }], all, TODAY)

  it('finds nothing wrong with a right answer', () => {
    expect(check(postings, [REMOTE])).toEqual([])
  })

  it('names a posting that the answer lacks', () => {
    expect(check(postings, [])).toEqual(['“remote” lacks remote.md (Engineer); 1 such in all'])
  })

  it('names a posting that the answer wrongly has', () => {
    expect(check(postings, [REMOTE, SILENT])).toEqual([
      '“remote” wrongly has silent.md (Engineer); 1 such in all',
    ])
  })

  it('checks several answers in one go over the postings', () => {
    const hybrid = findQuestion('how many hybrid jobs with sql')
    const answers = [
      { question, matched: [] },
      { question: hybrid, matched: [REMOTE] },
    ]
    expect(checkAnswers(answers, postings.values(), TODAY)).toEqual([
      '“remote” lacks remote.md (Engineer); 1 such in all',
      '“how many hybrid jobs with sql” wrongly has remote.md (Engineer); 1 such in all',
    ])
  })

  it('takes a closed posting for no answer, up to and without its last day', () => {
    const closed = { ...REMOTE, closesAt: '2025-12-31' }
    expect(check([closed], [])).toEqual([])
    expect(check([closed], [closed])).toHaveLength(1)
    expect(check([{ ...closed, closesAt: TODAY }], [closed])).toEqual([])
  })

  it('leaves to the program what a plain reading cannot decide', () => {
    const salary = {
      min: 90_000,
      max: 150_001,
      currency: 'EUR',
      period: 'year',
      kind: null,
      zones: [],
    } as const
    const euros = makePosting('euros.md', { salary })
    expect(check([euros], [], findQuestion('over 150k'))).toEqual([])
    expect(check([euros], [euros], findQuestion('over 150k'))).toEqual([])
  })
})

describe('BENCH_QUESTIONS', () => {
  it('asks twelve different questions', () => {
    expect(new Set(BENCH_QUESTIONS.map(({ question }) => question)).size).toBe(12)
  })

  const salary = {
    min: 150_000,
    max: 210_000,
    currency: 'USD',
    period: 'year',
    kind: null,
    zones: [],
  } as const
  const rich = makePosting('rich.md', {
    title: 'Observability Engineer',
    workplace: 'remote',
    salary,
    seniority: 'staff',
    topics: ['ml-infra', 'frontend'],
    skills: ['go', 'react', 'typescript', 'python'],
    countries: ['US'],
  })
  it.each([
    ['remote ML infra roles over 200k', true],
    ['staff+ go or rust', true],
    ['remote in the US over 150k not java', true],
    ['frontend react and typescript', true],
    ['observability', true],
    ['kubernetes terraform aws', false],
    ['senior backend python remote', false],
    ['senior fraud payments', false],
    ['how many hybrid jobs with sql', false],
  ])('judges “%s” by the facts', (question, verdict) => {
    expect(findQuestion(question).judge(rich)).toBe(verdict)
  })
})

describe('createPeerIndex', () => {
  it('finds by words and by facts', () => {
    const index = createPeerIndex([REMOTE, ONSITE, SILENT])
    expect(index.search(findQuestion('remote'))).toBe(1)
    const harbour = { question: '', words: 'harbour', wordsMean: 'all', judge: () => true } as const
    expect(index.search(harbour)).toBe(3)
    expect(index.search({ ...harbour, words: 'harbour mountain' })).toBe(0)
    expect(index.search({ ...harbour, words: 'harbour mountain', wordsMean: 'any' })).toBe(3)
  })
})

describe('createSqlitePeer', () => {
  it('finds by facts and, where words are no facts, by the text; not what is closed', () => {
    const closed = makePosting('closed.md', { workplace: 'remote', closesAt: '2025-12-31' })
    const rust = makePosting('rust.md', { seniority: 'staff', skills: ['rust'] })
    const peer = createSqlitePeer([REMOTE, ONSITE, closed, rust], TODAY)
    expect(peer.find(findQuestion('remote'))).toEqual([0])
    expect(peer.find(findQuestion('staff+ go or rust'))).toEqual([3])
    const harbour = { ...findQuestion('observability'), words: 'keep harbour' }
    expect([...peer.find(harbour)].sort()).toEqual([0, 1, 3])
    expect(peer.search(harbour)).toBe(3)
    peer.close()
  })
})

describe('findPercentile', () => {
  it('gives the least value that a share of the values does not exceed', () => {
    const values = [5, 1, 4, 2, 3, 6, 8, 7, 10, 9]
    expect(findPercentile(values, 0.5)).toBe(5)
    expect(findPercentile(values, 0.95)).toBe(10)
    expect(findPercentile(values, 0.1)).toBe(1)
    expect(findPercentile([7], 0.5)).toBe(7)
  })
})

describe('timeParsing', () => {
  const documents = ['a.md', 'b.md'].map(path => ({ path, content: new TextEncoder().encode(path) }))

  it('times each document and gives their mean', () => {
    const { timesMs, meanMs } = timeParsing(documents, ({ path }) => ({ path }))
    expect(timesMs).toHaveLength(2)
    expect(meanMs * 2).toBeCloseTo(timesMs.reduce((sum, ms) => sum + ms, 0))
  })

  it('times nothing that is read differently the second time', () => {
    let count = 0
    expect(() => timeParsing(documents, () => ++count)).toThrow('a.md is read differently')
  })
})

describe('parseAsPeer', () => {
  it('finds pay and skills in the text of a page', () => {
    const page = '<p>We pay $90,000 - $120,000.</p><p>You know <b>C++</b>, C# and PostgreSQL.</p>'
    const { pay, skills } = parseAsPeer(new TextEncoder().encode(page))
    expect(pay).toBe('$90,000 - $120,000')
    expect(skills).toEqual(expect.arrayContaining(['c++', 'c#', 'postgresql']))
    expect(skills).not.toContain('java')
  })
})

describe('run-bench', () => {
  it('checks the answers, then prints it and both peers', async () => {
    const script = fileURLToPath(new URL('run-bench.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--count', '120'])
    for (const part of [
      'machine ',
      'documents ',
      'peer ',
      'corpus    120 postings',
      'parsing ',
      'archive ',
      'Rolecall: bot.handle',
      'Peer: SQLite',
      'Peer: MiniSearch',
      'typing ',
      'at p50 Rolecall is ',
    ]) {
      expect(stdout).toContain(part)
    }
    for (const { question } of BENCH_QUESTIONS) expect(stdout.split(`found  ${question}\n`)).toHaveLength(4)
  }, 120_000)
})
