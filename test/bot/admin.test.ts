import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTellHeld } from '../../src/bot/tell-held.ts'
import { createBot } from '../../src/bot.ts'
import type { CommandId } from '../../src/commands.ts'
import { AppError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import type { BotSide, RequestContent } from '../../src/platform.ts'
import { openUpkeep } from '../../src/reload/open-upkeep.ts'
import type { Upkeep } from '../../src/reload/upkeep.ts'
import type { Reply } from '../../src/reply.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'
import { makeDocument, makeDocuments, makeSource, type TestSource } from '../reload/make-source.ts'
import { findButton, listCards, readText } from './open-bot.ts'

const BOARD = './board'
const FEED = 'https://feed.example.com/jobs.rss'

let store: Store
let bot: BotSide
let upkeep: Upkeep
let board: TestSource
let feed: TestSource
let now: Date
let told: Reply[]

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  board = makeSource('board', makeDocuments(6, { company: 'Acme' }))
  feed = makeSource('feed', makeDocuments(7, { company: 'Fern' }))
  now = new Date('2026-06-01T09:00:00Z')
  told = []
  const basics = {
    store,
    log: createLog('silent'),
    now: () => now,
    tellAdmins: async (reply: Reply) => told.push(reply) > 0,
  }
  upkeep = openUpkeep({
    ...basics,
    given: [BOARD],
    sample: null,
    open: address => {
      if (address === BOARD) return board
      if (address === FEED) return feed
      throw new AppError('SOURCE_UNSUPPORTED', address)
    },
    pattern: '0 */6 * * *',
    limits: { maxNew: 100 },
    onHeld: [createTellHeld(basics)],
    measure: async () => ({ memoryBytes: 200 * 1_048_576, queues: [{ name: 'alerts', waiting: 3 }] }),
  })
  const catalog = () => upkeep.reloader.current()?.catalog ?? null
  const admins = ['test:boss', 'test:role:ops']
  bot = createBot(makeBotDeps(store, catalog, { ...basics, upkeep, admins }))
  await upkeep.reloader.reload({ by: 'start', isDryRun: false }).result
})
afterEach(() => store.close())

function send(content: RequestContent, name = 'boss', groups: readonly string[] = []): Promise<Reply> {
  const member = { id: `test:${name}`, groups, managesServer: true, managesChannel: true, isGuest: false }
  return bot.handle({
    conversationId: `test:${name}`,
    content,
    pageSize: 3,
    member,
    place: { platform: 'test', serverId: 'S1', channelId: 'C1' },
    surface: { isPrivate: false, viewers: 'asker', isRich: true },
  })
}

function use(id: CommandId, values: Record<string, string> = {}, name?: string): Promise<Reply> {
  return send({ type: 'command', call: { id, values } }, name)
}

/** Presses what a reply offers; waits for the end of what that starts. */
async function press(reply: Reply, label: string, name?: string): Promise<Reply> {
  return finish(await send({ type: 'press', key: findButton(reply, label)?.key ?? 'none' }, name))
}

async function listUpdates(reply: Reply): Promise<Reply[]> {
  const updates: Reply[] = []
  for await (const update of reply.updates ?? []) updates.push(update)
  return updates
}

async function finish(reply: Reply): Promise<Reply> {
  return (await listUpdates(reply)).at(-1) ?? reply
}

function readAll(reply: Reply): string {
  const facts = reply.blocks.flatMap(block =>
    block.type === 'facts' ? block.facts.map(({ label, value }) => `${label}: ${value}`) : [],
  )
  return [readText(reply), ...facts].join('\n')
}

async function countAll(): Promise<string> {
  return readText(await send({ type: 'text', text: 'how many engineer jobs?' }, 'ann'))
}

describe('who may', () => {
  it.each([
    'admin reload',
    'admin undo',
    'admin status',
    'admin sources',
    'admin hide',
    'admin unhide',
    'admin log',
  ] as const)('refuses %s to a member, names the setting and the own id, and writes it down', async id => {
    const reply = await use(id, {}, 'ann')
    expect(readText(reply)).toContain('test:ann')
    expect(readText(reply)).toContain('ROLECALL_ADMINS')
    expect(reply.updates).toBeUndefined()
    expect((await store.audit.list(1))[0]).toMatchObject({ memberId: 'test:ann', isAllowed: false })
  })

  it('lets a role in that the settings name', async () => {
    const content = { type: 'command', call: { id: 'admin status', values: {} } } as const
    expect(readText(await send(content, 'ann', ['test:role:ops']))).toContain('6 postings from 1 source')
  })

  it('refuses the press of a button to whoever may not, where others see it', async () => {
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    const card = await finish(await use('admin reload'))
    expect(readText(await press(card, 'Undo', 'ann'))).toContain('Only admins')
    expect(upkeep.reloader.current()?.catalog.size).toBe(7)
  })
})

