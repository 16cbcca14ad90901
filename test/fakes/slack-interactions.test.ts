import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { WebClient } from '@slack/web-api'
import { afterEach, describe, expect, it } from 'vitest'
import type { BoltMode } from './slack/connect-bolt.ts'
import { SILENT_LOGGER } from './slack/silent-logger.ts'
import { trackOpened } from './slack/track-opened.ts'

const opened = trackOpened()
const { start, connect } = opened
const MODES: readonly BoltMode[] = ['socket', 'http']

afterEach(opened.closeAll)

/** A channel with one person in it, and an app that listens. */
async function open(mode: BoltMode, register: (app: App) => void) {
  const slack = await start()
  const asker = slack.addUser('Asker')
  const other = slack.addUser('Other')
  const channel = slack.addChannel('jobs', { members: [asker, other] })
  await connect(slack, mode, { register })
  return { slack, asker, other, channel }
}

const MORE = {
  type: 'button',
  action_id: 'more',
  text: { type: 'plain_text', text: 'More' },
  value: '2',
} as const
const FORM: ModalView = {
  type: 'modal',
  callback_id: 'refine',
  title: { type: 'plain_text', text: 'Refine' },
  submit: { type: 'plain_text', text: 'Search' },
  blocks: [
    {
      type: 'input',
      block_id: 'question',
      label: { type: 'plain_text', text: 'Question' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
}

describe.each(MODES)('a slash command over %s', mode => {
  it('reaches the app and shows its acknowledgement to the one who asked', async () => {
    const { slack, asker, other, channel } = await open(mode, app => {
      app.command('/jobs', async ({ ack, command }) => ack(`${command.channel_name}: ${command.text}`))
    })
    const asked = slack.slash(asker, '/jobs', 'remote baker', { channel })
    const answer = await asked.response()
    expect(answer).toMatchObject({ text: 'jobs: remote baker', is_ephemeral: true, channel: channel.id })
    expect(asked.ackMs).toBeLessThan(3000)
    expect(slack.messages(channel, { as: asker })).toEqual([answer])
    expect(slack.messages(channel, { as: other })).toEqual([])
  })

  it('is answered by response_url five times and not a sixth time', async () => {
    const failures: unknown[] = []
    const { slack, asker } = await open(mode, app => {
      app.command('/jobs', async ({ ack, respond }) => {
        await ack()
        for (const text of ['1', '2', '3', '4', '5', '6'])
          await respond({ text }).catch(error => failures.push(error))
      })
    })
    const asked = slack.slash(asker, '/jobs', '')
    expect((await asked.response(4)).text).toBe('5')
    await expect.poll(() => failures).toMatchObject([{ statusCode: 404 }])
  })

  it('fails for the person when the app does not acknowledge it in three seconds', async () => {
    const { slack, asker } = await open(mode, () => undefined)
    const asked = slack.slash(asker, '/jobs', '')
    await slack.until(() => slack.deliveries[0], 'a delivery')
    slack.clock.advance(3001)
    expect(await asked.failure()).toMatch(/operation_timeout/)
  })

  it('opens a form, whose values come back and which shows problems', async () => {
    const { slack, asker } = await open(mode, app => {
      app.command('/jobs', async ({ ack, client, command }) => {
        await ack()
        await client.views.open({ trigger_id: command.trigger_id, view: FORM })
      })
      app.view('refine', async ({ ack, view }) => {
        const value = view.state.values.question?.text?.value
        if (value === 'x') await ack({ response_action: 'errors', errors: { question: 'Too short' } })
        else await ack({ response_action: 'clear' })
      })
    })
    const form = await slack.slash(asker, '/jobs', '').modal()
    expect(slack.modalOf(asker)?.id).toBe(form.id)
    expect(() => slack.submitModal(form)).toThrow(/needed and empty: Question/)
    const wrong = slack.submitModal(form, { Question: 'x' })
    expect(await wrong.errors()).toEqual({ question: 'Too short' })
    await slack.submitModal(form, { Question: 'baker' }).acked()
    expect(slack.modalOf(asker)).toBeNull()
  })
})

describe.each(MODES)('a button over %s', mode => {
  it('replaces the private message that it is on', async () => {
    const { slack, asker, channel } = await open(mode, app => {
      app.command('/jobs', async ({ ack }) =>
        ack({ text: 'page 1', blocks: [{ type: 'actions', elements: [MORE] }] }),
      )
      app.action('more', async ({ ack, respond, action }) => {
        await ack()
        const page = action.type === 'button' ? action.value : ''
        await respond({ replace_original: true, text: `page ${page}` })
      })
    })
    const answer = await slack.slash(asker, '/jobs', '', { channel }).response()
    const pressed = slack.click(answer, 'More', asker)
    expect((await pressed.response()).text).toBe('page 2')
    expect(pressed.payload.message).toBeUndefined()
    expect(slack.messages(channel, { as: asker })).toMatchObject([{ text: 'page 2', ts: answer.ts }])
  })
})

describe('response_url', () => {
  const register = (app: App) => {
    app.command('/jobs', async ({ ack, respond, command }) => {
      await ack()
      const isPublic = command.text === 'share'
      await respond({
        text: 'answer',
        response_type: isPublic ? 'in_channel' : 'ephemeral',
        blocks: [{ type: 'actions', elements: [MORE] }],
      })
    })
    app.action('more', async ({ ack, respond }) => {
      await ack()
      await respond({ delete_original: true })
      await respond({ text: 'gone' })
    })
  }

  it('shows an answer to everybody when it is told to, also where the bot is not a member', async () => {
    const { slack, asker, other } = await open('socket', register)
    const outside = slack.addChannel('outside', { members: [asker, other], withBot: false })
    const answer = await slack.slash(asker, '/jobs', 'share', { channel: outside }).response()
    expect(slack.messages(outside, { as: other })).toEqual([answer])
    expect(answer.bot_id).toBeDefined()
  })

  it('takes away the message that was used', async () => {
    const { slack, asker, channel } = await open('socket', register)
    const answer = await slack.slash(asker, '/jobs', '', { channel }).response()
    await slack.click(answer, 'more', asker).response()
    expect(slack.messages(channel, { as: asker }).map(({ text }) => text)).toEqual(['gone'])
  })

  it('is over after half an hour', async () => {
    const { slack, asker } = await open('socket', register)
    const asked = slack.slash(asker, '/jobs', '')
    await asked.response()
    const post = () =>
      fetch(asked.responseUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"text":"late"}',
      })
    expect(await (await post()).text()).toBe('ok')
    slack.clock.advance(30 * 60_000)
    const late = await post()
    expect(late.status).toBe(404)
    expect(await late.json()).toEqual({ ok: false, error: 'expired_url' })
  })

  it('can be made to fail', async () => {
    const failures: unknown[] = []
    const { slack, asker } = await open('socket', app => {
      app.command('/jobs', async ({ ack, respond }) => {
        await ack()
        await respond('answer').catch(error => failures.push(error))
      })
    })
    slack.faults.fail({ method: 'response_url' })
    slack.slash(asker, '/jobs')
    await expect.poll(() => failures).toMatchObject([{ statusCode: 500 }])
  })
})

describe('menus in messages', () => {
  it('tell what was picked, keep it, and offer only what is there', async () => {
    const picked: unknown[] = []
    const { slack, asker, other, channel } = await open('http', app => {
      app.action(/.*/, async ({ ack, action, body }) => {
        await ack()
        picked.push([action, 'state' in body ? body.state : null])
      })
    })
    const options = ['Baker', 'Cook'].map(text => ({
      text: { type: 'plain_text', text } as const,
      value: text,
    }))
    const role = { type: 'static_select', action_id: 'role', options } as const
    const more = { type: 'overflow', action_id: 'more', options } as const
    const client = new WebClient(slack.token, { slackApiUrl: slack.url, logger: SILENT_LOGGER })
    const { ts = '' } = await client.chat.postMessage({
      channel: channel.id,
      text: 'pick',
      blocks: [{ type: 'actions', block_id: 'row', elements: [role, more] }],
    })
    const message = { channel: channel.id, ts }
    await slack.select(message, 'role', asker, 'Cook').acked()
    await slack.select(message, 'more', other, 'Baker').acked()
    const chosen = { type: 'static_select', selected_option: options[1] }
    expect(picked).toMatchObject([
      [{ action_id: 'role', block_id: 'row', ...chosen }, { values: { row: { role: chosen } } }],
      [
        { type: 'overflow', selected_option: options[0] },
        { values: { row: { role: { selected_option: null } } } },
      ],
    ])
    expect(() => slack.select(message, 'role', asker, 'Pilot')).toThrow(
      /no option "Pilot"; there are: Baker, Cook/,
    )
    expect(() => slack.click(message, 'Search', asker)).toThrow(/no element "Search"/)
  })
})

describe('forms', () => {
  /** An app whose command opens a form and whose answers to a sent form are these. */
  const answering = (answer: object) => (app: App) => {
    app.command('/jobs', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: { ...FORM, notify_on_close: true } })
    })
    app.view('refine', async ({ ack }) => ack(answer as never))
    app.view({ callback_id: 'refine', type: 'view_closed' }, async ({ ack }) => ack())
  }

  it('are put on top of each other, three at most', async () => {
    const { slack, asker } = await open('socket', answering({ response_action: 'push', view: FORM }))
    const first = await slack.slash(asker, '/jobs').modal()
    const second = await slack.submitModal(first, { text: 'x' }).modal()
    expect(second).toMatchObject({ previous_view_id: first.id, root_view_id: first.id })
    expect(() => slack.submitModal(first, { text: 'x' })).toThrow(/below another one/)
    const third = await slack.submitModal(second, { text: 'x' }).modal()
    expect(await slack.submitModal(third, { text: 'x' }).failure()).toMatch(/push_limit_reached/)
    expect(slack.violations.splice(0)).toHaveLength(1)
  })

  it('are put on top by a button in a form, too', async () => {
    const { slack, asker } = await open('http', app => {
      app.command('/jobs', async ({ ack, client, command }) => {
        await ack()
        const row = { type: 'actions', block_id: 'row', elements: [MORE] } as const
        const view = { ...FORM, blocks: [...FORM.blocks, row] }
        await client.views.open({ trigger_id: command.trigger_id, view })
      })
      app.action('more', async ({ ack, client, body }) => {
        await ack()
        if ('trigger_id' in body) await client.views.push({ trigger_id: body.trigger_id, view: FORM })
      })
    })
    const first = await slack.slash(asker, '/jobs').modal()
    slack.fillModal(first, { Question: 'baker' })
    const pressed = slack.click(first, 'More', asker)
    const second = await pressed.modal()
    expect(slack.modalOf(asker)?.id).toBe(second.id)
    expect(pressed.payload).toMatchObject({
      view: { state: { values: { question: { text: { value: 'baker' } } } } },
    })
    slack.closeModal(second)
    expect(slack.modalOf(asker)?.id).toBe(first.id)
  })

  it('keep what was filled in on an update', async () => {
    const update = {
      response_action: 'update',
      view: { ...FORM, title: { type: 'plain_text', text: 'Again' } },
    }
    const { slack, asker } = await open('socket', answering(update))
    const first = await slack.slash(asker, '/jobs').modal()
    const second = await slack.submitModal(first, { text: 'baker' }).modal()
    expect(second.id).toBe(first.id)
    expect(second.hash).not.toBe(first.hash)
    expect(slack.modalOf(asker)).toMatchObject({ title: { text: 'Again' } })
    expect(slack.modalOf(asker)?.state.values.question?.text?.value).toBe('baker')
  })

  it('tell of being closed where the app asked for it', async () => {
    const { slack, asker } = await open('socket', answering({}))
    const form = await slack.slash(asker, '/jobs').modal()
    const closed = slack.closeModal(form)
    await closed?.acked()
    expect(closed?.payload).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: form.id } })
    expect(slack.modalOf(asker)).toBeNull()
  })

  it('report answers that Slack cannot use', async () => {
    const { slack, asker } = await open(
      'socket',
      answering({ response_action: 'errors', errors: { unknown: 'wrong' } }),
    )
    const form = await slack.slash(asker, '/jobs').modal()
    expect(await slack.submitModal(form, { text: 'x' }).failure()).toMatch(/errors name no input block/)
    expect(slack.violations.splice(0)).toHaveLength(1)
  })

  it('open with each trigger once and within three seconds', async () => {
    const { slack, asker } = await open('socket', app => app.command('/jobs', async ({ ack }) => ack()))
    const client = new WebClient(slack.token, { slackApiUrl: slack.url, logger: SILENT_LOGGER })
    const readError = (trigger_id: string, view: object = FORM) =>
      client.views.open({ trigger_id, view: view as ModalView }).then(
        () => null,
        error => error.data.error,
      )
    const used = slack.slash(asker, '/jobs')
    const late = slack.slash(asker, '/jobs')
    expect(await readError(used.triggerId, { type: 'modal', blocks: [] })).toBe('invalid_arguments')
    expect(await readError(used.triggerId)).toBeNull()
    expect(await readError(used.triggerId)).toBe('exchanged_trigger_id')
    expect(await readError('1.2.3')).toBe('invalid_trigger_id')
    slack.clock.advance(3001)
    expect(await readError(late.triggerId)).toBe('expired_trigger_id')
  })

  it('are changed by the app while the hash is the current one', async () => {
    const { slack, asker } = await open('socket', answering({}))
    const client = new WebClient(slack.token, { slackApiUrl: slack.url, logger: SILENT_LOGGER })
    const form = await slack.slash(asker, '/jobs').modal()
    await client.views.update({ view_id: form.id, hash: form.hash, view: FORM })
    const again = client.views.update({ view_id: form.id, hash: form.hash, view: FORM })
    await expect(again).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
    slack.closeModal(form)
    const gone = client.views.update({ view_id: form.id, view: FORM })
    await expect(gone).rejects.toMatchObject({ data: { error: 'not_found' } })
  })

  it('hand over addresses for conversations that were picked', async () => {
    const { slack, asker, channel } = await open('socket', app => {
      app.command('/jobs', async ({ ack, client, command }) => {
        await ack()
        const place = {
          type: 'conversations_select',
          action_id: 'place',
          default_to_current_conversation: true,
          response_url_enabled: true,
        } as const
        const label = { type: 'plain_text', text: 'Where' } as const
        const blocks = [{ type: 'input', block_id: 'where', label, element: place }] as const
        await client.views.open({ trigger_id: command.trigger_id, view: { ...FORM, blocks: [...blocks] } })
      })
      app.view('refine', async ({ ack }) => ack())
    })
    const form = await slack.slash(asker, '/jobs', '', { channel }).modal()
    const sent = slack.submitModal(form)
    await sent.acked()
    expect(sent.payload.response_urls).toMatchObject([{ block_id: 'where', channel_id: channel.id }])
  })
})

