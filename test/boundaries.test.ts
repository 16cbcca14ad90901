import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findCycle } from './boundaries/find-cycle.ts'
import { findViolations, type ProgramFile } from './boundaries/find-violations.ts'
import { readImports, readValueImports } from './boundaries/read-imports.ts'
import { LAYER_RULES } from './boundaries/rules.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const packageJson = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
const dependencies = Object.keys(packageJson.dependencies)
const developmentToo = [...dependencies, ...Object.keys(packageJson.devDependencies)]

function readFiles(folder: string): ProgramFile[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => `${folder}/${path.replaceAll('\\', '/')}`)
    .map(path => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
}

const program = [...readFiles('src'), ...readFiles('adapters')]

/** What the checker says about one line in one file. */
function check(path: string, line: string): string[] {
  return findViolations([{ path, text: line }], ['zod', 'minisearch', 'discord.js'])
}

describe('the program', () => {
  it('imports only what each layer may', () => {
    expect(program.length).toBeGreaterThan(50)
    const isForDevelopment = ({ path }: ProgramFile) => path.startsWith('adapters/preview/')
    expect(
      findViolations(
        program.filter(file => !isForDevelopment(file)),
        dependencies,
      ),
    ).toEqual([])
    expect(findViolations(program.filter(isForDevelopment), developmentToo)).toEqual([])
  })

  it('imports nothing in a circle', () => {
    expect(findCycle(program.flatMap(({ path, text }) => readValueImports(path, text)))).toBeNull()
  })

  it('names no path of a machine and no paper that is not in the repository', () => {
    const alien =
      /(?<![\w./-])\/(?:work|tmp|root|home|Users)\/|\b(?:DESIGN|CONTRACT|LABELS|FAKES|[A-Z]+-[A-Z]+)\.md\b/
    const naming = [...program, ...readFiles('test'), ...readFiles('scripts')].filter(({ text }) =>
      alien.test(text),
    )
    expect(naming.map(({ path }) => path)).toEqual([])
  })

  it('does not know of the optional folder of real postings, which only tests may use', () => {
    expect(program.filter(({ text }) => /\.\.\/shared\b/.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('findViolations', () => {
  it.each([
    ['src/posting/extract/pay.ts', `import type { Reading } from '../posting-text.ts'`],
    ['src/posting/parse-posting.ts', `import type { SourceDocument } from '../source/source.ts'`],
    ['src/catalog/text-index.ts', `import MiniSearch from 'minisearch'`],
    ['src/query/conditions/pay.ts', `import type { Catalog } from '../../catalog/catalog.ts'`],
    ['src/main.ts', `import { connect } from '../adapters/slack/connect.ts'`],
    ['src/main.ts', `loadSettings(process.env)`],
    [
      'src/posting/places/cities.ts',
      `import rows from '../../../data/places/rows.json' with { type: 'json' }`,
    ],
    ['src/query/pay-words.ts', `const WORDS = ['starting from', 'from', 'over']`],
    ['src/posting/layouts/html.ts', `/** Reads a page's title, such as made from 'TITLE | COMPANY'. */`],
    ['src/bot.ts', `import type { Store } from './store/store.ts'`],
    ['adapters/discord/connect.ts', `import { Client } from 'discord.js'`],
    ['adapters/discord/render.ts', `import type { Reply } from '../../src/reply.ts'`],
    ['adapters/preview/main.ts', `import { renderReply } from '../slack/render.ts'`],
    ['src/store/kysely-store.ts', `new Date(now.getTime() - 5)`],
  ])('allows %s to say %s', (path, line) => {
    expect(check(path, line)).toEqual([])
  })

  it.each([
    [
      'a posting to reach into the catalog',
      'src/posting/posting.ts',
      `import { x } from '../catalog/catalog.ts'`,
    ],
    [
      'a posting to open a source',
      'src/posting/posting.ts',
      `import { x } from '../source/folder-source.ts'`,
    ],
    ['the catalog to know questions', 'src/catalog/catalog.ts', `import type { x } from '../query/query.ts'`],
    ['a question to know answers', 'src/query/read-query.ts', `import { x } from '../answer/answer.ts'`],
    ['an answer to lay itself out', 'src/answer/answer.ts', `import { x } from '../reply.ts'`],
    ['an answer to use the store', 'src/answer/answer.ts', `import { x } from '../store/store.ts'`],
    ['the bot to know how state is kept', 'src/bot.ts', `import { x } from './store/kysely-store.ts'`],
    ['the bot to know a platform', 'src/bot.ts', `import { x } from '../adapters/slack/connect.ts'`],
    [
      'the command line to draw',
      'src/cli/ask-command.ts',
      `import { x } from '../../adapters/terminal/render.ts'`,
    ],
    ['one adapter to use another', 'adapters/slack/render.ts', `import { x } from '../discord/limits.ts'`],
    [
      'an adapter to use the store',
      'adapters/slack/connect.ts',
      `import { x } from '../../src/store/store.ts'`,
    ],
    [
      'an adapter to read questions',
      'adapters/slack/read.ts',
      `import { x } from '../../src/query/read-query.ts'`,
    ],
    ['an adapter to use another SDK', 'adapters/slack/connect.ts', `import { Client } from 'discord.js'`],
    ['full-text search anywhere else', 'src/query/read-query.ts', `import MiniSearch from 'minisearch'`],
    ['a database anywhere else', 'src/answer/answer.ts', `import { DatabaseSync } from 'node:sqlite'`],
    ['a package that is not declared', 'src/bot.ts', `import _ from 'lodash'`],
    ['tests to become part of the program', 'src/bot.ts', `import { x } from '../test/fakes/clock.ts'`],
    ['a file without a layer', 'src/helpers.ts', `import { x } from './errors.ts'`],
    ['a type to slip through', 'src/catalog/catalog.ts', `type A = import('../query/query.ts').Query`],
    ['a re-export to slip through', 'src/catalog/catalog.ts', `export { x } from '../query/query.ts'`],
    ['an import for its effect to slip through', 'src/catalog/catalog.ts', `import '../query/query.ts'`],
    ['a late import to slip through', 'src/catalog/catalog.ts', `await import("../query/query.ts")`],
    ['a log to read the environment', 'src/log.ts', `const level = process.env.LOG_LEVEL`],
    ['an answer to look at the clock', 'src/answer/rank.ts', `const age = Date.now() - posted`],
    ['a reader to look at the clock', 'src/posting/extract/dates.ts', `const today = new Date()`],
  ])('forbids %s', (_, path, line) => {
    expect(check(path, line)).toHaveLength(1)
  })

  it('names the file and what it imports', () => {
    expect(check('src/posting/posting.ts', `import { x } from '../bot.ts'`)).toEqual([
      'src/posting/posting.ts imports src/bot.ts',
    ])
  })
})

describe('readImports', () => {
  it('reads imports that span several lines', () => {
    const source = `import type {\n  A,\n  B,\n} from './a.ts'\nimport { c } from "@slack/bolt/dist/x.js"\n`
    expect(readImports('src/b/c.ts', source).map(({ to }) => to)).toEqual(['src/b/a.ts', '@slack/bolt'])
  })
})

describe('readValueImports', () => {
  it('leaves out what is there for types only', () => {
    const source = `import type {\n  A,\n} from './a.ts'\nexport type * from './b.ts'\nimport { type C, d } from './c.ts'\n`
    expect(readValueImports('e.ts', source).map(({ to }) => to)).toEqual(['c.ts'])
  })
})

describe('findCycle', () => {
  it('finds the way back to a file', () => {
    const ways = ['ab', 'bc', 'bd', 'db'].map(way => ({ from: way.charAt(0), to: way.charAt(1) }))
    expect(findCycle(ways)).toEqual(['b', 'd', 'b'])
  })

  it('gives null where two ways lead to the same file', () => {
    const ways = ['ab', 'ac', 'bd', 'cd'].map(way => ({ from: way.charAt(0), to: way.charAt(1) }))
    expect(findCycle(ways)).toBeNull()
  })
})

describe('LAYER_RULES', () => {
  it('lets no two layers import each other', () => {
    const pairs = LAYER_RULES.filter(({ mayImport }) => !mayImport.includes('src/')).flatMap(rule =>
      rule.mayImport.map(other => [rule.layer, other] as const),
    )
    const mutual = pairs.filter(([a, b]) => pairs.some(([c, d]) => b.startsWith(c) && a.startsWith(d)))
    expect(mutual).toEqual([])
  })
})