describe('admin reload', () => {
  it('shows how far it is, then what is different, with a way back', async () => {
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    const reply = await use('admin reload')
    expect(readText(reply)).toContain('Reading the sources')
    const updates = await listUpdates(reply)
    const last = updates.at(-1)
    if (!last) throw new Error('no update')
    expect(readAll(last)).toContain('Reloaded: 7 postings')
    expect(readAll(last)).toContain('New: 1')
    expect(readText(last)).toContain('+ Data Engineer')
    expect(findButton(last, 'Undo')).toBeDefined()
    expect(updates.slice(0, -1).every(update => findButton(update, 'Undo') === undefined)).toBe(true)
  })

  it('is taken back by its Undo button, in place of the card', async () => {
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    const undone = await press(await finish(await use('admin reload')), 'Undo')
    expect(undone.isReplacement).toBe(true)
    expect(readText(undone)).toContain('Undone')
    expect(await countAll()).toContain('6 postings')
  })

  it('tells a second admin who started it', async () => {
    const gate = Promise.withResolvers<void>()
    board.gate = gate.promise
    const first = await use('admin reload')
    const second = await send({ type: 'command', call: { id: 'admin reload', values: {} } }, 'eve', [
      'test:role:ops',
    ])
    expect(readText(second)).toContain('test:boss had started')
    gate.resolve()
    await Promise.all([finish(first), finish(second)])
  })

  it('changes nothing in a dry run, and offers to do it', async () => {
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    const card = await finish(await use('admin reload', { 'dry-run': 'true' }))
    expect(readText(card)).toContain('Dry run')
    expect(upkeep.reloader.current()?.catalog.size).toBe(6)
    expect(readText(await press(card, 'Reload now'))).toContain('Reloaded: 7 postings')
  })

  it('says which source failed, why, and that its postings stay', async () => {
    board.error = new AppError('SOURCE_UNREACHABLE', 'board.example.com')
    const text = readText(await finish(await use('admin reload')))
    expect(text).toContain('board could not be read; the 6 postings of before stay.')
    expect(text).toContain('The source cannot be reached: board.example.com')
  })

  it('writes the use and its outcome down', async () => {
    board.documents.push(makeDocument({ title: 'Data Engineer' }))
    await finish(await use('admin reload'))
    const [outcome, used] = await store.audit.list(2)
    expect(used).toMatchObject({ action: 'reload', memberId: 'test:boss', isAllowed: true })
    expect(outcome).toMatchObject({ action: 'reload-outcome', memberId: 'test:boss' })
    expect(outcome?.detail).toMatchObject({ outcome: 'swapped', added: 1 })
    expect(readAll(await use('admin log'))).toContain('test:boss · reloaded: 1 new, 0 changed, 0 gone')
  })

  it('says in words that a failure inside left everything as it was', async () => {
    const broken = { ...upkeep, reloader: { ...upkeep.reloader, reload: failingReload } }
    const catalog = () => upkeep.reloader.current()?.catalog ?? null
    bot = createBot(makeBotDeps(store, catalog, { upkeep: broken, admins: ['test:boss'] }))
    expect(readText(await finish(await use('admin reload')))).toContain('postings of before answer on')
  })
})

const failingReload: Upkeep['reloader']['reload'] = () => ({
  isJoined: false,
  by: 'test:boss',
  async *watch() {
    yield { phase: 'reading', sources: [] }
  },
  result: Promise.reject(new Error('no memory')),
})

describe('a reload that is held back', () => {
  beforeEach(() => {
    board.documents = board.documents.slice(0, 1)
  })

  it('asks with two buttons, here and in the channel of the admins', async () => {
    const card = await finish(await use('admin reload'))
    expect(readText(card)).toContain('board shrank from 6 postings to 1.')
    expect(upkeep.reloader.current()?.catalog.size).toBe(6)
    expect(told.map(readText)).toEqual([readText(card)])
    expect(readText(await press(told[0] ?? card, 'Use the new'))).toContain('Reloaded: 1 posting ')
    expect(upkeep.reloader.current()?.catalog.size).toBe(1)
  })

  it('is dropped on request, and cannot be confirmed any more', async () => {
    const card = await finish(await use('admin reload'))
    expect(readText(await press(card, 'Keep those'))).toContain('Dropped')
    expect(readText(await press(card, 'Use the new'))).toContain('Nothing waits')
    expect(upkeep.reloader.current()?.catalog.size).toBe(6)
  })

  it('is confirmed in words where nothing can be pressed', async () => {
    await finish(await use('admin reload'))
    expect(readText(await use('admin reload', { confirm: 'true' }))).toContain('Reloaded: 1 posting ')
  })

  it('stands in the status', async () => {
    await finish(await use('admin reload'))
    expect(readText(await use('admin status'))).toContain('held back')
  })
})

