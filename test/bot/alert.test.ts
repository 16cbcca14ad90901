import { afterEach, describe, expect, it } from 'vitest'
import type { BotDeps } from '../../src/bot.ts'
import { createBot } from '../../src/bot.ts'
import { listVisible } from '../../src/catalog/hide-postings.ts'
import type { BotSide, Member, Request, RequestContent, Surface } from '../../src/platform.ts'
import type { Button, FormBlock, Reply } from '../../src/reply.ts'
import { textOf } from '../fakes/fake-outbox.ts'
import { type AlertWorld, openAlertWorld } from '../fakes/make-alerts.ts'
import { makeBoard } from '../fakes/make-board.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'

const worlds: AlertWorld[] = []

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

interface Who {
  readonly name?: string
  readonly member?: Partial<Member>
  readonly surface?: Partial<Surface>
}

/** A bot with alerts, and somebody in a channel of Discord who talks to it. */
async function openBot(deps: Partial<BotDeps> = {}) {
  const world = await openAlertWorld()
  worlds.push(world)
  await world.load(listVisible(makeBoard(3)))
  const bot = createBot(
    makeBotDeps(world.store, world.catalog, { alerts: world.alerts, now: world.now, ...deps }),
  )
  const ask = (content: RequestContent, who: Who = {}) => bot.handle(makeRequest(content, who))
  return { world, bot, ask }
}

function makeRequest(content: RequestContent, { name = 'ann', member, surface }: Who): Request {
  return {
    conversationId: `test:${name}`,
    content,
    pageSize: 3,
    member: {
      id: `discord:${name}`,
      groups: [],
      managesServer: false,
      managesChannel: true,
      isGuest: false,
      ...member,
    },
    place: { platform: 'discord', serverId: surface?.isPrivate ? null : 's1', channelId: 'c1' },
    surface: { isPrivate: false, viewers: 'asker', isRich: true, ...surface },
  }
}

function press(button: Button | undefined): RequestContent {
  return { type: 'press', key: button?.key ?? '' }
}

function command(id: string, values: Record<string, string> = {}): RequestContent {
  return { type: 'command', call: { id, values } as never }
}

function buttonIn(reply: Reply, label: string): Button | undefined {
  return reply.blocks
    .flatMap(block => (block.type === 'buttons' ? block.buttons : []))
    .find(button => button.label.startsWith(label))
}

function formIn(reply: Reply): FormBlock {
  const [form] = reply.blocks
  if (form?.type !== 'form') throw new Error(`no form, but: ${textOf(reply)}`)
  return form
}

/** Goes the whole way from a question to an alert. */
async function create(
  ask: (content: RequestContent, who?: Who) => Promise<Reply>,
  to: string,
  values: Record<string, string[]> = {},
  who?: Who,
): Promise<Reply> {
  const answer = await ask({ type: 'text', text: 'go' }, who)
  const preview = await ask(press(buttonIn(answer, 'Alert me')), who)
  const opened = await ask(press(buttonIn(preview, to)), who)
  if (opened.blocks[0]?.type !== 'form') return opened
  const sent = { cadence: ['daily'], time: ['08:30 Europe/Berlin'], cap: ['5'], ...values }
  return ask({ type: 'form', key: formIn(opened).key, values: sent }, who)
}

