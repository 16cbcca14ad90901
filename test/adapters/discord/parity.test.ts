import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { createTerminalPlatform } from '../../../adapters/terminal/connect.ts'
import { createBot } from '../../../src/bot.ts'
import { type Catalog, createCatalog } from '../../../src/catalog/catalog.ts'
import { collectAll } from '../../../src/reload/collect-postings.ts'
import { openSampleSource } from '../../../src/source/index.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { makeBotDeps } from '../../fakes/make-bot-deps.ts'
import { NOW, textOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const QUESTIONS = [
  'remote ML infra roles over 200k',
  'senior backend in Berlin or Munich, not PHP',
  'python, sponsors visas',
  'hybrid jobs',
  'highest paying',
]

async function readSamples(): Promise<Catalog> {
  const { postings } = await collectAll([openSampleSource({ maxDocumentBytes: 1_048_576 })])
  return createCatalog(postings)
}

async function askInTerminal(catalog: Catalog, question: string): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const store = await openStore('sqlite::memory:')
  const bot = createBot(makeBotDeps(store, () => catalog, { now: () => NOW }))
  // As many rows as show four postings, as a phone does.
  Object.assign(output, { rows: 28, columns: 200 })
  const streams = {
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
  }
  const terminal = createTerminalPlatform({ ...streams, welcome: [] }, {})
  await terminal.start(bot)
  input.end(`${question}\n`)
  await terminal.ended
  await store.close()
  output.end()
  return stripVTControlCharacters((await output.toArray()).join(''))
}

/** The titles and the companies of a list in their order, out of what a person sees. */
function listIn(text: string, catalog: Catalog): readonly string[] {
  const flat = text.replace(/\s+/g, ' ')
  return catalog.entries
    .map(({ posting }) => ({ path: posting.path, at: flat.indexOf(posting.title), company: posting.company }))
    .filter(({ at, company }) => at >= 0 && (company === null || flat.includes(company)))
    .sort((a, b) => a.at - b.at)
    .map(({ path }) => path)
}

describe('the same question', () => {
  it('gives the same postings in the same order in Discord and in the terminal', async () => {
    const catalog = await readSamples()
    const { discord, guild } = await rolecalls.open({ catalog })
    for (const question of QUESTIONS) {
      // Somebody else each time: a question may go on from the one before.
      const user = discord.addUser(question)
      discord.addMember(guild, user)
      const answer = await discord.slash(user, 'jobs search', { question }).response()
      const inDiscord = listIn(textOf(answer), catalog)
      expect(inDiscord.length).toBeGreaterThan(0)
      expect(inDiscord).toEqual(listIn(await askInTerminal(catalog, question), catalog))
    }
  })
})
