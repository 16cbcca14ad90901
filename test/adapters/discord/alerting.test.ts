import { setTimeout as sleep } from 'node:timers/promises'
import type { APIMessage } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createAlerts } from '../../../src/alert/alerts.ts'
import { createAlertWriter } from '../../../src/bot/write-alert.ts'
import type { Catalog } from '../../../src/catalog/catalog.ts'
import { createLog } from '../../../src/log.ts'
import type { Outbox } from '../../../src/platform.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import { makeBoard } from '../../fakes/make-board.ts'
import { controlOf, NOW, partsOf, textOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
const stores: Store[] = []
afterEach(async () => {
  await rolecalls.closeAll()
  for (const store of stores.splice(0)) await store.close()
})

/** The bot in Discord with alerts that post there. */
async function openAlerting() {
  const store = await openStore('sqlite::memory:')
  stores.push(store)
  const state = { catalog: makeBoard(9), now: NOW }
  const outboxes = new Map<string, Outbox>()
  const now = () => state.now
  const alerts = createAlerts({
    store,
    outboxes,
    catalog: () => state.catalog,
    now,
    log: createLog('silent'),
    write: createAlertWriter({ store, now }),
    tellTrouble: async () => {},
    defaultCurrency: 'USD',
    limits: { newMemberMs: 0, channelPaceMs: 0, memberPaceMs: 0 },
  })
  const rolecall = await rolecalls.open({ catalog: state.catalog, deps: { store, alerts, now } })
  outboxes.set('discord', rolecall.outbox)
  const nothing = { added: [], changed: [], gone: [] }
  await alerts.onChange({ cause: 'start', at: NOW, before: null, after: state.catalog, ...nothing })
  return {
    ...rolecall,
    alerts,
    store,
    load: async (catalog: Catalog) => {
      const before = state.catalog
      state.catalog = catalog
      state.now = new Date(state.now.getTime() + 86_400_000)
      rolecall.reload(catalog)
      await alerts.onChange({ cause: 'reload', at: state.now, before, after: catalog, ...nothing })
      await alerts.tick()
    },
  }
}

type Alerting = Awaited<ReturnType<typeof openAlerting>>

/** Goes from the question to an alert of the asker's own. */
async function createOwn({ discord, user }: Alerting): Promise<APIMessage> {
  const list = await discord.slash(user, 'jobs search', { question: 'go' }).response()
  const preview = await discord.click(list, controlOf(list, 'Alert me'), user).followUp()
  const opened = discord.click(preview, controlOf(preview, 'Alert only me'), user)
  await opened.modal()
  const values = { cadence: ['instant'], time: '09:00 UTC', cap: '10' }
  return discord.submitModal(opened, values).followUp()
}

describe('alerts in Discord', () => {
  it('lead from an answer over a form to a direct message that can be stopped', async () => {
    const opened = await openAlerting()
    expect(textOf(await createOwn(opened))).toContain('I have just sent you its first message')
    await opened.load(makeBoard(10))
    const [made] = await opened.store.subscriptions.listAll()
    expect(made?.target).toMatchObject({ type: 'member', memberId: opened.user.id })
    const posts = opened.discord.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    )
    const bodies = posts.map(({ body }) => textOf(body as APIMessage))
    expect(bodies).toEqual([
      expect.stringContaining('9 postings open now'),
      expect.stringContaining('New for “go”'),
    ])
    expect(opened.discord.violations).toEqual([])
  })

  it('reach a channel once, with a reason for whoever asks', async () => {
    const opened = await openAlerting()
    const { discord, guild, channel, other, store } = opened
    await createOwn(opened)
    const [own] = await store.subscriptions.listAll()
    if (!own) throw new Error('no alert was made')
    const target = {
      type: 'channel',
      platform: 'discord',
      serverId: guild.id,
      channelId: channel.id,
    } as const
    await store.subscriptions.add({ ...own, id: 'chann', target })
    await opened.load(makeBoard(14))
    await opened.alerts.tick()
    const [message, ...others] = discord.messages(channel)
    if (!message) throw new Error('nothing was posted')
    expect(others).toEqual([])
    expect(textOf(message)).toContain('5 new for “go”')
    const why = await discord.click(message, controlOf(message, 'Why'), other).followUp()
    expect(textOf(why)).toContain('fits “go”')
    expect(partsOf(message).some(({ label }) => label === 'Stop')).toBe(false)
  })

  it('name owners and channels as Discord shows them, never by their ids', async () => {
    const opened = await openAlerting()
    const { discord, guild, channel, user, store } = opened
    await createOwn(opened)
    const [own] = await store.subscriptions.listAll()
    if (!own) throw new Error('no alert was made')
    const first = discord.messages(discord.openDm(user)).map(textOf)
    expect(first).toEqual([expect.not.stringContaining(user.id)])
    const elsewhere = discord.addChannel(guild, 'elsewhere')
    const target = {
      type: 'channel',
      platform: 'discord',
      serverId: guild.id,
      channelId: elsewhere.id,
    } as const
    await store.subscriptions.add({ ...own, id: 'chann', target })
    const list = textOf(await discord.slash(user, 'jobs alert list', {}, { channel }).response())
    expect(list).toContain(`in channel <#${elsewhere.id}>`)
    expect(list).toContain(`owner <@${user.id}>`)
    expect(list.replaceAll(/<[@#]\d+>/g, '')).not.toMatch(/\d{15}/)
  })

  it('go with the channels of a server that the bot was removed from, not with its members', async () => {
    const opened = await openAlerting()
    const { discord, guild, channel, store } = opened
    await createOwn(opened)
    const [own] = await store.subscriptions.listAll()
    if (!own) throw new Error('no alert was made')
    const target = {
      type: 'channel',
      platform: 'discord',
      serverId: guild.id,
      channelId: channel.id,
    } as const
    await store.subscriptions.add({ ...own, id: 'chann', target })
    discord.removeGuild(guild)
    const isLeft = async () => (await store.subscriptions.listAll()).length === 1
    for (let tries = 0; tries < 100 && !(await isLeft()); tries++) await sleep(20)
    expect((await store.subscriptions.listAll()).map(({ id }) => id)).toEqual([own.id])
  })

  it('say in the message that told of a posting that it closed', async () => {
    const opened = await openAlerting()
    const { discord, guild, channel, store } = opened
    await createOwn(opened)
    const [own] = await store.subscriptions.listAll()
    if (!own) throw new Error('no alert was made')
    const target = {
      type: 'channel',
      platform: 'discord',
      serverId: guild.id,
      channelId: channel.id,
    } as const
    await store.subscriptions.add({ ...own, id: 'chann', target })
    await opened.load(makeBoard(10))
    await opened.load(makeBoard(9))
    expect(discord.messages(channel).map(textOf)).toEqual([expect.stringContaining('closed on 3 June')])
  })
})
