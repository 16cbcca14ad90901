import { afterEach, describe, expect, it } from 'vitest'
import { createBot } from '../src/bot.ts'
import { type Catalog, createCatalog } from '../src/catalog/catalog.ts'
import type { BotSide, RequestContent, Surface } from '../src/platform.ts'
import type { Button, PostingCard, Reply } from '../src/reply.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { makeBoard } from './fakes/make-board.ts'
import { makeBotDeps } from './fakes/make-bot-deps.ts'

const NOW = new Date('2026-06-01T09:00:00Z')
const EIGHT_DAYS_MS = 8 * 86_400_000
const stores: Store[] = []

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

async function openBot(first: Catalog | null, store?: Store) {
  let catalog = first
  const opened = store ?? (await openStore('sqlite::memory:'))
  if (!store) stores.push(opened)
  let now = NOW
  const bot = createBot(makeBotDeps(opened, () => catalog, { now: () => now }))
  return {
    bot,
    store: opened,
    wait: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
    reload: (next: Catalog | null) => {
      catalog = next
    },
  }
}

function say(bot: BotSide, text: string, conversationId = 'test:a'): Promise<Reply> {
  return bot.handle({ conversationId, content: { type: 'text', text }, pageSize: 3 })
}

function press(bot: BotSide, button: Button | undefined): Promise<Reply> {
  return bot.handle({
    conversationId: 'test:b',
    content: { type: 'press', key: button?.key ?? '' },
    pageSize: 3,
  })
}

/** Somebody in a channel where others are too, answered in private. */
function ask(
  bot: BotSide,
  content: RequestContent,
  name = 'ann',
  surface: Partial<Surface> = {},
): Promise<Reply> {
  return bot.handle({
    conversationId: `test:${name}`,
    content,
    pageSize: 3,
    member: { id: name, groups: [], managesServer: false, managesChannel: false, isGuest: false },
    surface: { isPrivate: false, viewers: 'asker', isRich: true, ...surface },
  })
}

function pressed(button: Button | undefined): RequestContent {
  return { type: 'press', key: button?.key ?? '' }
}

function buttonIn(reply: Reply, label: string): Button | undefined {
  return buttonsOf(reply).find(button => button.label.startsWith(label))
}

function cardsOf(reply: Reply): PostingCard[] {
  return reply.blocks.flatMap(block => (block.type === 'posting' ? [block] : []))
}

function buttonsOf(reply: Reply): readonly Button[] {
  return reply.blocks.flatMap(block => (block.type === 'buttons' ? block.buttons : []))
}

function textOf(reply: Reply): string {
  return reply.blocks
    .flatMap(block => (block.type === 'text' ? block.spans.map(span => span.text) : []))
    .join('')
}

