import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type GeneratedPosting, type GenerateOptions, generatePostings } from './generate-postings.ts'
import { takeApart } from './take-apart.ts'

const folder = mkdtempSync(join(tmpdir(), 'rolecall-generate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const DUTIES = [
  'maintain the toll gates',
  'count the swans',
  'oil the weather vane',
  'answer the lighthouse post',
]

/** Six small board postings with three or four sections each, and two files that are none. */
const from = makeFolder()
function makeFolder(): string {
  const path = join(folder, 'from')
  mkdirSync(join(path, 'below'), { recursive: true })
  for (let number = 1; number <= 6; number += 1) {
    writeFileSync(join(path, number % 2 ? `${number}.md` : `below/${number}.md`), makeDocument(number))
  }
  writeFileSync(join(path, 'letter.txt'), 'Dear all,\n\nthis is a letter.\n')
  writeFileSync(join(path, 'empty.md'), '')
  return path
}

function makeDocument(number: number): string {
  const pay = number % 3 === 0 ? '' : `\`💰 $${number}0,000 - $${number}5,000\` `
  const duties = DUTIES.map(duty => `  * You ${duty}, for the ${number}. time`).join('\n')
  const perks = number > 3 ? `\n**Perks ${number}**\n\nA boat, number ${number}.\n` : ''
  return `# [Keeper ${number}](https://harbour.example/${number})  \n### Harbour ${number}  \n#### ${pay}\`🌎 Port ${number}\`  \n
We keep harbour ${number}.\n\n## What you do ${number}\n\n${duties}\n\nAll of it by hand, ${number}.\n
**What you bring ${number}**\n\nPatience of kind ${number}.\n${perks}
  \n## CLICK TO [APPLY](https://harbour.example/${number})\n`
}

function generate(options: Partial<GenerateOptions>): Promise<GeneratedPosting[]> {
  return Array.fromAsync(generatePostings({ folder: from, count: 40, seed: 1, ...options }))
}

function takeApartSurely(text: string) {
  const pieces = takeApart(text)
  if (!pieces) throw new Error(`no board posting: ${text.slice(0, 100)}`)
  return pieces
}

describe('generatePostings', () => {
  it('makes as many as asked, each with a path and an address of its own', async () => {
    const postings = await generate({})
    expect(postings).toHaveLength(40)
    expect(new Set(postings.map(posting => posting.path)).size).toBe(40)
    expect(new Set(postings.map(({ text }) => /\]\((https:[^)]+)\)/.exec(text)?.[1])).size).toBe(40)
    expect(await generate({ count: 0 })).toEqual([])
  })

  it('makes the same bytes of the same seed', async () => {
    expect(await generate({ seed: 7 })).toEqual(await generate({ seed: 7 }))
  })

  it('makes other postings of another seed', async () => {
    const [some, others] = [await generate({ seed: 7 }), await generate({ seed: 8 })]
    expect(some.filter((posting, index) => posting.text === others[index]?.text)).toEqual([])
  })

  it('begins a larger number of postings with the same ones', async () => {
    expect((await generate({ count: 40 })).slice(0, 10)).toEqual(await generate({ count: 10 }))
  })

  it('hands over the first of very many at once', async () => {
    const postings = generatePostings({ folder: from, count: 1e12, seed: 1 })
    expect((await postings.next()).value).toEqual((await generate({ count: 1 }))[0])
    await postings.return(undefined)
  })

  it('uses titles, companies, tags and paragraphs of the folder only', async () => {
    const source = Array.from({ length: 6 }, (_, index) => makeDocument(index + 1)).join('\n')
    for (const { text } of await generate({})) {
      const { title, company, placeTags, payTag, sections } = takeApartSurely(text)
      const paragraphs = sections.flatMap(section => section.paragraphs)
      expect(paragraphs.pop()).toMatch(/^Reference: R-\d{7}$/)
      for (const piece of [title, company, placeTags, payTag ?? '', ...paragraphs])
        expect(source).toContain(piece)
    }
  })

  it('mixes postings: title, company, tags and sections come from different ones', async () => {
    const mixed = (await generate({})).map(({ text }) => {
      const { title, company, placeTags, sections } = takeApartSurely(text)
      const numbers = [title, company, placeTags, ...sections.map(section => section.paragraphs[0] ?? '')]
      return new Set(numbers.map(piece => /\d/.exec(piece)?.[0])).size
    })
    expect(mixed.filter(origins => origins >= 3).length).toBeGreaterThan(30)
  })

  it('leaves pay out about as often as the folder does', async () => {
    const postings = await generate({ count: 300 })
    const withoutPay = postings.filter(({ text }) => !text.includes('💰')).length
    expect(withoutPay / 300).toBeGreaterThan(0.25)
    expect(withoutPay / 300).toBeLessThan(0.42)
  })

  it('makes postings of about the size of those in the folder', async () => {
    const postings = await generate({ count: 300 })
    const mean = postings.reduce((sum, { text }) => sum + text.length, 0) / 300
    const sourceMean = [1, 2, 3, 4, 5, 6].reduce((sum, number) => sum + makeDocument(number).length, 0) / 6
    expect(mean / sourceMean).toBeGreaterThan(0.8)
    expect(mean / sourceMean).toBeLessThan(1.25)
  })

  it('keeps the build of a posting: long sections stand where long ones stood', async () => {
    const lengths = (await generate({ count: 300 })).map(({ text }) =>
      takeApartSurely(text).sections.map(section => section.length),
    )
    // The second section of each document of the folder is a list, far longer than the others.
    const built = lengths.filter(
      ([first = 0, second = 0, third = 0]) => first < 100 && second > 100 && third < 100,
    )
    expect(built.length / 300).toBeGreaterThan(0.5)
  })

  it('refuses a folder without board postings', async () => {
    const empty = join(folder, 'none')
    mkdirSync(empty)
    writeFileSync(join(empty, 'letter.txt'), 'Dear all')
    await expect(generate({ folder: empty })).rejects.toThrow(`there are no board postings in ${empty}`)
  })
})