describe('admin undo', () => {
  it('says in words that there is nothing to go back to', async () => {
    expect(readText(await use('admin undo'))).toContain('version before is no longer in memory')
  })
})

describe('admin status', () => {
  it('says what there is, how old, from where, and what it takes', async () => {
    board.documents.push(makeDocument({ title: 'Data Engineer', pay: '$100,000 - $120,000' }))
    await finish(await use('admin reload'))
    now = new Date('2026-06-01T11:00:00Z')
    const text = readAll(await use('admin status'))
    expect(text).toContain('7 postings from 1 source')
    expect(text).toContain('Postings read: 2 hours ago')
    expect(text).toContain('Stated: pay by 14 %, place by 100 %, company by 86 %')
    expect(text).toContain('Memory: 200 MB')
    expect(text).toContain('Waiting: alerts 3')
    expect(text).toContain('board: 7 postings (+1) · read 2 hours ago')
    expect(text).toContain('(reload, 2 hours ago)')
  })

  it('names a silent source with its last reading and the reason', async () => {
    board.error = new AppError('SOURCE_UNREACHABLE', 'board.example.com')
    now = new Date('2026-06-02T09:00:00Z')
    await finish(await use('admin reload'))
    const text = readText(await use('admin status'))
    expect(text).toContain('board is silent: last read 24 hours ago.')
    expect(text).toContain('stale')
  })
})

describe('admin log', () => {
  it('says in words who did what', async () => {
    await use('admin hide', { what: 'company', value: 'Acme' })
    await use('admin pause', { alert: 'all' })
    await use('admin reload', { 'dry-run': 'true' }, 'ann')
    await use('admin status')
    const lines = readText(await use('admin log')).split('\n')
    expect(lines.filter(line => line.startsWith('just now'))).toEqual([
      'just now · test:boss · read this log',
      'just now · test:boss · asked for the status',
      'just now · test:ann · refused: asked for a dry run',
      'just now · test:boss · let alert all rest',
      'just now · test:boss · hid company Acme',
      'just now · start · reloaded: 6 new, 0 changed, 0 gone',
    ])
  })
})

describe('admin sources', () => {
  it('lists the sources of the settings, without paths of the host', async () => {
    const text = readAll(await use('admin sources'))
    expect(text).toContain('board: from ROLECALL_DATA')
    expect(text).not.toContain(BOARD)
  })

  it('shows five postings before it adds an address, then reads it', async () => {
    const preview = await use('admin sources', { what: 'add', address: FEED })
    expect(listCards(preview)).toHaveLength(5)
    expect(await store.keptSources.list()).toEqual([])
    const done = await press(preview, 'Add this source')
    expect(readText(done)).toContain('Reloaded: 13 postings')
    expect(readAll(await use('admin sources'))).toContain(`feed: added here · ${FEED}`)
  })

  it('takes no path from a chat, neither by the command nor by the button of another', async () => {
    const reply = await use('admin sources', { what: 'add', address: '/etc' })
    expect(readText(reply)).toContain('Only addresses')
    expect(readText(await use('admin sources', { what: 'keep', address: BOARD }))).toContain('Only addresses')
    expect(await store.keptSources.list()).toEqual([])
  })

  it('says what is wrong with an address that cannot be read', async () => {
    feed.error = new AppError('SOURCE_ROBOTS', FEED)
    feed.documents = []
    expect(readText(await use('admin sources', { what: 'add', address: FEED }))).toContain('asks robots')
    const unknown = await use('admin sources', { what: 'add', address: 'https://unknown.example.com' })
    expect(readText(unknown)).toContain('not supported as a source')
  })

  it('offers no button for a source without postings', async () => {
    feed.documents = [{ path: 'a.html', reason: 'This is a list of recipes.' }]
    const reply = await use('admin sources', { what: 'add', address: FEED })
    expect(readText(reply)).toContain('feed holds no posting.')
    expect(readText(reply)).toContain('list of recipes')
    expect(findButton(reply, 'Add')).toBeUndefined()
  })

  it('leaves a source out that was paused while a reload read it', async () => {
    const gate = Promise.withResolvers<void>()
    board.gate = gate.promise
    const before = await use('admin reload')
    const paused = await use('admin sources', { what: 'pause', address: BOARD })
    expect(readText(paused)).not.toContain('had started a reload already')
    gate.resolve()
    await Promise.all([finish(before), finish(paused)])
    expect(upkeep.reloader.current()?.catalog.size).toBe(0)
  })

  it('pauses and resumes a source of the settings, over a restart too', async () => {
    await press(await use('admin sources'), 'Pause board')
    expect(upkeep.reloader.current()?.catalog.size).toBe(0)
    expect(await upkeep.sources.list()).toMatchObject([{ isPaused: true, origin: 'settings' }])
    await press(await use('admin sources'), 'Resume board')
    expect(upkeep.reloader.current()?.catalog.size).toBe(6)
  })

  it('removes what was added, and leaves the settings to those who host it', async () => {
    await press(await use('admin sources', { what: 'add', address: FEED }), 'Add this source')
    const removed = await finish(await use('admin sources', { what: 'remove', address: FEED }))
    expect(readText(removed)).toContain('Removed.')
    expect(upkeep.reloader.current()?.catalog.size).toBe(6)
    expect(readText(await use('admin sources', { what: 'remove', address: BOARD }))).toContain(
      'ROLECALL_DATA',
    )
    expect(readText(await use('admin sources', { what: 'remove', address: 'x' }))).toContain('no such source')
  })

  it.each(['explode', 'constructor'])('says what it can do when asked to %s', async what => {
    expect(readText(await use('admin sources', { what, address: FEED }))).toContain('Say list, add')
  })
})