describe('the bot', () => {
  it('answers a question with the receipt, the count and a page of cards', async () => {
    const { bot } = await openBot(makeBoard(5))
    const reply = await say(bot, 'remote go jobs over 110k')
    expect(textOf(reply)).toContain('remote')
    expect(textOf(reply)).toContain('5 of 5 postings match')
    expect(cardsOf(reply).map(card => card.number)).toEqual([1, 2, 3])
  })

  it('names the words it did not understand', async () => {
    const { bot } = await openBot(makeBoard(2))
    const reply = await say(bot, 'go jobs for wizards of zzyzx')
    expect(textOf(reply)).toContain('“zzyzx”')
    expect(cardsOf(reply)).toEqual([])
  })

  it('goes on with “more” and ends with words', async () => {
    const { bot } = await openBot(makeBoard(5))
    await say(bot, 'go')
    expect(cardsOf(await say(bot, 'more')).map(card => card.number)).toEqual([4, 5])
    expect(textOf(await say(bot, 'more'))).toBe('That was all of them.')
  })

  it('shows the posting with the number of the last list', async () => {
    const { bot } = await openBot(makeBoard(3))
    const second = cardsOf(await say(bot, 'go'))[1]
    const reply = await say(bot, 'show 2')
    expect(textOf(reply)).toContain(second?.company ?? 'no company')
    expect(reply.blocks.some(block => block.type === 'facts')).toBe(true)
  })

  it('says of a posting what of the question it matches', async () => {
    const { bot } = await openBot(makeBoard(3))
    await say(bot, 'remote go jobs over 90k')
    expect(textOf(await say(bot, 'show 1'))).toMatch(/✓ .*remote.* · .*Go/)
  })

  it('keeps conversations apart', async () => {
    const { bot } = await openBot(makeBoard(3))
    await say(bot, 'go', 'test:one')
    expect(textOf(await say(bot, 'show 1', 'test:other'))).toContain('Ask a question first')
  })

  it('remembers the list and the buttons after a restart', async () => {
    const catalog = makeBoard(5)
    const { bot, store } = await openBot(catalog)
    const more = buttonsOf(await say(bot, 'go'))[0]
    const { bot: restarted } = await openBot(catalog, store)
    expect(cardsOf(await say(restarted, 'more')).map(card => card.number)).toEqual([4, 5])
    expect(cardsOf(await press(restarted, more)).map(card => card.number)).toEqual([4, 5])
  })

  it('says so when a button is too old', async () => {
    const { bot, wait } = await openBot(makeBoard(5))
    const more = buttonsOf(await say(bot, 'go'))[0]
    wait(EIGHT_DAYS_MS)
    expect(textOf(await press(bot, more))).toContain('older than seven days')
  })

  it('says how an admin adds postings where there are none', async () => {
    const { bot } = await openBot(null)
    expect(textOf(await say(bot, 'go'))).toContain('ROLECALL_DATA')
    const { bot: empty } = await openBot(createCatalog([]))
    expect(textOf(await say(empty, 'go'))).toContain('There are no postings yet')
  })

  it('turns a failure into words with a reference instead of failing', async () => {
    const { store } = await openBot(null)
    const bot = createBot(
      makeBotDeps(store, () => {
        throw new Error('the disk is on fire')
      }),
    )
    const text = textOf(await say(bot, 'go'))
    expect(text).toMatch(/under [0-9a-f]{8}/)
    expect(text).not.toContain('fire')
  })

  it('offers questions in help that it understands to the last word', async () => {
    const catalog = makeBoard(3)
    const { bot } = await openBot(catalog)
    const examples = (await say(bot, 'help')).blocks.flatMap(block =>
      block.type === 'text' ? block.spans.filter(span => span.style === 'code').map(span => span.text) : [],
    )
    expect(examples.length).toBeGreaterThan(3)
    for (const example of examples) expect(textOf(await say(bot, example))).not.toContain('Not understood')
  })

  it('says on “more” that the postings changed since, and offers to ask again', async () => {
    const { bot, reload } = await openBot(makeBoard(5))
    await say(bot, 'go')
    reload(makeBoard(6))
    const reply = await say(bot, 'more')
    expect(textOf(reply)).toContain('The postings changed')
    expect(cardsOf(await press(bot, buttonIn(reply, 'Ask again'))).map(card => card.number)).toEqual([
      1, 2, 3,
    ])
  })

  it('goes on after a reload that changed nothing', async () => {
    const { bot, reload } = await openBot(makeBoard(5))
    await say(bot, 'go')
    reload(makeBoard(5))
    expect(cardsOf(await say(bot, 'more')).map(card => card.number)).toEqual([4, 5])
  })

  it('sums the postings up', async () => {
    const { bot } = await openBot(makeBoard(4))
    const reply = await say(bot, 'stats')
    expect(textOf(reply)).toContain('4 postings')
    const facts = reply.blocks.flatMap(block => (block.type === 'facts' ? block.facts : []))
    expect(facts).toContainEqual({ label: 'Skills', value: 'Go 4' })
    expect(facts).toContainEqual({ label: 'Pay', value: 'stated by 4' })
  })

  it('offers what a question may become while it is typed, without remembering it', async () => {
    const { bot } = await openBot(makeBoard(3))
    const reply = await ask(bot, { type: 'typing', text: 'jobs at comp', completes: 'question' })
    expect(reply.blocks).toEqual([
      { type: 'choices', choices: expect.arrayContaining(['jobs at Company 2']) },
    ])
    expect(textOf(await ask(bot, { type: 'text', text: 'more' }))).toContain('Ask a question first')
  })

  it('offers choices also where there are no postings', async () => {
    const { bot } = await openBot(null)
    const [block] = (await ask(bot, { type: 'typing', text: '', completes: 'question' })).blocks
    expect(block?.type === 'choices' ? block.choices.length : 0).toBeGreaterThan(3)
  })
})

