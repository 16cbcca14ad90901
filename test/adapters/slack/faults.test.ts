import { afterEach, describe, expect, it } from 'vitest'
import { createSlackPlatform } from '../../../adapters/slack/connect.ts'
import { createLog } from '../../../src/log.ts'
import type { ServerSettings } from '../../../src/platform.ts'
import { makeBotSide } from '../../fakes/make-bot-side.ts'
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts'
import { MODES, NOW, type OpenedRolecall, textOf, titlesOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const SETTINGS: ServerSettings = { answers: 'place', channels: [], listens: [] }
const PATIENCE = { timeout: 10_000 }
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

const answersIn = (slack: FakeSlack, channel: { readonly id: string }) =>
  slack.messages(channel).filter(({ bot_id }) => bot_id !== undefined)

/** Resolves once everything that came so far is answered: what comes after is. */
async function settle({ slack, user }: OpenedRolecall): Promise<void> {
  await slack.slash(user, '/jobs', 'help').response()
}

const whispered = ({ slack, channel, user }: OpenedRolecall, words: string) =>
  slack.until(
    () => slack.messages(channel, { as: user }).find(message => textOf(message).includes(words)),
    words,
  )

describe.each(MODES)('the bot in Slack over %s', mode => {
  it('answers a doubled event once', async () => {
    const rolecall = await rolecalls.open({ mode })
    const { slack, channel, user } = rolecall
    slack.faults.duplicate('app_mention', 2)
    const asked = slack.mention(channel, user, 'go jobs')
    await slack.nextMessage(channel, { after: asked })
    await settle(rolecall)
    expect(answersIn(slack, channel)).toHaveLength(1)
  })

  it('answers an event once that comes again after a restart', async () => {
    const rolecall = await rolecalls.open({ mode })
    const { slack, channel, user, restart } = rolecall
    if (mode === 'socket') slack.faults.loseAcks()
    const asked = slack.mention(channel, user, 'go jobs')
    await slack.nextMessage(channel, { after: asked })
    await restart()
    if (mode === 'socket') {
      slack.clock.advance(3001)
      await slack.until(() => slack.deliveries.find(({ retryNum }) => retryNum === 1)?.outcome, 'the retry')
    }
    await settle(rolecall)
    expect(answersIn(slack, channel)).toHaveLength(1)
  })

  it('acknowledges at once, however slow the store and the bot are', async () => {
    const { slack, channel, user, through } = await rolecalls.open({ mode })
    through(handle => async request => {
      await pause(400)
      slack.clock.advance(60_000)
      return handle(request)
    })
    const asked = slack.slash(user, '/jobs', 'go jobs', { channel })
    expect(titlesOf(await asked.response())).toHaveLength(4)
    expect(asked.ackMs).toBeLessThan(1000)
  })

  it('says that something went wrong, with a reference, where the store fails', async () => {
    const { slack, channel, user, store } = await rolecalls.open({ mode })
    await store.close()
    const answer = await slack.slash(user, '/jobs', 'go jobs', { channel }).response()
    expect(textOf(answer)).toMatch(/went wrong on our side[\s\S]*[0-9a-f]{8}/)
  })

  it('answers after it was told to wait (429), also at a response address', async () => {
    const { slack, channel, user } = await rolecalls.open({ mode })
    slack.faults.limit(1, { method: 'response_url' })
    const answer = await slack.slash(user, '/jobs', 'go jobs', { channel }).response()
    expect(titlesOf(answer)).toHaveLength(4)
    slack.faults.limit(1, { method: 'chat.postMessage' })
    const asked = slack.mention(channel, user, 'go jobs')
    expect(titlesOf(await slack.nextMessage(channel, { after: asked }))).toHaveLength(4)
  })

  it('answers after an error of Slack (500)', async () => {
    const rolecall = await rolecalls.open({ mode })
    const { slack, channel, user } = rolecall
    slack.faults.fail({ method: 'chat.postMessage' })
    const asked = slack.mention(channel, user, 'go jobs')
    expect(titlesOf(await slack.nextMessage(channel, { after: asked }))).toHaveLength(4)
    slack.faults.fail({ method: 'response_url' })
    await slack.slash(user, '/jobs', 'go at Company 3', { channel }).acked()
    await whispered(rolecall, 'Company 3')
  })

  it('draws an answer plainly where Slack does not take cards, and says so in words where it takes neither', async () => {
    const { slack, channel, user } = await rolecalls.open({ mode })
    slack.faults.refuse('invalid_blocks', { method: 'chat.postMessage' })
    const asked = slack.mention(channel, user, 'go jobs')
    const plain = await slack.nextMessage(channel, { after: asked })
    expect(plain.blocks?.some(({ type }) => type === 'card')).toBe(false)
    expect(titlesOf(plain)).toHaveLength(4)
    slack.faults.refuse('invalid_blocks', { method: 'chat.postMessage', times: 2 })
    const again = slack.mention(channel, user, 'go jobs')
    const words = textOf(await slack.nextMessage(channel, { after: again }))
    expect(words).toMatch(/Slack did not take this answer[\s\S]*Reference: [0-9a-f]{8}/)
  })

  it.each(['not_in_channel', 'is_archived', 'restricted_action', 'msg_too_long'])(
    'tells who asked what %s means for them',
    async error => {
      const { slack, channel, user } = await rolecalls.open({ mode })
      slack.faults.refuse(error, { method: 'chat.postMessage' })
      slack.mention(channel, user, 'go jobs')
      const isRefusal = error === 'msg_too_long'
      const place = isRefusal ? channel : slack.openDm(user)
      const told = await slack.until(() => answersIn(slack, place)[0], 'words about it')
      expect(textOf(told)).toContain(isRefusal ? 'did not take this answer' : '/invite')
    },
  )

  it('answers the command in a channel that it is not in', async () => {
    const { slack, user } = await rolecalls.open({ mode })
    const elsewhere = slack.addChannel('elsewhere', { members: [user], withBot: false })
    const list = await slack.slash(user, '/jobs', 'go jobs', { channel: elsewhere }).response()
    expect(titlesOf(await slack.click(list, 'More (5)', user).response())).toHaveLength(4)
    await slack.click(list, 'Share in channel', user).response()
    expect(answersIn(slack, elsewhere)).toHaveLength(1)
  })

  it('is not ready once the app is taken out, and forgets the workspace', async () => {
    const { slack, store, isConnected } = await rolecalls.open({ mode })
    const id = `slack:${slack.workspace.id}`
    await store.servers.save(id, SETTINGS, NOW)
    expect(isConnected()).toBe(true)
    slack.uninstall()
    await expect.poll(isConnected, PATIENCE).toBe(false)
    await expect.poll(() => store.servers.load(id), PATIENCE).toBeNull()
  })

  it('is not ready once its token is revoked, and keeps the settings', async () => {
    const { slack, store, isConnected } = await rolecalls.open({ mode })
    const id = `slack:${slack.workspace.id}`
    await store.servers.save(id, SETTINGS, NOW)
    slack.revokeToken()
    await expect.poll(isConnected, PATIENCE).toBe(false)
    expect(await store.servers.load(id)).toMatchObject(SETTINGS)
  })
})

describe('requests over HTTP', () => {
  it.each([
    ['wrongly signed', 'signWrongly'],
    ['ten minutes old, as in a replay', 'dateBack'],
  ] as const)('that are %s are refused', async (_, fault) => {
    const { slack, channel, user } = await rolecalls.open({ mode: 'http' })
    slack.faults[fault]()
    const asked = slack.slash(user, '/jobs', 'go jobs', { channel })
    expect(await asked.failure()).not.toBeNull()
    expect(asked.responses).toEqual([])
    expect(titlesOf(await slack.slash(user, '/jobs', 'go jobs', { channel }).response())).toHaveLength(4)
  })
})

describe('Socket Mode', () => {
  const twoLines = async () => {
    const rolecall = await rolecalls.open({ spacingMs: 0, lingerMs: 30_000 })
    await rolecall.slack.until(() => rolecall.slack.sockets().open === 2 || null, 'both lines')
    return rolecall
  }

  it.each(['warning', 'refresh_requested'] as const)(
    'loses nothing while a line is renewed on %s',
    async reason => {
      const { slack, channel, user } = await twoLines()
      slack.faults.disconnectSockets(reason, 1)
      for (const _ of [1, 2, 3])
        expect(titlesOf(await slack.slash(user, '/jobs', 'go jobs', { channel }).response())).toHaveLength(4)
      await slack.until(() => slack.sockets().opened === 3 || null, 'the new line')
    },
  )

  it('loses nothing while a line is cut', async () => {
    const { slack, channel, user, isConnected } = await twoLines()
    slack.faults.dropSockets(1)
    expect(titlesOf(await slack.slash(user, '/jobs', 'go jobs', { channel }).response())).toHaveLength(4)
    await slack.until(() => slack.sockets().opened === 3 || null, 'the new line')
    expect(isConnected()).toBe(true)
  })

  it('is back at once after both lines were renewed at the same moment', async () => {
    const { slack, channel, user } = await twoLines()
    slack.faults.disconnectSockets()
    const before = performance.now()
    await slack.until(() => slack.sockets().opened >= 3 || null, 'a new line', 10_000)
    expect(performance.now() - before).toBeLessThan(4000)
    const asked = slack.slash(user, '/jobs', 'go jobs', { channel })
    expect(titlesOf(await asked.response())).toHaveLength(4)
  })

  it.each(['fail', 'reset'] as const)(
    'comes back however often Slack is in trouble meanwhile: %s',
    async trouble => {
      const { slack, channel, user } = await twoLines()
      slack.faults[trouble]({ method: 'apps.connections.open', times: 6 })
      slack.faults.dropSockets()
      await slack.until(() => slack.sockets().open === 2 || null, 'both lines', 20_000)
      expect(titlesOf(await slack.slash(user, '/jobs', 'go jobs', { channel }).response())).toHaveLength(4)
    },
    30_000,
  )

  it('lives on without a line where Slack no longer takes the app token, and says so to whoever watches', async () => {
    const { slack, isConnected } = await twoLines()
    slack.faults.refuse('invalid_auth', { method: 'apps.connections.open', times: 2 })
    slack.faults.dropSockets()
    await expect.poll(isConnected, PATIENCE).toBe(false)
    await expect.poll(isConnected, PATIENCE).toBe(true)
  }, 20_000)

  it('survives that Socket Mode is switched off for a while', async () => {
    const { slack, isConnected } = await rolecalls.open({ lingerMs: 0 })
    slack.faults.disconnectSockets('link_disabled')
    await expect.poll(isConnected, PATIENCE).toBe(false)
    slack.faults.enableSockets()
    await expect.poll(isConnected, PATIENCE).toBe(true)
  }, 20_000)
})

describe('starting', () => {
  const start = async (change: Partial<Parameters<typeof createSlackPlatform>[0]>, slack: FakeSlack) => {
    const platform = createSlackPlatform({
      ...{ botToken: slack.token, appToken: slack.appToken, signingSecret: null, apiUrl: slack.url },
      ...{ cardStyle: 'card', readsThreads: false, log: createLog('silent') },
      ...change,
    } as const)
    rolecalls.fakes.adopt(platform)
    return platform.start(makeBotSide(async () => ({ blocks: [] })))
  }

  it.each([
    ['the bot token', { botToken: 'xoxb-wrong' }],
    ['the app token', { appToken: 'xapp-wrong' }],
  ])('fails with words about it where Slack refuses %s', async (_, change) => {
    const slack = await rolecalls.fakes.start()
    await expect(start(change, slack)).rejects.toMatchObject({ code: 'SLACK_TOKEN_REFUSED' })
  })

  it('fails with words about it where Slack cannot be reached', async () => {
    const slack = await rolecalls.fakes.start()
    await expect(start({ apiUrl: 'http://127.0.0.1:9/api/' }, slack)).rejects.toMatchObject({
      code: 'SLACK_UNREACHABLE',
    })
  }, 10_000)

  it('refuses settings that name no way in', () => {
    const nothing = { botToken: 'xoxb-1', appToken: null, signingSecret: null, apiUrl: null }
    const options = { ...nothing, cardStyle: 'card', readsThreads: false, log: createLog('silent') } as const
    expect(() => createSlackPlatform(options)).toThrow(/SLACK_APP_TOKEN/)
  })
})