describe('admin hide', () => {
  it('takes a company out of every answer at once, and shows it again by its button', async () => {
    board.documents.push(makeDocument({ title: 'Data Engineer', company: 'Fern' }))
    await finish(await use('admin reload'))
    const reply = await use('admin hide', { what: 'company', value: 'acme' })
    expect(readText(reply)).toContain('6 postings left every answer')
    expect(await countAll()).toContain('1 of 1 posting')
    expect(readText(await press(reply, 'Undo'))).toContain('6 postings came back')
    expect(await countAll()).toContain('7 of 7 postings')
  })

  it('takes a posting by its id or its link', async () => {
    const link = 'https://www.jobs.example.com/acme-engineer-2.md?utm_source=chat'
    expect(readText(await use('admin hide', { what: 'posting', value: link }))).toContain('1 posting left')
    const id = upkeep.reloader.current()?.catalog.entries[0]?.posting.id ?? ''
    expect(readText(await use('admin hide', { what: 'posting', value: id }))).toContain('posting')
    expect(readText(await use('admin hide', { what: 'posting', value: 'nope' }))).toContain(
      'no posting by that',
    )
  })

  it('takes a posting by its number in the last list, and calls it by its title', async () => {
    const list = await send({ type: 'text', text: 'engineer jobs' })
    const second = list.blocks.flatMap(block => (block.type === 'posting' ? [block] : []))[1]
    const label = `Hidden: posting “${second?.title}”`
    expect(readText(await use('admin hide', { what: 'posting', value: '2' }))).toContain(label)
    expect(await store.hides.list()).toMatchObject([{ kind: 'posting', value: second?.postingId }])
    expect(readText(await use('admin unhide'))).toContain(`posting “${second?.title}” by test:boss`)
  })

  it('takes a domain out of an address', async () => {
    const reply = await use('admin hide', { what: 'domain', value: 'https://www.example.com/jobs' })
    expect(readText(reply)).toContain('domain example.com. 6 postings left')
  })

  it('lists what is hidden, with a way to show each again', async () => {
    expect(readText(await use('admin unhide'))).toContain('Nothing is hidden')
    await use('admin hide', { what: 'company', value: 'Acme' })
    const list = await use('admin unhide')
    expect(readAll(list)).toContain('company Acme by test:boss, just now')
    expect(readText(await press(list, 'Show again: company Acme'))).toContain('6 postings came back')
    expect(await store.hides.list()).toEqual([])
  })

  it('says what it takes', async () => {
    expect(readText(await use('admin hide', { what: 'planet', value: 'x' }))).toContain(
      'posting, company or domain',
    )
    expect(readText(await use('admin hide', { what: 'domain', value: 'localhost' }))).toContain('domain')
    expect(await store.hides.list()).toEqual([])
  })
})

describe('the age of the postings', () => {
  it('is no word of an answer while they are young', async () => {
    expect(await countAll()).not.toContain('read')
  })

  it('stands below an answer once twice the schedule is over', async () => {
    now = new Date('2026-06-01T22:00:00Z')
    expect(await countAll()).toContain('Stale: the postings were read 13 hours ago')
  })
})

describe('a bot that loads its postings once', () => {
  it('says so instead of failing', async () => {
    bot = createBot(makeBotDeps(store, () => null, { admins: ['test:boss'] }))
    expect(readText(await use('admin reload'))).toContain('works in the running bot')
  })
})
