import { afterEach, describe, expect, it } from 'vitest'
import { listScopes } from '../../../adapters/slack/manifest.ts'
import { buttonsOf, MODES, NOW, textOf, titlesOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

describe.each(MODES)('asking in Slack over %s', mode => {
  it('answers the command privately, with a button to share', async () => {
    const { slack, channel, user, other } = await rolecalls.open({ mode })
    const answer = await slack.slash(user, '/jobs', 'go jobs', { channel }).response()
    expect(titlesOf(answer)).toHaveLength(4)
    expect(slack.messages(channel, { as: other })).toEqual([])
    const shared = await slack.click(answer, 'Share in channel', user).response()
    expect(textOf(shared)).toContain('Shared: “go jobs”')
    expect(slack.messages(channel, { as: other })).toHaveLength(1)
  })

  it('answers a mention in its thread', async () => {
    const { slack, channel, user } = await rolecalls.open({ mode })
    const asked = slack.mention(channel, user, 'go jobs')
    const answer = await slack.nextMessage(channel, { after: asked })
    expect(answer.thread_ts).toBe(asked.ts)
    expect(titlesOf(answer)).toHaveLength(4)
  })

  it('answers a direct message in place', async () => {
    const { slack, user } = await rolecalls.open({ mode })
    const asked = slack.dm(user, 'go jobs')
    const answer = await slack.nextMessage({ id: asked.channel }, { after: asked })
    expect(answer.thread_ts).toBeUndefined()
    expect(titlesOf(answer)).toHaveLength(4)
  })

  it('turns the page in place of the message', async () => {
    const { slack, channel, user } = await rolecalls.open({ mode })
    const first = await slack.slash(user, '/jobs', 'go jobs', { channel }).response()
    const next = await slack.click(first, 'More (5)', user).response()
    expect(next.ts).toBe(first.ts)
    expect(titlesOf(next)[0]).toMatch(/^5\. /)
  })

  it('opens the details of a posting in a view, and keeps it', async () => {
    const { slack, channel, user } = await rolecalls.open({ mode })
    const list = await slack.slash(user, '/jobs', 'go jobs', { channel }).response()
    const view = await slack.click(list, 'Details', user).modal()
    expect(textOf(view)).toContain('Skills')
    const done = await slack.click(view, 'Save', user).modal()
    expect(textOf(done)).toContain('Saved')
    expect(textOf(await slack.slash(user, '/jobs', 'saved', { channel }).response())).toContain(
      '1 saved posting',
    )
  })

  it('changes a question step by step and in a form', async () => {
    const { slack, channel, user } = await rolecalls.open({ mode })
    const list = await slack.slash(user, '/jobs', 'go jobs', { channel }).response()
    const ways = await slack.click(list, 'Edit', user).response()
    expect(buttonsOf(ways)).toContain('Refine…')
    const form = await slack.click(ways, 'Refine…', user).modal()
    const sent = slack.submitModal(form, { Question: 'go at Company 3' })
    await sent.acked()
    await expect
      .poll(() => titlesOf(slack.message(list) ?? { blocks: [] }), { timeout: 10_000 })
      .toHaveLength(1)
  })

  it.each(['help', 'stats', 'saved', 'alerts', 'alert list', 'more', 'show 1'])(
    'answers the words %s',
    async words => {
      const { slack, channel, user } = await rolecalls.open({ mode })
      const answer = await slack.slash(user, '/jobs', words, { channel }).response()
      expect(textOf(answer).length).toBeGreaterThan(20)
      expect(answer.is_ephemeral).toBe(true)
    },
  )

  it('goes on from the last answer', async () => {
    const { slack, channel, user } = await rolecalls.open({ mode })
    await slack.slash(user, '/jobs', 'search go jobs', { channel }).response()
    expect(titlesOf(await slack.slash(user, '/jobs', 'more', { channel }).response())[0]).toMatch(/^5\. /)
    const shown = await slack.slash(user, '/jobs', 'show 6', { channel }).response()
    expect(textOf(shown)).toContain('Skills')
  })

  it('goes on in a thread where it is mentioned', async () => {
    const { slack, channel, user } = await rolecalls.open({ mode })
    const asked = slack.mention(channel, user, 'go jobs')
    await slack.nextMessage(channel, { after: asked })
    const more = slack.mention(channel, user, 'more', { thread: asked })
    const answer = await slack.nextMessage(channel, { after: more })
    expect(answer.thread_ts).toBe(asked.ts)
    expect(titlesOf(answer)[0]).toMatch(/^5\. /)
  })
})

describe('asking in Slack', () => {
  it('takes words that are no command as a question', async () => {
    const { slack, user } = await rolecalls.open()
    const answer = await slack.slash(user, '/jobs', 'shrimp').response()
    expect(textOf(answer)).toContain('shrimp')
  })

  it('answers under another name of the command', async () => {
    const { slack, user } = await rolecalls.open({ commands: ['/roles'] })
    expect(titlesOf(await slack.slash(user, '/roles', 'go jobs').response())).toHaveLength(4)
  })

  it('answers a direct message that mentions it, and the command there for good', async () => {
    const { slack, user } = await rolecalls.open()
    const asked = slack.dm(user, `<@${slack.bot.id}> go jobs`)
    expect(titlesOf(await slack.nextMessage({ id: asked.channel }, { after: asked }))).toHaveLength(4)
    const answer = await slack.slash(user, '/jobs', 'go jobs', { channel: { id: asked.channel } }).response()
    expect(answer.is_ephemeral).toBeUndefined()
    expect(buttonsOf(answer)).not.toContain('Share in channel')
  })

  it('says in private what is for one person alone', async () => {
    const { slack, channel, user, other } = await rolecalls.open()
    slack.mention(channel, user, 'saved')
    const answer = await slack.until(
      () => slack.messages(channel, { as: user }).find(message => message.is_ephemeral),
      'a private answer',
    )
    expect(textOf(answer)).toContain('saved nothing yet')
    expect(slack.messages(channel, { as: other })).toHaveLength(1)
  })

  it('lets a posting’s markup do nothing, and shows no preview of links', async () => {
    const { slack, user } = await rolecalls.open()
    const asked = slack.dm(user, '<!channel> @here go jobs')
    const answer = await slack.nextMessage({ id: asked.channel }, { after: asked })
    expect(slack.pings(answer)).toEqual([])
    const call = slack.requests.find(({ method }) => method === 'chat.postMessage')
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' })
  })

  it('says where it speaks, in private, when it is mentioned elsewhere', async () => {
    const { slack, channel, user, store } = await rolecalls.open()
    const settings = { answers: 'asker', channels: ['C0ELSEWHERE'], listens: [] } as const
    await store.servers.save(`slack:${slack.workspace.id}`, settings, NOW)
    slack.mention(channel, user, 'go jobs')
    const told = await slack.until(
      () => slack.messages(channel, { as: user }).find(message => message.is_ephemeral),
      'a hint',
    )
    expect(textOf(told)).toContain('<#C0ELSEWHERE>')
    expect(textOf(told)).toContain('/jobs works in every channel')
  })

  it('answers the command to all where the workspace wants it', async () => {
    const { slack, channel, user, other, store } = await rolecalls.open()
    const settings = { answers: 'place', channels: [], listens: [] } as const
    await store.servers.save(`slack:${slack.workspace.id}`, settings, NOW)
    await slack.slash(user, '/jobs', 'go jobs', { channel }).response()
    expect(slack.messages(channel, { as: other })).toHaveLength(1)
  })

  it('passes over events of another workspace that has the same app', async () => {
    const { slack, channel, user } = await rolecalls.open()
    const workspace = slack.addWorkspace('Elsewhere')
    const stranger = slack.addUser('Stranger', { workspace })
    const there = slack.addChannel('jobs', { workspace, members: [stranger] })
    slack.mention(there, stranger, 'go jobs')
    const asked = slack.mention(channel, user, 'go jobs')
    await slack.nextMessage(channel, { after: asked })
    expect(slack.messages(there)).toHaveLength(1)
    expect(slack.requests.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  })

  it('answers a mention by somebody from a workspace that shares the channel', async () => {
    const { slack } = await rolecalls.open()
    const partner = slack.addWorkspace('Partner', { installed: false })
    const guest = slack.addUser('Partner’s', { workspace: partner })
    const shared = slack.addChannel('shared', { members: [guest], sharedWith: [partner] })
    const asked = slack.mention(shared, guest, 'go jobs')
    expect(titlesOf(await slack.nextMessage(shared, { after: asked }))).toHaveLength(4)
  })
})

describe('threads that go on without a mention', () => {
  const everything = {
    scopes: [...listScopes({ readsThreads: true })],
    events: ['app_mention', 'message.im', 'message.channels'],
  }

  it('are answered where the writer was answered before, and only what is a question', async () => {
    const { slack, channel, user, other } = await rolecalls.open({ ...everything, readsThreads: true })
    const asked = slack.mention(channel, user, 'go jobs')
    await slack.nextMessage(channel, { after: asked })
    slack.threadReply(asked, other, 'go at Company 4')
    slack.threadReply(asked, user, 'thanks a lot, Ann')
    const second = slack.threadReply(asked, user, 'go at Company 3')
    const answer = await slack.nextMessage(channel, { after: second })
    expect(titlesOf(answer)).toHaveLength(1)
    expect(answer.thread_ts).toBe(asked.ts)
    expect(
      slack.messages(channel, { thread: asked }).filter(({ bot_id }) => bot_id !== undefined),
    ).toHaveLength(2)
  })

  it('are left alone where nobody switched that on', async () => {
    const { slack, channel, user } = await rolecalls.open(everything)
    const asked = slack.mention(channel, user, 'go jobs')
    const answer = await slack.nextMessage(channel, { after: asked })
    slack.threadReply(asked, user, 'go at Company 3')
    const later = slack.mention(channel, user, 'go jobs')
    await slack.nextMessage(channel, { after: later })
    const said = slack.messages(channel, { thread: asked }).filter(({ bot_id }) => bot_id !== undefined)
    expect(said).toHaveLength(1)
    expect(titlesOf(answer)).toHaveLength(4)
  })
})
