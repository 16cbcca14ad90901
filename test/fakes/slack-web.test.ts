import { WebClient, type WebClientOptions } from '@slack/web-api'
import { afterEach, describe, expect, it } from 'vitest'
import type { FakeSlack } from './slack/fake-slack.ts'
import { SILENT_LOGGER } from './slack/silent-logger.ts'
import { DEFAULT_SCOPES } from './slack/start-fake-slack.ts'
import { trackOpened } from './slack/track-opened.ts'

const opened = trackOpened()
const { start } = opened

afterEach(opened.closeAll)

function createClient(
  slack: FakeSlack,
  token: string | undefined = slack.token,
  options: WebClientOptions = {},
) {
  return new WebClient(token, {
    slackApiUrl: slack.url,
    retryConfig: { retries: 0 },
    logger: SILENT_LOGGER,
    ...options,
  })
}

/** The error of Slack that a call ends with. */
async function readError(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => null,
    cause => cause,
  )
  return error !== null && typeof error === 'object' && 'data' in error
    ? (error.data as { error: unknown }).error
    : error
}

const SECTION = { type: 'section', text: { type: 'mrkdwn', text: '*Baker*' } } as const

describe('a token', () => {
  it('says whose it is and what it may do', async () => {
    const slack = await start({ scopes: ['chat:write', 'commands'] })
    const answer = await createClient(slack).auth.test()
    expect(answer).toMatchObject({ team_id: slack.workspace.id, user_id: slack.bot.id })
    expect(answer.response_metadata?.scopes).toEqual(['chat:write', 'commands'])
  })

  it('is refused when it is missing, wrong, taken away, or of the wrong kind', async () => {
    const slack = await start()
    const gone = slack.addWorkspace('Gone')
    const closed = slack.addWorkspace('Closed')
    slack.revokeToken(gone)
    slack.revokeToken(closed, 'account_inactive')
    const tokens = ['', 'xoxb-wrong', gone.token, closed.token, slack.appToken]
    const errors = await Promise.all(tokens.map(token => readError(createClient(slack, token).auth.test())))
    expect(errors).toEqual([
      'not_authed',
      'invalid_auth',
      'token_revoked',
      'account_inactive',
      'not_allowed_token_type',
    ])
    expect(await readError(createClient(slack).apps.connections.open())).toBe('not_allowed_token_type')
  })

  it('is refused for what it may not do, with what it would need', async () => {
    const slack = await start({ scopes: ['chat:write'] })
    const user = slack.addUser('Asker')
    const refused = createClient(slack).users.info({ user: user.id })
    await expect(refused).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read', provided: 'chat:write' },
    })
  })
})

