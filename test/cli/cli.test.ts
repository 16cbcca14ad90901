import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-cli-'))
  const posting = (title: string, tag: string, body: string) =>
    `# [${title}](https://example.com/apply/${title.replaceAll(' ', '-')})\n### Acme\n#### ${tag}\n\n## Requirements\n\n* ${body}\n`
  writeFileSync(
    join(folder, 'a.md'),
    posting('Go Engineer', '`💰 $150k - $180k` `🌎 Remote, US`', '5+ years with Go and Kafka.'),
  )
  writeFileSync(
    join(folder, 'b.md'),
    posting('Java Engineer', '`🌎 Berlin`', 'You know Java well and like Spring Boot.'),
  )
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command line as a person would; resolves with what it printed and its exit status. */
function run(...args: string[]): Promise<{ stdout: string; stderr: string; status: number }> {
  const env = { PATH: process.env.PATH, NO_COLOR: '1' }
  return new Promise(resolve => {
    execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, status: typeof error?.code === 'number' ? error.code : 0 })
    })
  })
}

function jsonLines(text: string): Record<string, unknown>[] {
  return text.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]))
}

describe('rolecall parse', () => {
  it('prints one object a posting with every promised field, and nothing else on standard output', async () => {
    const { stdout, status } = await run('parse', '--data', folder)
    const [first, second] = jsonLines(stdout)
    expect(status).toBe(0)
    expect(first).toMatchObject({ path: 'a.md', title: 'Go Engineer', company: 'Acme', workplace: 'remote' })
    expect(first?.salary).toMatchObject({ min: 150_000, max: 180_000, currency: 'USD', period: 'year' })
    expect(second).toMatchObject({ path: 'b.md', salary: null, cities: ['Berlin'] })
    for (const field of [
      'id',
      'url',
      'titleInferred',
      'states',
      'timeZones',
      'degreeOrEquivalent',
      'contradictions',
    ]) {
      expect(first).toHaveProperty(field)
    }
  })

  it('names what it cannot read after all others were printed, and exits with 1', async () => {
    const bad = join(folder, 'bad')
    writeFileSync(bad, new Uint8Array([0, 1, 2, 3, 0, 0, 255, 254, 0, 7]))
    const { stdout, stderr, status } = await run('parse', '--data', folder)
    rmSync(bad)
    expect(jsonLines(stdout)).toHaveLength(2)
    expect(stderr).toMatch(/^bad: ./m)
    expect(status).toBe(1)
  })
})

describe('rolecall ask', () => {
  it('answers in plain text when piped', async () => {
    const { stdout, status } = await run('ask', '--data', folder, 'remote go over 160k')
    expect(status).toBe(0)
    expect(stdout).toContain('Go Engineer')
    expect(stdout).not.toContain('Java Engineer')
    expect(stdout).not.toContain('\u001b')
  })

  it('prints the answer object with --json', async () => {
    const { stdout } = await run('ask', '--data', folder, '--json', 'remote', 'go', 'over', '160k')
    expect(jsonLines(stdout)).toEqual([
      expect.objectContaining({
        kind: 'listings',
        query: 'remote go over 160k',
        total: 1,
        unread: [],
        matches: [expect.objectContaining({ path: 'a.md', title: 'Go Engineer', company: 'Acme' })],
        notStated: expect.any(Object),
        notStatedTotal: expect.any(Number),
        suggestions: expect.any(Array),
        answer: expect.any(String),
      }),
    ])
  })

  it('answers a batch line by line with the same ids, each on its own', async () => {
    const batch = join(folder, 'questions.jsonl')
    writeFileSync(batch, '{"id":"one","q":"java"}\n\n{"id":"two","q":"quidditch seeker"}\n')
    const { stdout } = await run('ask', '--data', join(folder, 'b.md'), '--batch', batch)
    rmSync(batch)
    expect(jsonLines(stdout).map(({ id, total }) => [id, total])).toEqual([
      ['one', 1],
      ['two', 0],
    ])
  })

  it('takes facts from a file instead of reading them, lacking fields being null', async () => {
    const facts = join(folder, 'facts.jsonl')
    writeFileSync(facts, '{"path":"b.md","title":"Java Engineer","skills":["java"],"workplace":"hybrid"}\n')
    const { stdout } = await run(
      'ask',
      '--data',
      join(folder, 'b.md'),
      '--parsed',
      facts,
      '--json',
      'hybrid java',
    )
    const { stdout: berlin } = await run(
      'ask',
      '--data',
      join(folder, 'b.md'),
      '--parsed',
      facts,
      '--json',
      'java in berlin',
    )
    rmSync(facts)
    expect(jsonLines(stdout)[0]).toMatchObject({ total: 1 })
    expect(jsonLines(berlin)[0]).toMatchObject({ total: 0 })
  })
})

describe('the command line', () => {
  it.each([
    [['ask']],
    [['nonsense']],
    [['ask', '--batch', 'some.jsonl', 'go']],
    [['ask', '--nonsense', 'go']],
    [[]],
  ])('exits with 2 on wrong usage: %j', async args => {
    const { stdout, stderr, status } = await run(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toBe('')
  })

  it('explains itself with --help and exits with 0', async () => {
    const { stdout, status } = await run('ask', '--help')
    expect(status).toBe(0)
    for (const option of ['--data', '--json', '--batch', '--parsed']) expect(stdout).toContain(option)
  })

  it('names the cause and the fix of a failure, without a stack, and exits with 1', async () => {
    const { stderr, status } = await run('ask', '--data', join(folder, 'nowhere'), 'go')
    expect(status).toBe(1)
    expect(stderr).toContain('nowhere')
    expect(stderr).toContain('Check the spelling')
    expect(stderr).not.toContain('    at ')
  })

  it('names the line of a batch that is no question, and why', async () => {
    const batch = join(folder, 'broken.jsonl')
    writeFileSync(batch, '\uFEFF{"id":"1","q":"go"}\n{"id":"2"}\n')
    const { stdout, stderr, status } = await run('ask', '--data', join(folder, 'b.md'), '--batch', batch)
    rmSync(batch)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/line 2: .*\n.*q/)
  })

  it('prints its version', async () => {
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each(['setup', 'doctor'])('says where the token comes from when discord %s has none', async command => {
    const { stderr, status } = await run('discord', command)
    expect(status).toBe(1)
    expect(stderr).toContain('DISCORD_TOKEN')
    expect(stderr).not.toContain('    at ')
  })

  it('answers from the samples, each marked, where no source is given', async () => {
    const { stdout, status } = await run('ask', 'remote ML infra roles over 200k')
    expect(status).toBe(0)
    expect(stdout).toContain('Netflix')
    expect(stdout).toContain('[sample]')
  })
})
