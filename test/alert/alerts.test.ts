import { afterEach, describe, expect, it } from 'vitest'
import { makeDefaultOptions } from '../../src/alert/default-options.ts'
import type { SendOutcome } from '../../src/platform.ts'
import type { Posting } from '../../src/posting/posting.ts'
import { makePosting, makeSalary } from '../catalog/make-posting.ts'
import { textOf } from '../fakes/fake-outbox.ts'
import {
  type AlertWorld,
  type AlertWorldOptions,
  CHANNEL,
  MEMBER,
  openAlertWorld,
} from '../fakes/make-alerts.ts'

const worlds: AlertWorld[] = []

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

async function open(options?: AlertWorldOptions): Promise<AlertWorld> {
  const world = await openAlertWorld(options)
  worlds.push(world)
  return world
}

/** A Go job of its own: another number is another text. */
function goJob(number: number, facts: Partial<Posting> = {}): Posting {
  return makePosting({
    id: `go-${number}`,
    title: `Go Developer ${number}`,
    company: `Company ${number}`,
    skills: ['go'],
    workplace: 'remote',
    url: `https://example.com/${number}`,
    sections: [
      {
        kind: 'duties',
        heading: null,
        lines: [
          { text: `Team ${number} builds part ${number} of product ${number * 7} in Go.`, isItem: false },
        ],
      },
    ],
    ...facts,
  })
}

const BASE = [goJob(1), goJob(2)]

async function openWatched(options?: AlertWorldOptions): Promise<AlertWorld> {
  const world = await open(options)
  await world.load(BASE)
  await world.subscribe('go')
  world.wait(1)
  return world
}