describe('posting', () => {
  it('keeps the message with what Slack adds', async () => {
    const slack = await start()
    const channel = slack.addChannel('jobs')
    const sent = { channel: channel.id, text: 'Baker', blocks: [SECTION] }
    const { ts, message } = await createClient(slack).chat.postMessage(sent)
    expect(message).toMatchObject({ ts, text: 'Baker', user: slack.bot.id, team: slack.workspace.id })
    expect(message?.blocks?.[0]).toMatchObject({ ...SECTION, block_id: expect.stringMatching(/./) })
    expect(message?.bot_profile?.name).toBe('Rolecall')
    expect(slack.messages(channel)).toMatchObject([{ ts, text: 'Baker' }])
  })

  it('takes JSON as well as forms', async () => {
    const slack = await start()
    const channel = slack.addChannel('jobs')
    const response = await fetch(`${slack.url}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: channel.id, blocks: [SECTION] }),
    })
    expect(await response.json()).toMatchObject({ ok: true, channel: channel.id })
  })

  it('goes to the conversation with a person who is named instead of a channel', async () => {
    const slack = await start()
    const user = slack.addUser('Asker')
    const { channel } = await createClient(slack).chat.postMessage({ channel: user.id, text: 'hi' })
    expect(channel).toBe(slack.openDm(user).id)
  })

  it('is refused where the bot cannot write', async () => {
    const slack = await start()
    const archived = slack.addChannel('old')
    slack.archive(archived)
    const places = [
      'C0NOWHERE',
      slack.addChannel('hidden', { kind: 'private', withBot: false }).id,
      slack.addChannel('open', { withBot: false }).id,
      archived.id,
      slack.addUser('Left', { isDeleted: true }).id,
    ]
    const { chat } = createClient(slack)
    const errors = places.map(channel => readError(chat.postMessage({ channel, text: 'x' })))
    expect(await Promise.all(errors)).toEqual([
      'channel_not_found',
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'channel_not_found',
    ])
  })

  it('reaches open channels from outside with the scope for it', async () => {
    const slack = await start({ scopes: [...DEFAULT_SCOPES, 'chat:write.public'] })
    const channel = slack.addChannel('open', { withBot: false })
    await createClient(slack).chat.postMessage({ channel: channel.id, text: 'x' })
    expect(slack.messages(channel)).toHaveLength(1)
  })

  it('is refused for what is in the message', async () => {
    const slack = await start()
    const { chat } = createClient(slack)
    const channel = slack.addChannel('jobs').id
    const long = (length: number) =>
      ({ ...SECTION, text: { type: 'mrkdwn', text: 'x'.repeat(length) } }) as const
    const errors = [
      readError(chat.postMessage({ channel, text: '' })),
      readError(chat.postMessage({ channel, text: 'x'.repeat(40_001) })),
      readError(chat.postMessage({ channel, blocks: Array.from({ length: 5 }, () => long(2700)) })),
      readError(chat.postMessage({ channel, text: 'x', thread_ts: '1.000001' })),
      readError(chat.postMessage({ channel, text: 'x', metadata: { event_type: 'x' } as never })),
    ]
    expect(await Promise.all(errors)).toEqual([
      'no_text',
      'msg_too_long',
      'msg_blocks_too_long',
      'thread_not_found',
      'invalid_metadata_format',
    ])
    await expect(chat.postMessage({ channel, blocks: [long(3001)] })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    })
  })

  it('in private shows the message to one person, who has to be in the channel', async () => {
    const slack = await start()
    const [user, other] = [slack.addUser('Asker'), slack.addUser('Other')]
    const channel = slack.addChannel('jobs', { members: [user] })
    const { chat, conversations } = createClient(slack)
    await chat.postEphemeral({ channel: channel.id, user: user.id, text: 'psst' })
    expect(slack.messages(channel, { as: user })).toMatchObject([{ text: 'psst', is_ephemeral: true }])
    expect(slack.messages(channel, { as: other })).toEqual([])
    const refused = chat.postEphemeral({ channel: channel.id, user: other.id, text: 'psst' })
    expect(await readError(refused)).toBe('user_not_in_channel')
    slack.setScopes([...DEFAULT_SCOPES, 'channels:history'])
    expect((await conversations.history({ channel: channel.id })).messages).toEqual([])
  })

  it('tells whom a message notifies', async () => {
    const slack = await start()
    const user = slack.addUser('Asker')
    const channel = slack.addChannel('jobs').id
    const text = `<!channel> <@${user.id}> &lt;!here&gt; <https://example.com|@everyone>`
    await createClient(slack).chat.postMessage({ channel, text })
    expect(slack.messages({ id: channel }).map(slack.pings)).toEqual([['!channel', `@${user.id}`]])
  })
})

describe('changing a message', () => {
  it('replaces text and blocks, and takes the message away', async () => {
    const slack = await start()
    const channel = slack.addChannel('jobs')
    const { chat } = createClient(slack)
    const { ts = '' } = await chat.postMessage({ channel: channel.id, text: 'open', blocks: [SECTION] })
    await chat.update({ channel: channel.id, ts, text: 'closed', blocks: [{ type: 'divider' }] })
    expect(slack.message({ channel: channel.id, ts })).toMatchObject({
      text: 'closed',
      blocks: [{ type: 'divider' }],
      edited: { user: slack.bot.id },
    })
    await chat.update({ channel: channel.id, ts, text: 'closed again' })
    expect(slack.message({ channel: channel.id, ts })?.blocks).toMatchObject([{ type: 'divider' }])
    await chat.update({ channel: channel.id, ts, text: 'bare', blocks: [] })
    expect(slack.message({ channel: channel.id, ts })?.blocks).toBeUndefined()
    await chat.delete({ channel: channel.id, ts })
    expect(slack.message({ channel: channel.id, ts })).toBeNull()
    expect(await readError(chat.update({ channel: channel.id, ts, text: 'x' }))).toBe('message_not_found')
  })

  it('is refused for messages of others, private ones and long texts', async () => {
    const slack = await start()
    const user = slack.addUser('Asker')
    const channel = slack.addChannel('jobs', { members: [user] })
    const { chat } = createClient(slack)
    const own = await chat.postMessage({ channel: channel.id, text: 'x' })
    const foreign = slack.say(channel, user, 'mine')
    const secret = await chat.postEphemeral({ channel: channel.id, user: user.id, text: 'x' })
    const update = (ts = '', text = 'y') => readError(chat.update({ channel: channel.id, ts, text }))
    expect(await update(foreign.ts)).toBe('cant_update_message')
    expect(await update(secret.message_ts)).toBe('message_not_found')
    expect(await update(own.ts, 'x'.repeat(4001))).toBe('msg_too_long')
    expect(await readError(chat.delete({ channel: channel.id, ts: foreign.ts }))).toBe('cant_delete_message')
  })

  it('has an address for everything that is public', async () => {
    const slack = await start()
    const channel = slack.addChannel('jobs').id
    const { chat } = createClient(slack)
    const { ts = '' } = await chat.postMessage({ channel, text: 'x' })
    const { permalink } = await chat.getPermalink({ channel, message_ts: ts })
    expect(permalink).toBe(`https://workspace.slack.com/archives/${channel}/p${ts.replace('.', '')}`)
  })
})

describe('people and channels', () => {
  it('are known with their rights', async () => {
    const slack = await start()
    const { users } = createClient(slack)
    const read = async (options: Parameters<FakeSlack['addUser']>[1]) => {
      const { id } = slack.addUser('Somebody', options)
      return (await users.info({ user: id })).user
    }
    expect(await read({ role: 'admin' })).toMatchObject({ is_admin: true, is_owner: false })
    expect(await read({ role: 'owner' })).toMatchObject({ is_admin: true, is_owner: true })
    expect(await read({ role: 'guest' })).toMatchObject({ is_restricted: true, is_ultra_restricted: false })
    expect(await read({ role: 'single_channel_guest' })).toMatchObject({ is_ultra_restricted: true })
    expect(await read({ isDeleted: true })).toMatchObject({ deleted: true })
    const partner = slack.addWorkspace('Partner', { installed: false })
    const stranger = slack.addUser('Stranger', { workspace: partner })
    expect(await readError(users.info({ user: stranger.id }))).toBe('user_not_visible')
    slack.addChannel('shared', { members: [stranger], sharedWith: [partner] })
    expect((await users.info({ user: stranger.id })).user).toMatchObject({
      is_stranger: true,
      team_id: partner.id,
    })
  })

  it('are listed page by page, hidden channels left out', async () => {
    const slack = await start()
    for (const name of ['a', 'b', 'c']) slack.addChannel(name)
    slack.addChannel('hidden', { kind: 'private', withBot: false })
    slack.addChannel('inner', { kind: 'private' })
    const { conversations } = createClient(slack)
    const types = 'public_channel,private_channel'
    const first = await conversations.list({ types, limit: 3 })
    const cursor = first.response_metadata?.next_cursor ?? ''
    const second = await conversations.list({ types, limit: 3, cursor })
    expect([first, second].map(({ channels }) => channels?.map(({ name }) => name))).toEqual([
      ['a', 'b', 'c'],
      ['inner'],
    ])
    expect(second.response_metadata?.next_cursor).toBe('')
  })

  it('are opened, described and counted', async () => {
    const slack = await start()
    const user = slack.addUser('Asker')
    const channel = slack.addChannel('jobs', { members: [user] })
    const { conversations, users, team } = createClient(slack)
    const info = await conversations.info({ channel: channel.id, include_num_members: true })
    expect(info.channel).toMatchObject({ name: 'jobs', is_private: false, is_member: true, num_members: 2 })
    expect((await conversations.members({ channel: channel.id })).members).toContain(user.id)
    const im = await conversations.open({ users: user.id })
    expect(im.channel?.id).toBe(slack.openDm(user).id)
    expect((await conversations.info({ channel: im.channel?.id ?? '' })).channel).toMatchObject({
      is_im: true,
      user: user.id,
    })
    expect((await users.conversations({ user: user.id })).channels).toMatchObject([{ id: channel.id }])
    expect((await team.info()).team?.name).toBe('Workspace')
  })

  it('have a history where the token may read it', async () => {
    const slack = await start()
    const user = slack.addUser('Asker')
    const channel = slack.addChannel('jobs', { members: [user] })
    const { conversations, chat } = createClient(slack)
    const asked = slack.say(channel, user, 'question')
    const metadata = { event_type: 'answer', event_payload: { id: 1 } }
    await chat.postMessage({ channel: channel.id, thread_ts: asked.ts, text: 'answer', metadata })
    const refused = conversations.history({ channel: channel.id })
    expect(await readError(refused)).toBe('missing_scope')
    slack.setScopes([...DEFAULT_SCOPES, 'channels:history'])
    const { messages } = await conversations.history({ channel: channel.id })
    expect(messages).toMatchObject([{ text: 'question' }])
    const thread = await conversations.replies({
      channel: channel.id,
      ts: asked.ts,
      include_all_metadata: true,
    })
    expect(thread.messages?.map(({ text }) => text)).toEqual(['question', 'answer'])
    expect(thread.messages?.[1]?.metadata).toEqual(metadata)
  })
})

describe('limits and faults', () => {
  it('let one message a second into a channel when they are switched on', async () => {
    const slack = await start({ rateLimits: true })
    const [first, second] = [slack.addChannel('a').id, slack.addChannel('b').id]
    const { chat } = createClient(slack, slack.token, { rejectRateLimitedCalls: true })
    await chat.postMessage({ channel: first, text: '1' })
    await expect(chat.postMessage({ channel: first, text: '2' })).rejects.toMatchObject({ retryAfter: 1 })
    await chat.postMessage({ channel: second, text: '1' })
    slack.clock.advance(1000)
    await chat.postMessage({ channel: first, text: '2' })
    expect(slack.messages({ id: first })).toHaveLength(2)
  })

  it('count each method by its tier', async () => {
    const slack = await start({ rateLimits: { perMinute: { 'users.info': 2 } } })
    const user = slack.addUser('Asker').id
    const { users } = createClient(slack, slack.token, { rejectRateLimitedCalls: true })
    await users.info({ user })
    await users.info({ user })
    await expect(users.info({ user })).rejects.toMatchObject({ retryAfter: 60 })
  })

  it('answer an error, a status, too late, or not at all, as often as asked for', async () => {
    const slack = await start()
    const channel = slack.addChannel('jobs')
    const { chat } = createClient(slack)
    const post = () => chat.postMessage({ channel: channel.id, text: 'x' })
    slack.faults.refuse('restricted_action', { method: 'chat.postMessage' })
    slack.faults.fail({ method: /^chat\./ }, { status: 503 })
    slack.faults.reset({}, { carriedOut: true })
    slack.faults.slow(50)
    expect(await readError(post())).toBe('restricted_action')
    await expect(post()).rejects.toMatchObject({ statusCode: 503 })
    await expect(post()).rejects.toThrow(/fetch failed/)
    const before = performance.now()
    await post()
    expect(performance.now() - before).toBeGreaterThan(45)
    expect(slack.messages(channel)).toHaveLength(2)
    expect(slack.requests.map(({ status, error }) => [status, error])).toEqual([
      [200, 'restricted_action'],
      [503, 'Something went wrong'],
      [0, null],
      [200, null],
    ])
  })

  it('answer 429 with the seconds to wait', async () => {
    const slack = await start()
    const user = slack.addUser('Asker').id
    const { users } = createClient(slack, slack.token, { rejectRateLimitedCalls: true })
    slack.faults.limit(7, { method: 'users.info', times: 2 })
    await expect(users.info({ user })).rejects.toMatchObject({ retryAfter: 7 })
    await expect(users.info({ user })).rejects.toMatchObject({ retryAfter: 7 })
    expect((await users.info({ user })).ok).toBe(true)
  })

  it('remember arguments that Slack does not know as mistakes', async () => {
    const slack = await start()
    const channel = slack.addChannel('jobs').id
    await createClient(slack).apiCall('chat.postMessage', { channel, text: 'x', thread: '1' })
    expect(slack.violations.splice(0)).toEqual([
      'chat.postMessage was called with an argument unknown to Slack: thread',
    ])
  })
})
