import { WebClient } from '@slack/web-api'
import { afterEach, describe, expect, it } from 'vitest'
import { createDirectChannels } from '../../../adapters/slack/direct-channels.ts'
import { listScopes, makeManifest } from '../../../adapters/slack/manifest.ts'
import { runSlackDoctor, runSlackManifest } from '../../../adapters/slack/slack-command.ts'
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts'
import { trackOpened } from '../../fakes/slack/track-opened.ts'

const fakes = trackOpened()
afterEach(fakes.closeAll)

const SOCKET = { command: '/jobs', address: null, readsThreads: false } as const

describe('the manifest', () => {
  it('asks for no more than the bot needs, and for no history but of what is written to it', () => {
    expect(makeManifest(SOCKET).oauth_config.scopes.bot).toEqual([
      'commands',
      'chat:write',
      'app_mentions:read',
      'im:history',
      'im:write',
      'users:read',
    ])
    expect(makeManifest(SOCKET).settings.event_subscriptions.bot_events).not.toContain('message.channels')
  })

  it('asks for history where threads go on without a mention', () => {
    const { oauth_config: oauth, settings } = makeManifest({ ...SOCKET, readsThreads: true })
    expect(oauth.scopes.bot).toContain('channels:history')
    expect(settings.event_subscriptions.bot_events).toContain('message.groups')
  })

  it('names one address for everything over HTTP, and none in Socket Mode', () => {
    const { features, settings } = makeManifest({ ...SOCKET, address: 'https://jobs.example.com' })
    const url = 'https://jobs.example.com/slack/events'
    expect(features.slash_commands[0]).toMatchObject({ command: '/jobs', url, should_escape: true })
    expect(settings.event_subscriptions).toMatchObject({ request_url: url })
    expect(settings.interactivity).toEqual({ is_enabled: true, request_url: url })
    expect(settings.socket_mode_enabled).toBe(false)
    expect(JSON.stringify(makeManifest(SOCKET))).not.toContain('url"')
    expect(makeManifest(SOCKET).settings.socket_mode_enabled).toBe(true)
  })

  it('is printed as JSON under the command of one’s own, and refused for an address that Slack could not reach', () => {
    const lines: string[] = []
    const print = (line: string) => void lines.push(line)
    runSlackManifest({ ...SOCKET, command: '/roles' }, print)
    expect(JSON.parse(lines.join('\n')).features.slash_commands[0].command).toBe('/roles')
    for (const address of ['http://jobs.example.com', 'jobs.example.com'])
      expect(() => runSlackManifest({ ...SOCKET, address }, print)).toThrow('https://')
  })
})

describe('the doctor', () => {
  async function examine(slack: FakeSlack, change: Partial<Parameters<typeof runSlackDoctor>[0]> = {}) {
    const lines: string[] = []
    const access = {
      ...{ botToken: slack.token, appToken: slack.appToken, signingSecret: null, apiUrl: slack.url },
      ...{ readsThreads: false, adminChannel: null, port: null },
      ...change,
    }
    const status = await runSlackDoctor(access, line => void lines.push(line))
    return { status, text: lines.join('\n') }
  }
  const SCOPES = { scopes: [...listScopes({ readsThreads: false })] }

  it('finds all well, and leaves nothing behind', async () => {
    const slack = await fakes.start(SCOPES)
    const channel = slack.addChannel('admins')
    const { status, text } = await examine(slack, { adminChannel: channel.id })
    expect(text).not.toContain('✗')
    expect(status).toBe(0)
    expect(slack.requests.map(({ method }) => method)).toContain('chat.deleteScheduledMessage')
    expect(slack.messages(channel)).toEqual([])
  })

  it.each([
    ['a wrong bot token', { botToken: 'xoxb-wrong' }, 'SLACK_BOT_TOKEN'],
    ['a wrong app token', { appToken: 'xapp-wrong' }, 'connections:write'],
    ['no way in', { appToken: null }, 'SLACK_SIGNING_SECRET'],
    ['an admin channel that it is not in', { adminChannel: 'C0NOWHERE' }, 'Invite the bot'],
    ['a scope that is missing', { readsThreads: true }, 'channels:history'],
    ['no network', { apiUrl: 'http://127.0.0.1:9/api/' }, 'slack-status.com'],
  ])('finds %s and says what helps', async (_, change, fix) => {
    const { status, text } = await examine(await fakes.start(SCOPES), change)
    expect(status).toBe(1)
    expect(text).toContain('✗')
    expect(text).toContain(fix)
    expect(text).not.toMatch(/xoxb-\w|xapp-\w/)
  })

  it('asks for a token where there is none', async () => {
    const slack = await fakes.start()
    await expect(examine(slack, { botToken: null })).rejects.toMatchObject({ code: 'SLACK_TOKEN_REFUSED' })
  })
})

describe('the conversation with the bot', () => {
  it('is told from one of two people, and from channels', async () => {
    const slack = await fakes.start()
    const user = slack.addUser('Asker')
    const channels = createDirectChannels(new WebClient(slack.token, { slackApiUrl: slack.url }))
    expect(await channels.isOwn(user.id, slack.openDm(user).id)).toBe(true)
    expect(await channels.isOwn(user.id, 'D0OFOTHERS')).toBe(false)
    expect(await channels.isOwn(user.id, 'C1')).toBe(false)
    expect(slack.requests.filter(({ method }) => method === 'conversations.open')).toHaveLength(1)
  })

  it('is nobody’s where Slack does not say', async () => {
    const slack = await fakes.start()
    const user = slack.addUser('Asker')
    slack.faults.refuse('missing_scope', { method: 'conversations.open' })
    const channels = createDirectChannels(new WebClient(slack.token, { slackApiUrl: slack.url }))
    expect(await channels.isOwn(user.id, slack.openDm(user).id)).toBe(false)
  })
})
