import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import type { FakeSlack } from './slack/fake-slack.ts'
import { DEFAULT_SCOPES } from './slack/start-fake-slack.ts'
import { trackOpened } from './slack/track-opened.ts'

const opened = trackOpened()
const { start, connect, adopt } = opened

afterEach(opened.closeAll)

/** What an app hears, by type of event and text. */
function hear(heard: string[]): (app: App) => void {
  return app => {
    app.use(async ({ payload, next }) => {
      const { type, subtype, text } = payload as { type: string; subtype?: string; text?: string }
      heard.push([type, subtype, text].filter(Boolean).join(' '))
      await next()
    })
  }
}

/** An app that is nothing but a server with one answer for everything. */
async function openServer(slack: FakeSlack, status: number, answer: Record<string, string> = {}) {
  const seen: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    seen.push(request.headers)
    response.writeHead(status, answer).end()
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  adopt({ stop: async () => void server.close() })
  return seen
}

function waitForTries(slack: FakeSlack, count: number): Promise<unknown> {
  return slack.until(() => slack.deliveries[count - 1]?.outcome, `try ${count}`)
}

describe('requests to the app', () => {
  it('are refused by it when the signature is wrong, and come again', async () => {
    const slack = await start()
    const heard: string[] = []
    await connect(slack, 'http', { register: hear(heard) })
    slack.faults.signWrongly()
    slack.dm(slack.addUser('Asker'), 'hello')
    await waitForTries(slack, 2)
    expect(heard).toEqual(['message hello'])
    expect(slack.deliveries.map(({ outcome }) => outcome?.ok)).toEqual([false, true])
  })

  it('are refused by it when they are older than five minutes', async () => {
    const slack = await start()
    await connect(slack, 'http', { register: app => app.command('/jobs', async ({ ack }) => ack('here')) })
    const user = slack.addUser('Asker')
    slack.faults.dateBack()
    expect(await slack.slash(user, '/jobs').failure()).toMatch(/dispatch_failed/)
    expect((await slack.slash(user, '/jobs').response()).text).toBe('here')
  })

  it('come again at once, after a minute and after five more, and say why', async () => {
    const slack = await start()
    const seen = await openServer(slack, 500)
    slack.dm(slack.addUser('Asker'), 'hello')
    await waitForTries(slack, 2)
    slack.clock.advance(59_000)
    expect(slack.deliveries).toHaveLength(2)
    slack.clock.advance(1000)
    await waitForTries(slack, 3)
    slack.clock.advance(300_000)
    await waitForTries(slack, 4)
    slack.clock.advance(3_600_000)
    expect(slack.deliveries).toHaveLength(4)
    const retries = seen.map(headers => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])
    expect(retries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ])
  })

  it('do not come again when the app asks for it', async () => {
    const slack = await start()
    await openServer(slack, 500, { 'x-slack-no-retry': '1' })
    slack.dm(slack.addUser('Asker'), 'hello')
    await waitForTries(slack, 1)
    slack.clock.advance(3_600_000)
    expect(slack.deliveries).toHaveLength(1)
  })

  it('are given up after three seconds', async () => {
    const slack = await start()
    await connect(slack, 'http')
    const user = slack.addUser('Asker')
    const asked = slack.slash(user, '/jobs')
    slack.clock.advance(3000)
    expect(await asked.failure()).toMatch(/operation_timeout/)
  })
})

