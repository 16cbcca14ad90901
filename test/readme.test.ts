import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const readme = read('README.md')
const project = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>

describe('the README', () => {
  it('shows what the first question really answers', () => {
    const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
    const question = /npm run ask -- "([^"]+)"/.exec(readme)?.[1] ?? ''
    const answer = execFileSync(process.execPath, [cli, 'ask', question], {
      env: { PATH: process.env.PATH, NO_COLOR: '1' },
      encoding: 'utf8',
    })
    const shown = /```text\n([\s\S]*?)```/.exec(readme)?.[1]
    expect(shown?.trimEnd()).toBe(answer.trimEnd())
  })

  it('names no script that does not exist', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(match => match[1] ?? '')
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(script => !(script in project.scripts))).toEqual([])
  })

  it('says of every package what it is for', () => {
    const packages = Object.keys({ ...project.dependencies, ...project.devDependencies })
    expect(packages.filter(name => !readme.includes(`\`${name}\``))).toEqual([])
  })
})
