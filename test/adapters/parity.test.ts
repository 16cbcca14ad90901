import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { createTerminalPlatform } from '../../adapters/terminal/connect.ts'
import { createBot } from '../../src/bot.ts'
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts'
import { collectAll } from '../../src/reload/collect-postings.ts'
import { openSampleSource } from '../../src/source/index.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import { textOf as textInDiscord, trackRolecalls as trackDiscord } from './discord/open-rolecall.ts'
import { NOW, textOf as textInSlack, trackRolecalls as trackSlack } from './slack/open-rolecall.ts'

const [inDiscord, inSlack] = [trackDiscord(), trackSlack()]
afterEach(inDiscord.closeAll)
afterEach(inSlack.closeAll)

const QUESTIONS = [
  'remote ML infra roles over 200k',
  'senior backend in Berlin or Munich, not PHP',
  'python, sponsors visas',
  'hybrid jobs',
  'highest paying',
  'machine learning over 200k or not stated',
  'senior but not manager, in the US',
  'go or rust, at most 6 years',
  'part-time or contract',
  'kubernetes -aws',
  'how many remote jobs?',
  'zzzz jobs on the moon',
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

/** What an answer says about how many there are. */
function countIn(text: string): string | undefined {
  return /(?:\d[\d,]*|None) of \d[\d,]* postings/.exec(text.replace(/\s+/g, ' '))?.[0]
}

describe('the same question', () => {
  it.each(['card', 'section'] as const)(
    'gives the same postings in the same order in Discord, in Slack with a %s, and in the terminal',
    async cardStyle => {
      const catalog = await readSamples()
      const { discord, guild } = await inDiscord.open({ catalog })
      const { slack, channel } = await inSlack.open({ catalog, cardStyle })
      for (const question of QUESTIONS) {
        // Somebody new each time: nobody goes on from the answer before.
        const user = discord.addUser('Asker')
        discord.addMember(guild, user)
        const texts = [
          textInDiscord(await discord.slash(user, 'jobs search', { question }).response()),
          textInSlack(await slack.slash(slack.addUser('Asker'), '/jobs', question, { channel }).response()),
          await askInTerminal(catalog, question),
        ]
        const [first, ...others] = texts.map(text => [countIn(text), ...listIn(text, catalog)])
        for (const other of others) expect([question, other]).toEqual([question, first])
        expect(first?.length).toBeGreaterThan(question.startsWith('zzzz') ? 0 : 1)
      }
    },
    60_000,
  )
})
