import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { afterEach, describe, expect, it } from 'vitest'
import type { BoltMode } from './slack/connect-bolt.ts'
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