describe('what the app hears', () => {
  const READS_ALL = {
    scopes: [...DEFAULT_SCOPES, 'channels:history'],
    events: ['app_mention', 'message.channels'],
  }

  it('is a mention twice where it may read the channel', async () => {
    const slack = await start(READS_ALL)
    const heard: string[] = []
    await connect(slack, 'http', { register: hear(heard), app: { ignoreSelf: false } })
    const user = slack.addUser('Asker')
    const channel = slack.addChannel('jobs', { members: [user] })
    slack.mention(channel, user, 'hi')
    const text = `<@${slack.bot.id}> hi`
    await expect.poll(() => heard.toSorted()).toEqual([`app_mention ${text}`, `message ${text}`])
  })

  it('is a mention once where it reads no history', async () => {
    const slack = await start()
    const heard: string[] = []
    await connect(slack, 'http', { register: hear(heard) })
    const user = slack.addUser('Asker')
    const channel = slack.addChannel('jobs', { members: [user] })
    slack.say(channel, user, 'to nobody')
    slack.mention(channel, user, 'hi')
    slack.dm(user, 'private')
    await expect.poll(() => heard).toHaveLength(2)
    expect(heard.toSorted()).toEqual([`app_mention <@${slack.bot.id}> hi`, 'message private'])
  })

  it('includes its own messages, which Bolt leaves out unless told', async () => {
    const slack = await start()
    const [all, others]: [string[], string[]] = [[], []]
    const { app } = await connect(slack, 'http', { register: hear(all), app: { ignoreSelf: false } })
    const im = slack.openDm(slack.addUser('Asker'))
    await app.client.chat.postMessage({ channel: im.id, text: 'from the bot' })
    await expect.poll(() => all).toEqual(['message from the bot'])
    await connect(slack, 'http', { register: hear(others) })
    await app.client.chat.postMessage({ channel: im.id, text: 'again' })
    await waitForTries(slack, 2)
    expect(others).toEqual([])
  })

  it('includes edits and deletions', async () => {
    const slack = await start()
    const heard: string[] = []
    await connect(slack, 'http', { register: hear(heard) })
    const message = slack.dm(slack.addUser('Asker'), 'first')
    slack.rewrite(message, 'second')
    slack.erase(message)
    await expect
      .poll(() => heard.toSorted())
      .toEqual(['message first', 'message message_changed', 'message message_deleted'])
  })

  it('includes nothing from channels that it is not in', async () => {
    const slack = await start(READS_ALL)
    const heard: string[] = []
    await connect(slack, 'http', { register: hear(heard) })
    const user = slack.addUser('Asker')
    const outside = slack.addChannel('outside', { members: [user], withBot: false })
    const inside = slack.addChannel('inside', { members: [user] })
    slack.mention(outside, user, 'nobody hears')
    slack.say(inside, user, 'heard')
    await expect.poll(() => heard).toEqual(['message heard'])
  })

  it('says which people come from elsewhere in a shared channel', async () => {
    const slack = await start()
    const partner = slack.addWorkspace('Partner', { installed: false })
    const stranger = slack.addUser('Stranger', { workspace: partner })
    const channel = slack.addChannel('shared', { sharedWith: [partner], members: [stranger] })
    await connect(slack, 'http')
    slack.mention(channel, stranger, 'hi')
    const delivery = await slack.until(() => slack.deliveries[0], 'a delivery')
    expect(delivery.payload).toMatchObject({
      team_id: slack.workspace.id,
      is_ext_shared_channel: true,
      event: { team: partner.id, user: stranger.id },
    })
  })

  it('includes joining, leaving, archiving, a token taken away and being taken out', async () => {
    const slack = await start()
    const heard: string[] = []
    const { app } = await connect(slack, 'http', { register: hear(heard) })
    const channel = slack.addChannel('jobs', { withBot: false, members: [slack.addUser('Founder')] })
    slack.join(channel, slack.bot)
    slack.leave(channel, slack.bot)
    slack.join(channel, slack.bot)
    slack.archive(channel)
    slack.uninstall()
    await expect
      .poll(() => heard.toSorted())
      .toEqual([
        'app_uninstalled',
        'channel_archive',
        'member_joined_channel',
        'member_joined_channel',
        'member_left_channel',
        'tokens_revoked',
      ])
    await expect(app.client.auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } })
    expect(() => slack.slash(slack.addUser('Asker'), '/jobs')).toThrow(/not installed/)
  })
})
