import { afterEach, describe, expect, it } from 'vitest'
import { buttonsOf, MODES, textOf, titlesOf, trackRolecalls } from './open-rolecall.ts'

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
      .poll(() => titlesOf(slack.message(list) ?? slack.messages(channel, { as: user })[0] ?? { blocks: [] }))
      .toHaveLength(1)
  })

  it.each(['help', 'stats', 'saved'])('answers the word %s', async word => {
    const { slack, user } = await rolecalls.open({ mode })
    expect(textOf(await slack.slash(user, '/jobs', word).response()).length).toBeGreaterThan(20)
  })
})
