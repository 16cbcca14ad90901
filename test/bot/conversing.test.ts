import { afterEach, describe, expect, it } from 'vitest'
import { createBot } from '../../src/bot.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import type { BotSide } from '../../src/platform.ts'
import type { Reply } from '../../src/reply.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { SAMPLE_POSTINGS } from '../catalog/sample-postings.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'

const HALF_AN_HOUR_MS = 30 * 60_000
const stores: Store[] = []
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

/** A bot whose clock can run ahead, and somebody who talks to it. */
async function open() {
  const store = await openStore('sqlite::memory:')
  stores.push(store)
  let now = new Date('2026-06-01T09:00:00Z')
  const catalog = createCatalog(SAMPLE_POSTINGS)
  const bot = createBot(makeBotDeps(store, () => catalog, { now: () => now }))
  return {
    say: (text: string) => say(bot, text),
    wait: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

function say(bot: BotSide, text: string): Promise<Reply> {
  return bot.handle({
    conversationId: 'test:a',
    content: { type: 'text', text },
    pageSize: 4,
    member: { id: 'test:ann', groups: [], managesServer: false, managesChannel: false, isGuest: false },
    surface: { isPrivate: true, viewers: 'asker', isRich: true },
  })
}

function textOf({ blocks }: Reply): string {
  return blocks
    .flatMap(block => {
      if (block.type === 'text') return [block.spans.map(span => span.text).join('')]
      return block.type === 'posting' ? [`${block.number} ${block.title}`] : []
    })
    .join('\n')
}

describe('a conversation', () => {
  it('goes on with a follow-up, and says what it goes on from', async () => {
    const { say } = await open()
    await say('remote jobs')
    const text = textOf(await say('only senior'))
    expect(text).toContain('continuing “remote jobs”')
    expect(text).toContain('start over')
    expect(text).toMatch(/senior.*remote|remote.*senior/)
  })

  it('begins anew after half an hour', async () => {
    const { say, wait } = await open()
    await say('remote jobs')
    wait(HALF_AN_HOUR_MS + 1)
    expect(textOf(await say('only senior'))).not.toContain('continuing')
  })

  it('begins anew when it is told to', async () => {
    const { say } = await open()
    await say('remote jobs')
    expect(textOf(await say('start over'))).toContain('Forgotten')
    expect(textOf(await say('more'))).toContain('no list to go on from')
    expect(textOf(await say('only senior'))).not.toContain('continuing')
  })

  it('does not take a question of its own for a follow-up', async () => {
    const { say } = await open()
    await say('remote jobs')
    expect(textOf(await say('senior python jobs in Berlin'))).not.toContain('continuing')
  })

  it('keeps in mind where somebody is until they say forget', async () => {
    const { say } = await open()
    expect(textOf(await say('I am in Germany'))).toContain('in Germany')
    expect(textOf(await say('senior jobs'))).toMatch(/in Germany \(where you are; say “forget” to drop it\)/)
    expect(textOf(await say('senior jobs in France'))).not.toContain('Germany')
    await say('forget')
    expect(textOf(await say('senior jobs'))).not.toContain('Germany')
  })

  it('answers about the posting that was shown last, with its own words', async () => {
    const { say } = await open()
    await say('senior jobs')
    const shown = await say('show 1')
    const title = textOf(shown).split(' · ')[0] ?? ''
    const reply = await say('does it need a degree?')
    expect(textOf(reply)).toContain(title)
    expect(reply.blocks.some(block => block.type === 'buttons')).toBe(true)
  })

  it('has no list to go on from after a question about one posting alone', async () => {
    const { say } = await open()
    const reply = await say('does the role at Heron Labs need a degree?')
    expect(reply.blocks.length).toBeGreaterThan(0)
    expect(textOf(await say('more'))).toContain('no list to go on from')
  })
})