describe('the bot where several people are', () => {
  it('puts the next page in the place of the message of whoever asked', async () => {
    const { bot } = await openBot(makeBoard(5))
    const list = await ask(bot, { type: 'text', text: 'go' })
    expect(await ask(bot, pressed(buttonIn(list, 'More')))).toMatchObject({ isReplacement: true })
  })

  it('gives anybody else a private copy whose buttons are their own', async () => {
    const { bot } = await openBot(makeBoard(9))
    const list = await ask(bot, { type: 'text', text: 'go' }, 'ann', { viewers: 'place' })
    const copy = await ask(bot, pressed(buttonIn(list, 'More')), 'bob', { viewers: 'place' })
    expect(copy.viewers).toBe('asker')
    expect(copy.isReplacement).toBeUndefined()
    expect(await ask(bot, pressed(buttonIn(copy, 'More')), 'bob')).toMatchObject({ isReplacement: true })
    expect((await ask(bot, pressed(buttonIn(copy, 'More')), 'ann')).isReplacement).toBeUndefined()
  })

  it('offers to share only what others could see and do not', async () => {
    const { bot } = await openBot(makeBoard(5))
    const text = { type: 'text', text: 'go' } as const
    expect(buttonIn(await ask(bot, text), 'Share')).toBeDefined()
    expect(buttonIn(await ask(bot, text, 'ann', { viewers: 'place' }), 'Share')).toBeUndefined()
    expect(buttonIn(await ask(bot, text, 'ann', { isPrivate: true }), 'Share')).toBeUndefined()
  })

  it('shows a shared answer to all, under the question', async () => {
    const { bot } = await openBot(makeBoard(5))
    const list = await ask(bot, { type: 'text', text: 'go' })
    const shared = await ask(bot, pressed(buttonIn(list, 'Share')))
    expect(shared.viewers).toBe('place')
    expect(textOf(shared)).toContain('“go”')
    expect(buttonIn(shared, 'Share')).toBeUndefined()
  })

  it('asks what is written into the form instead of the question before', async () => {
    const { bot } = await openBot(makeBoard(5))
    const list = await ask(bot, { type: 'text', text: 'go' })
    const ways = await ask(bot, pressed(buttonIn(list, 'Edit')))
    const [form] = (await ask(bot, pressed(buttonIn(ways, 'Refine')))).blocks
    if (form?.type !== 'form') throw new Error('no form')
    expect(form.fields).toMatchObject([{ name: 'question', value: 'go' }])
    const edited = await ask(bot, { type: 'form', key: form.key, values: { question: ['go at Company 3'] } })
    expect(edited.isReplacement).toBe(true)
    expect(cardsOf(edited).map(card => card.company)).toEqual(['Company 3'])
    const others = await ask(bot, { type: 'form', key: form.key, values: { question: ['go'] } }, 'bob')
    expect(others).toMatchObject({ viewers: 'asker' })
  })

  it('says that a form is too old instead of asking it', async () => {
    const { bot } = await openBot(makeBoard(5))
    expect(textOf(await ask(bot, { type: 'form', key: 'unknown', values: { question: ['go'] } }))).toContain(
      'older than seven days',
    )
  })

  it('tells the presser alone what went wrong', async () => {
    const { bot } = await openBot(makeBoard(5))
    expect((await ask(bot, { type: 'press', key: 'unknown' })).viewers).toBe('asker')
  })
})
