import { afterEach, describe, expect, it } from 'vitest'
import { makeBoard } from '../../fakes/make-board.ts'
import {
  buttonsOf,
  MODES,
  type OpenedRolecall,
  optionOf,
  partsOf,
  textOf,
  titlesOf,
  trackRolecalls,
} from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const HALF_AN_HOUR_MS = 31 * 60_000

const ask = ({ slack, user, channel }: OpenedRolecall, words = 'go jobs') =>
  slack.slash(user, '/jobs', words, { channel }).response()

/** The list in the thread of a mention. */
async function mention({ slack, user, channel }: OpenedRolecall, words = 'go jobs') {
  return slack.nextMessage(channel, { after: slack.mention(channel, user, words) })
}

describe.each(MODES)('the controls of an answer over %s', mode => {
  it('offer in a menu what would find something', async () => {
    const rolecall = await rolecalls.open({ mode })
    const { slack, user } = rolecall
    const nothing = await ask(rolecall, 'go cobol')
    expect(textOf(nothing)).toContain('None of 9')
    const { action, option } = optionOf(nothing, 'without “COBOL”')
    const found = await slack.select(nothing, action, user, option).response()
    expect(titlesOf(found)).toHaveLength(4)
    expect(found.ts).toBe(nothing.ts)
  })

  it('go on in the middle of a list after a restart', async () => {
    const rolecall = await rolecalls.open({ mode })
    const { slack, user, restart } = rolecall
    const second = await slack.click(await ask(rolecall), 'More (5)', user).response()
    await restart()
    const third = await slack.click(second, 'More (1)', user).response()
    expect(titlesOf(third)).toEqual(['9. Backend Engineer'])
  })

  it('change the message of the asker, and give anybody else a copy of their own', async () => {
    const rolecall = await rolecalls.open({ mode })
    const { slack, channel, user, other } = rolecall
    const list = await mention(rolecall)
    const copy = await slack.click(list, 'More (5)', other).response()
    expect(copy.is_ephemeral).toBe(true)
    expect(titlesOf(copy)[0]).toMatch(/^5\. /)
    expect(titlesOf(slack.message(list) ?? list)[0]).toMatch(/^1\. /)
    const own = await slack.click(list, 'More (5)', user).response()
    expect(own.ts).toBe(list.ts)
    expect(slack.messages(channel, { thread: { ts: list.thread_ts ?? '' } })).toHaveLength(2)
  })

  it('open a form in a thread and show there what was made of it', async () => {
    const rolecall = await rolecalls.open({ mode })
    const { slack, channel, user } = rolecall
    const list = await mention(rolecall)
    const ways = await slack.click(list, 'Edit', user).response()
    expect(ways.is_ephemeral).toBe(true)
    expect(ways.thread_ts).toBe(list.thread_ts)
    const form = await slack.click(ways, 'Refine…', user).modal()
    await slack.submitModal(form, { Question: 'go at Company 3' }).acked()
    const edited = await slack.until(
      () => slack.messages(channel, { as: user }).find(message => titlesOf(message).length === 1),
      'the answer to the form',
    )
    expect(edited.thread_ts).toBe(list.thread_ts)
  })
})

describe('the details of a posting', () => {
  it('can be kept, let go of and kept again without leaving the window', async () => {
    const rolecall = await rolecalls.open()
    const { slack, user, store } = rolecall
    const view = await slack.click(await ask(rolecall), 'Details', user).modal()
    expect(buttonsOf(view)).toEqual(expect.arrayContaining(['Save', 'Not interested', 'Report…']))
    const saved = await slack.click(view, 'Save', user).modal()
    const undone = slack.click(saved, 'Undo', user)
    await undone.acked()
    const back = await slack.until(() => {
      const shown = slack.modalOf(user)
      return shown !== null && textOf(shown).includes('no longer among') ? shown : null
    }, 'the view after undoing')
    expect(back.id).toBe(saved.id)
    expect(await store.marks.listIds(`slack:${user.id}`, 'saved')).toEqual([])
  })

  it('can be dismissed, which leaves the posting out of private answers', async () => {
    const rolecall = await rolecalls.open()
    const { slack, user } = rolecall
    const view = await slack.click(await ask(rolecall), 'Details', user).modal()
    expect(textOf(await slack.click(view, 'Not interested', user).modal())).toContain('left out')
    expect(textOf(await ask(rolecall))).toContain('1 posting left out')
  })

  it('can be reported in a form on top of them', async () => {
    const rolecall = await rolecalls.open()
    const { slack, user, store } = rolecall
    const view = await slack.click(await ask(rolecall), 'Details', user).modal()
    const form = await slack.click(view, 'Report…', user).modal()
    const sent = slack.submitModal(form, { 'What is wrong?': 'It is closed' })
    await sent.acked()
    const thanks = await slack.until(() => {
      const shown = slack.modalOf(user)
      return shown !== null && textOf(shown).includes('Thank you') ? shown : null
    }, 'thanks')
    expect(thanks.id).toBe(form.id)
    expect(await store.audit.list(1)).toMatchObject([{ action: 'report', memberId: `slack:${user.id}` }])
  })

  it('are said beside the message where they come too late for a window', async () => {
    const rolecall = await rolecalls.open()
    const { slack, user, through } = rolecall
    const list = await ask(rolecall)
    through(handle => async request => {
      await new Promise(resolve => setTimeout(resolve, 2200))
      return handle(request)
    })
    const pressed = slack.click(list, 'Details', user)
    await pressed.acked()
    expect(pressed.ackMs).toBeLessThan(3000)
    expect(textOf(await pressed.response(0, 8000))).toContain('Skills')
  })

  it('that are gone are said to be gone', async () => {
    const rolecall = await rolecalls.open()
    const { slack, user, reload } = rolecall
    const list = await ask(rolecall)
    reload(makeBoard(1, 20))
    const last = partsOf(list)
      .filter(part => part.action_id?.startsWith('views:'))
      .at(-1)
    const view = await slack.click(list, last?.action_id ?? '', user).modal()
    expect(textOf(view)).toContain('no longer there')
  })
})

