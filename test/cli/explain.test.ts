import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const FOLDER = fileURLToPath(new URL('../fixtures/explain/postings', import.meta.url))

interface Explained {
  readonly path: string
  readonly fields: readonly {
    readonly field: string
    readonly value: unknown
    readonly evidence: readonly { readonly quote: string; readonly line: number | null }[]
  }[]
  readonly contradictions: readonly {
    readonly field: string
    readonly values: readonly string[]
    readonly quotes: readonly { readonly quote: string; readonly line: number | null }[]
  }[]
  readonly notStated: readonly string[]
}

function explain(...args: string[]): Promise<{ stdout: string; stderr: string; status: number }> {
  const env = { PATH: process.env.PATH, NO_COLOR: '1' }
  return new Promise(resolve => {
    execFile(process.execPath, [CLI, 'explain', ...args], { env }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, status: typeof error?.code === 'number' ? error.code : 0 })
    })
  })
}

describe('rolecall explain', () => {
  it('shows each field with its value and the line it was read from', async () => {
    const { stdout, status } = await explain('--data', FOLDER, 'lathe-operator.md')
    expect(status).toBe(0)
    await expect(stdout).toMatchFileSnapshot('../fixtures/explain/lathe-operator.golden')
  })

  it('gives the same as JSON: fields with lines, contradictions with both quotes, what is not stated', async () => {
    const { stdout } = await explain('--data', FOLDER, '2024-06/lathe-operator.md', '--json')
    const { path, fields, contradictions, notStated } = JSON.parse(stdout) as Explained
    expect(path).toBe('2024-06/lathe-operator.md')
    const linesOf = Object.fromEntries(
      fields.map(({ field, evidence }) => [field, evidence.map(one => one.line)]),
    )
    expect(linesOf).toMatchObject({
      title: [1],
      company: [2],
      salary: [17],
      yearsMin: [12],
      postedAt: [null],
    })
    expect(fields.find(({ field }) => field === 'postedAt')).toMatchObject({
      value: '2024-06-01',
      evidence: [{ quote: '2024-06' }],
    })
    expect(contradictions.map(({ field, quotes }) => [field, ...quotes.map(quote => quote.line)])).toEqual([
      ['salary', 17, 3],
      ['workplace', 8, 3],
    ])
    expect(notStated).toEqual(expect.arrayContaining(['employment', 'closesAt']))
    expect(notStated).not.toContain('salary')
  })

  it('takes a file of its own', async () => {
    const { stdout, status } = await explain(`${FOLDER}/2024-06/lathe-operator.md`, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ path: 'lathe-operator.md' })
  })

  it('says what is near when there is no such posting, and why a document is none', async () => {
    const missing = await explain('--data', FOLDER, 'lathe.md')
    expect(missing).toMatchObject({ status: 1, stdout: '' })
    expect(missing.stderr).toContain('Is it 2024-06/lathe-operator.md?')
    const none = await explain('--data', FOLDER, 'list.txt')
    expect(none).toMatchObject({ status: 1, stdout: '' })
    expect(none.stderr).toContain('list.txt: ')
  })

  it('asks for a path', async () => {
    expect(await explain()).toMatchObject({ status: 2, stdout: '' })
  })
})