describe('the home tab', () => {
  it('shows what the app publishes when somebody looks, and its buttons work', async () => {
    const { slack, asker } = await open('http', app => {
      app.event('app_home_opened', async ({ event, client }) => {
        const blocks = [{ type: 'actions', block_id: 'row', elements: [MORE] } as const]
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
      })
      app.action('more', async ({ ack }) => ack())
    })
    slack.openHome(asker)
    const home = await slack.until(() => slack.homeOf(asker), 'a home tab')
    const pressed = slack.click(home, 'More', asker)
    await pressed.acked()
    expect(pressed.payload).toMatchObject({
      container: { type: 'view', view_id: home.id },
      actions: [{ value: '2' }],
    })
  })
})

describe('a workspace besides the first', () => {
  it('has its own token, people and channels, and is named in what the app gets', async () => {
    const slack = await start()
    const second = slack.addWorkspace('Second')
    const teams: unknown[] = []
    await connect(slack, 'socket', {
      app: {
        token: undefined,
        authorize: async ({ teamId }: { teamId?: string }) => ({
          botToken: teamId === second.id ? second.token : slack.token,
        }),
      } as never,
      register: app =>
        app.event('app_mention', async ({ body, client, event }) => {
          teams.push(body.team_id)
          await client.chat.postMessage({ channel: event.channel, text: 'here' })
        }),
    })
    const user = slack.addUser('Asker', { workspace: second })
    const channel = slack.addChannel('jobs', { workspace: second, members: [user] })
    slack.mention(channel, user, 'hi')
    expect((await slack.nextMessage(channel)).user).toBe(second.bot.id)
    expect(teams).toEqual([second.id])
  })
})

