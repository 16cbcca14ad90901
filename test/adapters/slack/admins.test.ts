import { afterEach, describe, expect, it } from 'vitest'
import { WORKSPACE_ADMINS } from '../../../adapters/slack/member.ts'
import type { Handle } from '../../../src/platform.ts'
import { type Reply, textBlock } from '../../../src/reply.ts'
import { MODES, type RolecallOptions, textOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const say = (text: string): Reply => ({ blocks: [textBlock('body', text)] })

/** A workspace with one of its admins, who is an admin of the bot, too. */
async function open(options: RolecallOptions = {}) {
  const rolecall = await rolecalls.open({ deps: { admins: [WORKSPACE_ADMINS] }, ...options })
  const boss = rolecall.slack.addUser('Boss', { role: 'admin' })
  rolecall.slack.join(rolecall.channel, boss)
  return { ...rolecall, boss }
}

describe.each(MODES)('admin commands in Slack over %s', mode => {
  it('answer a workspace admin in private', async () => {
    const { slack, channel, boss } = await open({ mode })
    const answer = await slack.slash(boss, '/jobs', 'admin log', { channel }).response()
    expect(answer.is_ephemeral).toBe(true)
    expect(textOf(answer)).not.toContain('Only admins')
  })

  it.each(['member', 'guest', 'single_channel_guest'] as const)(
    'are refused to a %s, which is written down',
    async role => {
      const { slack, channel, user, store } = await open({ mode })
      slack.setUser(user, { role })
      const answer = await slack.slash(user, '/jobs', 'admin status', { channel }).response()
      expect(textOf(answer)).toContain('Only admins of this bot may do that')
      expect(textOf(answer)).toContain(`slack:${user.id}`)
      expect(await store.audit.list(1)).toMatchObject([
        { action: 'status', isAllowed: false, memberId: `slack:${user.id}` },
      ])
    },
  )

  it('hold the settings of the workspace in a form', async () => {
    const { slack, channel, boss, store } = await open({ mode })
    const form = await slack.slash(boss, '/jobs', 'admin settings', { channel }).modal()
    const sent = slack.submitModal(form, {
      answers: 'Everybody in the channel sees them',
      channels: [channel.id],
    })
    await sent.acked()
    const done = await slack.until(() => {
      const shown = slack.modalOf(boss)
      return shown !== null && textOf(shown).includes('Saved') ? shown : null
    }, 'the answer in the form')
    expect(done.id).toBe(form.id)
    expect(await store.servers.load(`slack:${slack.workspace.id}`)).toMatchObject({
      answers: 'place',
      channels: [channel.id],
    })
  })
})

describe('who somebody is', () => {
  it('is asked anew for an admin command', async () => {
    const { slack, channel, boss } = await open()
    await slack.slash(boss, '/jobs', 'admin log', { channel }).response()
    slack.setUser(boss, { role: 'member' })
    const answer = await slack.slash(boss, '/jobs', 'admin log', { channel }).response()
    expect(textOf(answer)).toContain('Only admins')
  })

  it('is nobody where Slack does not say', async () => {
    const { slack, channel, boss } = await open()
    slack.faults.refuse('internal_error', { method: 'users.info' })
    const answer = await slack.slash(boss, '/jobs', 'admin log', { channel }).response()
    expect(textOf(answer)).toContain('Only admins')
  })

  it('decides who makes alerts in a channel: members do, guests do not', async () => {
    const { slack, channel, user, other } = await open()
    const offer = await slack.slash(user, '/jobs', 'alert go jobs', { channel }).response()
    const form = await slack.click(offer, 'Alert this channel…', user).modal()
    expect(form.submit).not.toBeNull()
    slack.setUser(other, { role: 'guest' })
    const copy = await slack.slash(other, '/jobs', 'alert go jobs', { channel }).response()
    const refused = await slack.click(copy, 'Alert this channel…', other).modal()
    expect(textOf(refused).toLowerCase()).toContain('guest')
  })
})

describe('an alert', () => {
  it('is made in a form, told of in the channel, listed, handed over by a mention, and deleted', async () => {
    const { slack, channel, user, other, store } = await open()
    const offer = await slack.slash(user, '/jobs', 'alert go jobs', { channel }).response()
    const form = await slack.click(offer, 'Alert this channel…', user).modal()
    await slack.submitModal(form).acked()
    await expect.poll(() => store.subscriptions.listAll(), { timeout: 10_000 }).toHaveLength(1)
    const [alert] = await store.subscriptions.listAll()
    expect(alert).toMatchObject({
      question: 'go jobs',
      ownerId: `slack:${user.id}`,
      target: { channelId: channel.id, serverId: slack.workspace.id },
    })
    const command = async (words: string) =>
      textOf(await slack.slash(user, '/jobs', words, { channel }).response())
    expect(await command('alerts')).toContain(alert?.id)
    await command(`alert transfer ${alert?.id} <@${other.id}|other>`)
    expect(await store.subscriptions.load(alert?.id ?? '')).toMatchObject({ ownerId: `slack:${other.id}` })
    await command(`alert delete ${alert?.id}`)
    expect(await store.subscriptions.listAll()).toEqual([])
  })
})

describe('long work', () => {
  it('is shown by direct message, at most about once a second, and ends with the last word', async () => {
    const { slack, channel, boss, through } = await open()
    async function* work(): AsyncGenerator<Reply> {
      for (let step = 1; step <= 30; step += 1) {
        await new Promise(resolve => setTimeout(resolve, 20))
        yield say(`reading ${step}`)
      }
      yield say('all read')
    }
    through((): Handle => async () => ({ ...say('reading 0'), updates: work() }))
    const asked = slack.slash(boss, '/jobs', 'admin reload', { channel })
    expect(textOf(await asked.response())).toContain('direct message')
    const dm = slack.openDm(boss)
    await slack.until(
      () => slack.messages(dm).find(message => textOf(message).includes('all read')),
      'the end',
      10_000,
    )
    expect(slack.messages(dm)).toHaveLength(1)
    expect(slack.requests.filter(({ method }) => method === 'chat.update').length).toBeLessThanOrEqual(3)
  })

  it('that fails says so, with a reference', async () => {
    const { slack, channel, boss, through } = await open()
    async function* work(): AsyncGenerator<Reply> {
      yield say('reading 1')
      throw new Error('the disk is full')
    }
    through((): Handle => async () => ({ ...say('reading 0'), updates: work() }))
    await slack.slash(boss, '/jobs', 'admin reload', { channel }).response()
    const ended = await slack.until(
      () => slack.messages(slack.openDm(boss)).find(message => textOf(message).includes('Reference')),
      'the end',
      10_000,
    )
    expect(textOf(ended)).not.toContain('disk')
  })
})