describe('generate-postings on the command line', () => {
  const script = fileURLToPath(new URL('generate-postings.ts', import.meta.url))

  it('writes the postings into a folder', async () => {
    const out = join(folder, 'out')
    execFileSync(process.execPath, [script, '--from', from, '--count', '12', '--seed', '3', '--out', out])
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.md'))
    const expected = await generate({ count: 12, seed: 3 })
    expect(files.toSorted()).toEqual(expected.map(({ path }) => path))
    for (const { path, text } of expected) expect(readFileSync(join(out, path), 'utf8')).toBe(text)
  })

  it('says how it is used when a folder is missing', () => {
    const run = () => execFileSync(process.execPath, [script, '--from', from], { stdio: 'pipe' })
    expect(run).toThrow(/usage: generate-postings --from FOLDER/)
  })
})

describe('takeApart', () => {
  it('reads the pieces of a board posting', () => {
    const pieces = takeApartSurely(makeDocument(4))
    expect(pieces).toMatchObject({
      title: 'Keeper 4',
      company: 'Harbour 4',
      payTag: '`💰 $40,000 - $45,000`',
      placeTags: '`🌎 Port 4`',
    })
    expect(pieces.sections.map(section => section.paragraphs[0])).toEqual([
      'We keep harbour 4.',
      '## What you do 4',
      '**What you bring 4**',
      '**Perks 4**',
    ])
  })

  it('gives null for pay where there is no tag of it', () => {
    expect(takeApartSurely(makeDocument(3))).toMatchObject({ payTag: null, placeTags: '`🌎 Port 3`' })
  })

  it.each(['', 'Dear all', '# Title\n### Company\n#### `Port`', '# [Title](x)\n\n#### `Port`'])(
    'gives null for %j, which is no board posting',
    text => {
      expect(takeApart(text)).toBeNull()
    },
  )
})