describe('what people cannot do', () => {
  it('is to use commands that are not there, in channels that they do not see, or in other workspaces', async () => {
    const slack = await start({ commands: ['/work'] })
    const user = slack.addUser('Asker')
    const hidden = slack.addChannel('hidden', { kind: 'private' })
    const guest = slack.addUser('Guest', { role: 'guest' })
    const partner = slack.addWorkspace('Partner', { installed: false })
    const stranger = slack.addUser('Stranger', { workspace: partner })
    expect(() => slack.slash(user, '/jobs')).toThrow(/not a valid command/)
    expect(() => slack.slash(user, '/work', '', { channel: hidden })).toThrow(/does not see/)
    expect(() => slack.slash(guest, '/work', '', { channel: slack.addChannel('open') })).toThrow(
      /does not see/,
    )
    expect(() => slack.slash(stranger, '/work')).toThrow(/not installed/)
  })

  it('is to press buttons on private messages of others', async () => {
    const { slack, asker, other } = await open('socket', app => {
      app.command('/jobs', async ({ ack }) =>
        ack({ blocks: [{ type: 'actions', elements: [MORE] }], text: 'x' }),
      )
    })
    const answer = await slack.slash(asker, '/jobs').response()
    expect(() => slack.click(answer, 'More', other)).toThrow(/does not see/)
  })
})

describe.each(MODES)('a mention over %s', mode => {
  it('reaches the app, which answers in the thread', async () => {
    const { slack, asker, channel } = await open(mode, app => {
      app.event('app_mention', async ({ event, client }) => {
        await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: event.text })
      })
    })
    const asked = slack.mention(channel, asker, 'bakers & cooks?')
    const answer = await slack.nextMessage(channel)
    expect(answer).toMatchObject({ thread_ts: asked.ts, text: `<@${slack.bot.id}> bakers &amp; cooks?` })
    expect(slack.messages(channel, { thread: asked })).toHaveLength(2)
  })
})