describe('alerts in a chat', () => {
  it('leads from an answer over a preview and a form to an alert in the channel', async () => {
    const { world, ask } = await openBot()
    const reply = await create(ask, 'Alert this channel', { quiet: ['22:00-07:00'], also: ['not-stated'] })
    expect(textOf(reply)).toContain('Done. “go” is alert')
    expect(await world.store.subscriptions.listAll()).toMatchObject([
      {
        question: 'go',
        ownerId: 'discord:ann',
        target: { type: 'channel', serverId: 's1', channelId: 'c1' },
        schedule: { cadence: 'daily', at: 510, zone: 'Europe/Berlin', quiet: { from: 1320, to: 420 } },
        capADay: 5,
        withNotStated: true,
        saysQuiet: false,
      },
    ])
    expect(world.outbox.posted.map(message => textOf(message.reply))).toEqual([
      expect.stringContaining('3 postings open now'),
    ])
  })

  it('shows in the preview what is open, and that the daily number is not known yet', async () => {
    const { ask } = await openBot()
    const preview = await ask(command('alert create', { question: 'go' }))
    expect(preview.viewers).toBe('asker')
    expect(textOf(preview)).toContain('Open now: 3')
    expect(textOf(preview)).toContain('watched for 14 days')
  })

  it('refuses to watch for what it does not understand', async () => {
    const { ask } = await openBot()
    const preview = await ask(command('alert create', { question: 'wizards of zzyzx' }))
    expect(textOf(preview)).toContain('I cannot watch for this')
    expect(buttonIn(preview, 'Alert')).toBeUndefined()
  })

  it('says what of a form it cannot read', async () => {
    const { world, ask } = await openBot()
    const texts = [
      await create(ask, 'Alert this channel', { time: ['noonish UTC'] }),
      await create(ask, 'Alert this channel', { time: ['09:00 Mars/Olympus'] }),
      await create(ask, 'Alert this channel', { quiet: ['late'] }),
      await create(ask, 'Alert this channel', { cap: ['many'] }),
    ].map(textOf)
    expect(texts).toEqual([
      expect.stringContaining('“noonish” is no time'),
      expect.stringContaining('no time zone “Mars/Olympus”'),
      expect.stringContaining('“late” are no quiet hours'),
      expect.stringContaining('“many” is no number'),
    ])
    expect(await world.store.subscriptions.listAll()).toEqual([])
  })

  it('sends a member’s own alert by direct message, with a button that stops it', async () => {
    const { world, ask } = await openBot()
    const reply = await create(ask, 'Alert only me')
    expect(textOf(reply)).toContain('I have just sent you its first message')
    const [message] = world.outbox.posted
    expect(message?.target).toMatchObject({ type: 'member', memberId: 'ann' })
    const stop = message && buttonIn(message.reply, 'Stop')
    const who = { surface: { isPrivate: true } }
    const stopped = await ask(press(stop), who)
    expect(textOf(stopped)).toContain('“go” rests')
    expect(await world.store.subscriptions.listAll()).toMatchObject([{ paused: 'member' }])
    await ask(press(buttonIn(stopped, 'Go on')), who)
    expect(await world.store.subscriptions.listAll()).toMatchObject([{ paused: null }])
  })

  it('lets only those make alerts in a channel who manage it, and no guests', async () => {
    const { world, ask } = await openBot()
    const stranger = { name: 'bob', member: { managesChannel: false } }
    expect(textOf(await create(ask, 'Alert this channel', {}, stranger))).toContain('those who manage it')
    const guest = { name: 'eve', member: { isGuest: true } }
    expect(textOf(await create(ask, 'Alert this channel', {}, guest))).toContain('Guests')
    expect(await world.store.subscriptions.listAll()).toEqual([])
  })

  it('lets only admins make alerts in channels where the settings say so', async () => {
    const { ask } = await openBot({ alertsBy: 'admins', admins: ['discord:root'] })
    expect(textOf(await create(ask, 'Alert this channel'))).toContain('only admins')
    expect(textOf(await create(ask, 'Alert this channel', {}, { name: 'root' }))).toContain('Done')
  })

  it('keeps to the channels that the server names for it', async () => {
    const { world, ask } = await openBot()
    const settings = { answers: 'asker', channels: ['c2'], listens: [] } as const
    await world.store.servers.save('discord:s1', settings, new Date('2026-06-01T09:00:00Z'))
    expect(textOf(await create(ask, 'Alert this channel'))).toContain('other channels')
    await world.store.servers.save(
      'discord:s1',
      { ...settings, channels: ['c1'] },
      new Date('2026-06-01T09:00:00Z'),
    )
    expect(textOf(await create(ask, 'Alert this channel'))).toContain('Done')
  })

  it('lists, changes, mutes, hands over and deletes an alert', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel')
    const [made] = await world.store.subscriptions.listAll()
    const alert = `${made?.id} go`
    expect(textOf(await ask(command('alert list')))).toContain(
      'daily at 08:30 (Europe/Berlin) · owner discord:ann',
    )
    const form = formIn(await ask(command('alert edit', { alert })))
    await ask({ type: 'form', key: form.key, values: { cadence: ['weekly-3'], time: ['10:00'] } })
    await ask(command('alert edit', { alert, question: 'remote go' }))
    expect(textOf(await ask(command('alert mute', { alert, company: 'Company 2' })))).not.toContain(
      'No posting',
    )
    for (const words of ['is left out from now on. No posting is from Kompany', 'is let in again'])
      expect(
        textOf(await ask(command('alert mute', { alert, company: 'Kompany' }))).replace(/\s+/g, ' '),
      ).toContain(words)
    const given = await ask(command('alert transfer', { alert, to: '<@4711>' }))
    const names = { kind: 'member', platform: 'discord', id: '4711' }
    expect(given.blocks).toMatchObject([{ spans: [{}, { text: 'discord:4711', names }, {}] }])
    expect(await world.store.subscriptions.listAll()).toMatchObject([
      {
        question: 'remote go',
        schedule: { cadence: 'weekly', weekday: 3, at: 600, zone: 'Europe/Berlin' },
        mutedCompanies: ['Company 2'],
        ownerId: 'discord:4711',
      },
    ])
    expect(textOf(await ask(command('alert delete', { alert })))).toContain('is no more')
    expect(await world.store.subscriptions.listAll()).toEqual([])
  })

  it('hands an alert over to nobody who is no member where it posts', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel')
    const [made] = await world.store.subscriptions.listAll()
    const alert = made?.id ?? ''
    for (const [standing, words] of [
      ['absent', 'found nobody'],
      ['bot', 'is a bot'],
      ['guest', 'Guests cannot own'],
      ['unknown', 'could not look up'],
    ] as const) {
      world.outbox.standings.set('discord:4711', standing)
      expect(textOf(await ask(command('alert transfer', { alert, to: '<@4711>' })))).toContain(words)
    }
    expect(await world.store.subscriptions.load(alert)).toMatchObject({ ownerId: 'discord:ann' })
  })

  it('lets whoever may change an alert take it over without a look', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel')
    const [made] = await world.store.subscriptions.listAll()
    world.outbox.standings.set('discord:ann', 'unknown')
    await world.store.subscriptions.save({ ...made, ownerId: 'discord:bob' } as never)
    expect(textOf(await ask(command('alert transfer', { alert: made?.id ?? '' })))).toContain(
      'discord:ann now',
    )
    expect(await world.store.subscriptions.load(made?.id ?? '')).toMatchObject({ ownerId: 'discord:ann' })
  })

  it('lets nobody change the alerts of others', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert only me')
    const [made] = await world.store.subscriptions.listAll()
    const alert = made?.id ?? ''
    const other = { name: 'bob', member: { managesServer: true } }
    for (const id of ['alert delete', 'alert pause', 'alert edit', 'alert test', 'alert transfer'])
      expect(textOf(await ask(command(id, { alert }), other))).toContain('not yours')
    expect(textOf(await ask(command('alert list'), other))).toContain('no alerts here yet')
    expect(await world.store.subscriptions.listAll()).toEqual([made])
  })

  it('understands plain words about alerts', async () => {
    const { ask } = await openBot()
    const say = async (text: string) => textOf(await ask({ type: 'text', text }))
    expect(await say('alert me of remote go jobs')).toContain('Alert for “remote go jobs”')
    expect(await say('alert go')).toContain('Alert for “go”')
    expect(await say('alerts')).toContain('no alerts here yet')
    expect(await say('/jobs alert list')).toContain('no alerts here yet')
  })

  it('offers the alerts that somebody may mean while their name is typed', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel')
    const [made] = await world.store.subscriptions.listAll()
    const typing = { type: 'typing', text: 'g', completes: 'alert' } as const
    expect((await ask(typing)).blocks).toEqual([{ type: 'choices', choices: [`${made?.id} go`] }])
  })

  it('posts what an alert would say when it is tested', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel')
    const [made] = await world.store.subscriptions.listAll()
    expect(textOf(await ask(command('alert test', { alert: made?.id ?? '' })))).toBe('Sent.')
    expect(textOf(world.outbox.posted[1]?.reply ?? { blocks: [] })).toContain('This is a test')
  })

  it('says why a message came, to whoever presses', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel', { cadence: ['instant'] })
    world.wait(1)
    await world.load(listVisible(makeBoard(4)))
    await world.flush()
    const message = world.outbox.posted[1]
    const reply = await ask(press(message && buttonIn(message.reply, 'Why')), { name: 'bob' })
    expect(reply.viewers).toBe('asker')
    expect(textOf(reply)).toContain('fits “go”')
  })

  it('says of any posting which step let it through or stopped it', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel', { cadence: ['instant'] })
    world.wait(1)
    await world.load(listVisible(makeBoard(4)))
    await world.flush()
    await ask({ type: 'text', text: 'go at Company 0' })
    const before = textOf(await ask(command('alert why', { posting: '1' })))
    expect(before).toContain('✗ It was there when its source was loaded for the first time')
    expect(before).toContain('✗ Nothing was planned for it')
    const sent = textOf(await ask(command('alert why', { posting: 'https://example.com/apply/3' })))
    expect(sent).toContain('✓ The question finds it: names Go')
    expect(sent).toContain('✓ It was sent on 2 June')
    const [{ id = '' } = {}] = await world.store.subscriptions.listAll()
    expect(sent).toContain(`and the alert “go” (${id})`)
    await ask(
      command('alert edit', {
        alert: (await world.store.subscriptions.listAll())[0]?.id ?? '',
        question: 'hybrid rust',
      }),
    )
    const other = textOf(await ask(command('alert why', { posting: 'https://example.com/apply/2' })))
    expect(other).toMatch(/✗ The question does not find it: it does not fit “hybrid”/)
    expect(textOf(await ask(command('alert why', { posting: 'no such title' })))).toContain(
      'I found no posting',
    )
  })

  it('marks what waits for its time as neither told nor lost', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel', { cadence: ['daily'] })
    world.wait(1)
    await world.load(listVisible(makeBoard(4)))
    const why = textOf(await ask(command('alert why', { posting: 'https://example.com/apply/3' })))
    expect(why).toContain('… It is planned for')
    expect(why).not.toContain('✗')
  })

  it('lets admins see and pause every alert, and nobody else', async () => {
    const { world, ask } = await openBot({ admins: ['discord:root'] })
    await create(ask, 'Alert only me')
    const root = { name: 'root' }
    expect(textOf(await ask(command('admin subscriptions'), root))).toContain('owner discord:ann')
    expect(textOf(await ask(command('admin subscriptions')))).toContain('Only admins')
    expect(textOf(await ask(command('admin pause', { alert: 'all' }), root))).toContain('1 alert rests')
    expect(await world.store.subscriptions.listAll()).toMatchObject([{ paused: 'admin' }])
    await ask(command('admin pause', { alert: 'all', resume: 'true' }), root)
    expect(await world.store.subscriptions.listAll()).toMatchObject([{ paused: null }])
    const [{ id = '' } = {}] = await world.store.subscriptions.listAll()
    await ask(command('alert pause', { alert: id }))
    await ask(command('admin pause', { alert: 'all', resume: 'true' }), root)
    expect(await world.store.subscriptions.listAll()).toMatchObject([{ paused: 'member' }])
  })

  it('says where alerts can be had, where there are none', async () => {
    const { world } = await openBot()
    const bot: BotSide = createBot(makeBotDeps(world.store, world.catalog))
    const reply = await bot.handle(makeRequest(command('alert list'), {}))
    expect(textOf(reply)).toContain('Discord and Slack')
    const answer = await bot.handle(makeRequest({ type: 'text', text: 'go' }, {}))
    expect(buttonIn(answer, 'Alert me')).toBeUndefined()
  })

  it('answers “see all” under an alert with a private answer, so that the alert stays', async () => {
    const { world, ask } = await openBot()
    await create(ask, 'Alert this channel', { cadence: ['instant'] })
    world.wait(1)
    await world.load(listVisible(makeBoard(4)))
    await world.flush()
    const message = world.outbox.posted[1]
    const all = await ask(press(message && buttonIn(message.reply, 'See all')), {
      surface: { viewers: 'place' },
    })
    expect(all.viewers).toBe('asker')
    expect(all.isReplacement).toBeUndefined()
  })

  it('forgets the alerts of a server that the bot was removed from', async () => {
    const { world, bot, ask } = await openBot()
    await create(ask, 'Alert this channel')
    await bot.forgetServer('discord', 's1')
    expect(await world.store.subscriptions.listAll()).toEqual([])
  })
})