describe('alerts', () => {
  it('tells of a new posting once, and of nothing that was there before', async () => {
    const world = await openWatched()
    await world.flush()
    expect(world.outbox.posted).toEqual([])
    await world.load([...BASE, goJob(3)])
    await world.flush()
    await world.flush()
    await world.load([...BASE, goJob(3)])
    await world.flush()
    expect(world.outbox.posted.map(({ reply }) => textOf(reply))).toEqual([
      expect.stringContaining('New for “go”'),
    ])
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).toContain('Go Developer 3')
  })

  it('reads the question of an alert when it is made and when it is changed', async () => {
    const world = await openWatched()
    const options = makeDefaultOptions('channel', 'UTC')
    const draft = { question: 'go, at most 4 years', target: CHANNEL, ownerId: 'discord:ann', options }
    const created = await world.alerts.create(draft)
    if (created.type !== 'created') throw new Error(`there is no alert: ${created.type}`)
    await world.alerts.edit({ ...created.subscription, question: 'rust, at most 5 years' })
    await world.alerts.stop()
    const keys = (await world.store.readings.list(null, 100)).map(({ key }) => key)
    for (const words of ['at most 4 years', 'at most 5 years'])
      expect(keys).toContainEqual(expect.stringContaining(words))
  })

  it('tells a channel of a reload in one message that names every alert it answers', async () => {
    const world = await openWatched()
    await world.subscribe('remote')
    await world.subscribe('go remote')
    await world.load([...BASE, goJob(3), goJob(4)])
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    const text = textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })
    expect(text).toContain('2 new for “go”, “remote”, “go remote”')
  })

  it('shows more than three postings as a list, with how many there are', async () => {
    const world = await openWatched()
    await world.load([...BASE, ...Array.from({ length: 14 }, (_, index) => goJob(10 + index))])
    await world.flush()
    const [message] = world.outbox.posted
    expect(message?.reply.blocks.filter(({ type }) => type === 'posting')).toEqual([])
    expect(textOf(message?.reply ?? { blocks: [] })).toContain('… and 4 more.')
  })

  it('does not tell of the postings of a source that is loaded for the first time', async () => {
    const world = await openWatched()
    await world.load([...BASE, goJob(3, { sourceName: 'new board' }), goJob(4, { sourceName: 'new board' })])
    await world.flush()
    expect(world.outbox.posted).toEqual([])
    await world.load([
      ...BASE,
      goJob(3, { sourceName: 'new board' }),
      goJob(4, { sourceName: 'new board' }),
      goJob(5, { sourceName: 'new board' }),
    ])
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
  })

  it('tells of what came while it was not running as one message that says so', async () => {
    const world = await openWatched()
    world.restart()
    world.wait(5)
    await world.load([...BASE, ...Array.from({ length: 40 }, (_, index) => goJob(100 + index))], 'start')
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).toContain('While I was away: 40 new')
  })

  it('does not tell of a posting again that comes under another id', async () => {
    const world = await openWatched()
    const third = goJob(3)
    await world.load([...BASE, third])
    await world.flush()
    await world.load([...BASE, { ...third, id: 'other', url: 'https://example.com/other' }])
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    expect(world.outbox.posted[0]?.edits).toBe(0)
  })

  it('tells of a posting again that was closed for 30 days, as open again', async () => {
    const world = await openWatched()
    await world.load([...BASE, goJob(3)])
    await world.flush()
    await world.load(BASE)
    world.wait(3)
    await world.load([...BASE, goJob(3)])
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    await world.load(BASE)
    world.wait(31)
    await world.load([...BASE, goJob(3)])
    await world.flush()
    expect(world.outbox.posted.filter(({ below }) => below === null)).toHaveLength(2)
    expect(textOf(world.outbox.posted[1]?.reply ?? { blocks: [] })).toContain('open again')
  })

  it('tells of a posting that fits since it changed, and not of one that fitted before', async () => {
    const world = await open()
    await world.load([goJob(1), goJob(2, { salary: makeSalary(150_000, 180_000) })])
    await world.subscribe('go over 120k')
    world.wait(1)
    await world.load([
      goJob(1, { salary: makeSalary(140_000, 160_000) }),
      goJob(2, { salary: makeSalary(150_000, 190_000) }),
    ])
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).toContain('Go Developer 1')
  })

  it('leaves out companies that are muted, and what rests or is deleted meanwhile', async () => {
    const world = await open()
    await world.load(BASE)
    await world.subscribe('go', { mutedCompanies: ['company 3'] })
    const resting = await world.subscribe('remote')
    world.wait(1)
    await world.alerts.pause(resting, 'member')
    await world.load([...BASE, goJob(3), goJob(4)])
    await world.flush()
    const text = textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })
    expect(text).toContain('New for “go”')
    expect(text).not.toContain('Go Developer 3')
    await world.load([...BASE, goJob(5)])
    for (const { id } of await world.store.subscriptions.listAll()) await world.alerts.remove(id)
    await world.flush()
    expect(world.outbox.posted.filter(({ below }) => below === null)).toHaveLength(1)
  })

  it('leaves a muted company out with and without its legal form', async () => {
    const world = await open()
    await world.load(BASE)
    await world.subscribe('go', { mutedCompanies: ['Company 3', 'Company 4, Inc.'] })
    world.wait(1)
    const others = [goJob(3, { company: 'Company 3 GmbH' }), goJob(4, { company: 'Company 4' }), goJob(5)]
    await world.load([...BASE, ...others])
    await world.flush()
    const text = textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })
    expect(text).toContain('Go Developer 5')
    expect(text).not.toMatch(/Go Developer [34]/)
  })

  it('does not tell of what waits from before an alert was asked something else', async () => {
    const world = await open()
    await world.load(BASE)
    const schedule = { cadence: 'daily', at: 540, weekday: 1, zone: 'UTC', quiet: null } as const
    const changed = await world.subscribe('go', { schedule })
    await world.subscribe('remote', { schedule }, MEMBER)
    world.setTime('2026-06-01T10:00:00Z')
    await world.load([...BASE, goJob(3)])
    world.setTime('2026-06-01T11:00:00Z')
    await world.alerts.edit({ ...changed, question: 'rust', since: world.now() })
    world.setTime('2026-06-02T09:00:00Z')
    await world.flush()
    expect(world.outbox.posted.map(({ target }) => target)).toEqual([MEMBER])
    const why = await world.alerts.why('go-3', { ...changed, question: 'rust' })
    expect(why?.steps.find(({ step }) => step === 'ledger')).toMatchObject({
      delivery: { state: 'dropped', rule: 'asked-anew' },
    })
  })

  it('holds what comes in quiet hours until they are over', async () => {
    const world = await open()
    await world.load(BASE)
    world.setTime('2026-06-02T21:59:00Z')
    await world.subscribe('go', {
      schedule: {
        cadence: 'instant',
        at: 540,
        weekday: 1,
        zone: 'UTC',
        quiet: { from: 22 * 60, to: 7 * 60 },
      },
    })
    world.setTime('2026-06-02T23:00:00Z')
    await world.load([...BASE, goJob(3)])
    await world.flush()
    expect(await world.store.deliveries.countStates()).toEqual({ held: 1 })
    world.setTime('2026-06-03T06:59:00Z')
    await world.flush()
    expect(world.outbox.posted).toEqual([])
    world.setTime('2026-06-03T07:00:00Z')
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
  })

  it('sends what is over the most a day as one message on the next', async () => {
    const world = await open()
    await world.load(BASE)
    await world.subscribe('go', { capADay: 2 })
    const postings = [...BASE]
    for (let number = 10; number < 16; number++) {
      postings.push(goJob(number))
      world.wait(0.01)
      await world.load(postings)
      await world.flush()
    }
    expect(world.outbox.posted).toHaveLength(2)
    expect(await world.store.deliveries.countStates()).toEqual({ sent: 2, held: 4 })
    world.wait(1)
    await world.flush()
    expect(world.outbox.posted).toHaveLength(3)
    expect(textOf(world.outbox.posted[2]?.reply ?? { blocks: [] })).toContain('4 new for “go”')
  })

  it('withdraws what an undone load brought, marks what was sent, and repeats nothing when it is loaded again', async () => {
    const world = await open()
    await world.load(BASE)
    await world.subscribe('go')
    await world.subscribe('go', { ...(await daily()) }, MEMBER)
    world.wait(0.01)
    await world.load([...BASE, goJob(3)])
    await world.flush()
    expect(await world.store.deliveries.countStates()).toEqual({ sent: 1, planned: 1 })
    await world.load(BASE, 'undo')
    await world.flush()
    expect(await world.store.deliveries.countStates()).toEqual({ sent: 1, dropped: 1 })
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).toContain('taken back')
    await world.load([...BASE, goJob(3)])
    world.wait(2)
    await world.flush()
    expect(world.outbox.posted).toHaveLength(2)
    expect(world.outbox.posted.map(({ target }) => target.type)).toEqual(['channel', 'member'])
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).not.toContain('taken back')
  })

  it('edits a message when its posting closes, and says below it what changed', async () => {
    const world = await openWatched()
    await world.load([...BASE, goJob(3, { salary: makeSalary(100_000, 120_000) })])
    await world.flush()
    world.wait(0.01)
    await world.load([...BASE, goJob(3, { salary: makeSalary(130_000, 150_000) })])
    await world.flush()
    expect(world.outbox.posted).toHaveLength(2)
    expect(world.outbox.posted[1]).toMatchObject({ below: 'm1' })
    expect(textOf(world.outbox.posted[1]?.reply ?? { blocks: [] })).toContain('$130,000')
    world.wait(0.01)
    await world.load(BASE)
    await world.flush()
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).toContain('closed on 2 June')
    expect(world.outbox.posted).toHaveLength(2)
  })

  it('tries again after a 429, with everything that is due by then', async () => {
    const later: SendOutcome = { type: 'later', afterMs: 5000, reason: '429' }
    const world = await openWatched({ fault: (_, __, attempt) => (attempt === 1 ? later : null) })
    await world.load([...BASE, goJob(3)])
    await world.flush()
    await world.load([...BASE, goJob(3), goJob(4)])
    await world.flush()
    expect(world.outbox.attempts()).toBe(1)
    world.wait(1)
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).toContain('2 new')
  })

  it('does not repeat a message whose answer got lost, where the platform can tell', async () => {
    const world = await openWatched({ fault: (_, __, attempt) => (attempt <= 2 ? 'lost-answer' : null) })
    await world.load([...BASE, goJob(3)])
    await world.flush()
    expect(await world.store.deliveries.countStates()).toEqual({ unknown: 1 })
    world.wait(1)
    await world.flush()
    world.wait(1)
    await world.flush()
    expect(await world.store.deliveries.countStates()).toEqual({ sent: 1 })
    expect(world.outbox.posted).toHaveLength(1)
  })

  it('sends once more, and marks, what nobody can tell about', async () => {
    const world = await openWatched({
      nonceMs: null,
      fault: (_, __, attempt) => (attempt === 1 ? 'lost-answer' : null),
    })
    await world.load([...BASE, goJob(3)])
    await world.flush()
    world.wait(1)
    await world.flush()
    const [delivery] = await world.store.deliveries.listByPostings(['go-3'])
    expect(delivery).toMatchObject({ state: 'sent', unknowns: 1 })
    expect(world.outbox.posted).toHaveLength(2)
  })

  it('lets the alerts of a channel rest that is gone, and tells their owner once', async () => {
    const world = await openWatched({
      fault: target => (target.type === 'channel' ? { type: 'gone', reason: 'unknown channel' } : null),
    })
    await world.subscribe('remote')
    await world.load([...BASE, goJob(3)])
    await world.flush()
    await world.load([...BASE, goJob(3), goJob(4)])
    await world.flush()
    await world.flush()
    expect((await world.store.subscriptions.listAll()).map(({ paused }) => paused)).toEqual(['gone', 'gone'])
    expect(world.outbox.posted.map(({ target }) => target)).toEqual([{ ...MEMBER, serverId: 's1' }])
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).toContain('“go”, “remote”')
  })

  it('parks the one posting that the platform refuses, sends the others, and tells the admins', async () => {
    const world = await openWatched({
      fault: (_, reply) =>
        textOf(reply).includes('Developer 5') ? { type: 'refused', reason: 'invalid blocks' } : null,
    })
    await world.load([...BASE, goJob(3), goJob(4), goJob(5)])
    await world.flush()
    expect(await world.store.deliveries.countStates()).toEqual({ sent: 2, failed: 1 })
    expect(world.troubles.map(({ deliveries }) => deliveries.map(({ postingId }) => postingId))).toEqual([
      ['go-5'],
    ])
    expect((await world.store.deliveries.listByPostings(['go-5']))[0]).toMatchObject({
      rule: 'poison',
      problem: 'invalid blocks',
    })
  })

  it('says after two quiet weeks that it still watches, once', async () => {
    const world = await openWatched()
    world.wait(15)
    world.restart()
    await world.flush()
    world.wait(1)
    await world.flush()
    world.wait(1)
    await world.flush()
    expect(world.outbox.posted.map(({ reply }) => textOf(reply))).toEqual([
      expect.stringContaining('Nothing new for “go” in two weeks'),
    ])
  })

  it('shows the best of what is open when an alert is made, and makes none that does not arrive', async () => {
    const world = await open({
      fault: target => (target.type === 'member' ? { type: 'gone', reason: 'cannot write to them' } : null),
    })
    await world.load(BASE)
    const options = await daily()
    const made = await world.alerts.create({
      question: 'go',
      target: CHANNEL,
      ownerId: 'discord:ann',
      options,
    })
    expect(made.type).toBe('created')
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).toContain('2 postings open now')
    const failed = await world.alerts.create({
      question: 'go',
      target: MEMBER,
      ownerId: 'discord:ann',
      options,
    })
    expect(failed.type).toBe('unreachable')
    expect(await world.store.subscriptions.listAll()).toHaveLength(1)
  })

  it('sends the first message of an alert once, also where it was killed before or while sending it', async () => {
    const world = await open({ fault: (_, __, attempt) => (attempt === 1 ? 'lost-answer' : null) })
    await world.load(BASE)
    const draft = { question: 'go', target: CHANNEL, ownerId: 'discord:ann', options: await daily() }
    expect((await world.alerts.create(draft)).type).toBe('created')
    expect(await world.store.deliveries.countStates()).toEqual({ unknown: 1 })
    world.restart()
    world.wait(0.01)
    await world.flush()
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    expect(await world.store.deliveries.countStates()).toEqual({ sent: 1 })
  })

  it('keeps the alert of a channel that is slow at the moment, and none of a member', async () => {
    const later: SendOutcome = { type: 'later', afterMs: 5000, reason: '429' }
    const world = await open({ fault: (_, __, attempt) => (attempt <= 2 ? later : null) })
    await world.load(BASE)
    const draft = { question: 'go', ownerId: 'discord:ann', options: await daily() }
    expect((await world.alerts.create({ ...draft, target: CHANNEL })).type).toBe('created')
    expect((await world.alerts.create({ ...draft, target: MEMBER })).type).toBe('unreachable')
    expect(world.outbox.posted).toEqual([])
    world.wait(0.01)
    await world.flush()
    expect(world.outbox.posted.map(({ target }) => target.type)).toEqual(['channel'])
    expect(await world.store.deliveries.countStates()).toEqual({ sent: 1, dropped: 1 })
  })

  it('does not count the first message of an alert among those of the day', async () => {
    const world = await open()
    await world.load(BASE)
    const options = { ...(await daily()), capADay: 1 }
    const schedule = { ...options.schedule, cadence: 'instant' } as const
    await world.alerts.create({
      question: 'go',
      target: CHANNEL,
      ownerId: 'discord:ann',
      options: { ...options, schedule },
    })
    world.wait(0.01)
    await world.load([...BASE, goJob(3)])
    await world.flush()
    expect(world.outbox.posted).toHaveLength(2)
  })

  it('takes no more than five alerts of a member', async () => {
    const world = await open()
    await world.load(BASE)
    const options = await daily()
    const results: string[] = []
    for (let number = 0; number < 6; number++) {
      const draft = { question: `go ${number}`, target: MEMBER, ownerId: 'discord:ann', options }
      results.push((await world.alerts.create(draft)).type)
    }
    expect(results).toEqual([...Array.from({ length: 5 }, () => 'created'), 'too-many'])
  })

  it('does not tell a member of what they are not interested in', async () => {
    const world = await open()
    await world.load(BASE)
    await world.subscribe('go', {}, MEMBER)
    const kept = { postingId: 'go-3', title: 'Go Developer 3', company: null, url: null }
    await world.store.marks.save('discord:ann', 'dismissed', kept, world.now())
    world.wait(1)
    await world.load([...BASE, goJob(3), goJob(4)])
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    expect(textOf(world.outbox.posted[0]?.reply ?? { blocks: [] })).not.toContain('Go Developer 3')
    expect(await world.store.deliveries.listByPostings(['go-3'])).toMatchObject([
      { state: 'dropped', rule: 'dismissed' },
    ])
  })

  it('comes at its hour once, also where the clock jumps', async () => {
    const world = await open()
    await world.load(BASE)
    await world.subscribe('go', await daily())
    await world.load([...BASE, goJob(3)])
    world.setTime('2026-06-02T08:59:00Z')
    await world.flush()
    expect(world.outbox.posted).toEqual([])
    world.setTime('2026-06-02T09:00:30Z')
    await world.flush()
    world.setTime('2026-06-02T08:30:00Z')
    await world.flush()
    world.setTime('2026-06-02T09:00:00Z')
    await world.flush()
    expect(world.outbox.posted).toHaveLength(1)
    await world.load([...BASE, goJob(3), goJob(4)])
    world.setTime('2026-06-20T12:00:00Z')
    await world.flush()
    await world.flush()
    expect(world.outbox.posted).toHaveLength(2)
  })

  it('forgets the alerts of a server that it was removed from', async () => {
    const world = await openWatched()
    await world.alerts.forgetServer('discord', 's1')
    expect(await world.store.subscriptions.listAll()).toEqual([])
  })
})

async function daily() {
  const { makeDefaultOptions } = await import('../../src/alert/default-options.ts')
  return makeDefaultOptions('member', 'UTC')
}