describe('an address for answers', () => {
  it('that is used up does not keep an answer from its asker', async () => {
    const rolecall = await rolecalls.open()
    const { slack, channel, user, through } = rolecall
    const list = await ask(rolecall)
    through(handle => async request => {
      await slack.until(() => slack.deliveries.at(-1)?.outcome, 'the acknowledgement')
      slack.clock.advance(HALF_AN_HOUR_MS)
      return handle(request)
    })
    await slack.click(list, 'More (5)', user).acked()
    const next = await slack.until(
      () => slack.messages(channel, { as: user }).find(message => titlesOf(message)[0]?.startsWith('5. ')),
      'the second page',
    )
    expect(next.is_ephemeral).toBe(true)
  })

  it('that is used up does not keep a public message from changing', async () => {
    const rolecall = await rolecalls.open()
    const { slack, user, through } = rolecall
    const list = await mention(rolecall)
    through(handle => async request => {
      await slack.until(() => slack.deliveries.at(-1)?.outcome, 'the acknowledgement')
      slack.clock.advance(HALF_AN_HOUR_MS)
      return handle(request)
    })
    await slack.click(list, 'More (5)', user).acked()
    await slack.until(() => titlesOf(slack.message(list) ?? list)[0]?.startsWith('5. ') || null, 'the change')
  })

  it('takes five messages, and more go another way', async () => {
    const rolecall = await rolecalls.open()
    const { slack, channel, user } = rolecall
    const list = await ask(rolecall)
    for (const _ of [1, 2, 3, 4, 5, 6, 7]) {
      const shared = await slack.click(list, 'Share in channel', user).response()
      expect(titlesOf(shared)).toHaveLength(4)
    }
    expect(slack.messages(channel)).toHaveLength(7)
  })

  it('of a form that was open for long is not needed', async () => {
    const rolecall = await rolecalls.open()
    const { slack, channel, user } = rolecall
    const ways = await slack.click(await ask(rolecall), 'Edit', user).response()
    const form = await slack.click(ways, 'Refine…', user).modal()
    slack.clock.advance(HALF_AN_HOUR_MS)
    await slack.submitModal(form, { Question: 'go at Company 3' }).acked()
    await slack.until(
      () => slack.messages(channel, { as: user }).find(message => titlesOf(message).length === 1),
      'the answer to the form',
    )
  })
})

describe('a list', () => {
  it('says that the postings changed and offers to ask again', async () => {
    const rolecall = await rolecalls.open()
    const { slack, user, reload } = rolecall
    const list = await ask(rolecall)
    reload(makeBoard(9, 20))
    const notice = await slack.click(list, 'More (5)', user).response()
    expect(textOf(notice)).toContain('The postings changed')
    expect(titlesOf(await slack.click(notice, 'Ask again', user).response())).toHaveLength(4)
  })

  it('is drawn plainly where cards are switched off, and acts the same', async () => {
    const rolecall = await rolecalls.open({ cardStyle: 'section' })
    const { slack, user } = rolecall
    const list = await ask(rolecall)
    expect(partsOf(list).some(({ type }) => type === 'card')).toBe(false)
    expect(titlesOf(list)).toHaveLength(4)
    expect(textOf(await slack.click(list, 'Details', user).modal())).toContain('Skills')
  })

  it('fits a phone: a receipt, four cards and one row of controls', async () => {
    const rolecall = await rolecalls.open()
    const list = await ask(rolecall)
    const types = (list.blocks ?? []).map(({ type }) => type)
    expect(types).toEqual(['context', 'section', 'card', 'card', 'card', 'card', 'actions'])
  })

  it('counts by value stand in a table', async () => {
    const rolecall = await rolecalls.open()
    const answer = await ask(rolecall, 'which companies hire for go?')
    expect((answer.blocks ?? []).map(({ type }) => type)).toContain('table')
  })
})
