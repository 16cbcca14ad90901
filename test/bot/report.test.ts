import { afterEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/reply.ts'
import { makeBoard } from '../fakes/make-board.ts'
import { findButton, findForm, type OpenedBot, openBot, readText } from './open-bot.ts'

const bots: OpenedBot[] = []
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.store.close()
})

async function open(isHeard: boolean) {
  const told: Reply[] = []
  const bot = await openBot({
    tellAdmins: async reply => {
      told.push(reply)
      return isHeard
    },
  })
  bots.push(bot)
  const details = await bot.press(findButton(await bot.say('go'), 'Details'))
  const form = findForm(await bot.press(findButton(details, 'Report')))
  return { bot, told, form }
}

describe('reporting a posting', () => {
  it('asks what is wrong, in a form that Discord and Slack can show', async () => {
    const { form } = await open(true)
    expect(form?.fields).toMatchObject([
      { type: 'choice', name: 'kind', isRequired: true, isMultiple: false },
      { type: 'text', name: 'note', isRequired: false, isLong: true },
    ])
  })

  it('tells the admins what is wrong with which posting and who said so', async () => {
    const { bot, told, form } = await open(true)
    const done = await bot.send(form, { kind: ['closed'], note: [' gone since May '] })
    expect(done.viewers).toBe('asker')
    expect(readText(done)).toContain('The admins were told')
    const text = told.map(readText).join('\n')
    for (const said of ['It is closed', 'Backend Engineer', 'Company', 'gone since May', 'test:ann', '.md'])
      expect(text).toContain(said)
  })

  it('keeps the report also where no channel hears of it, and says so', async () => {
    const { bot, form } = await open(false)
    const done = await bot.send(form, { kind: ['other'] })
    expect(readText(done)).toContain('kept for the admins')
    expect(await bot.store.audit.list(5)).toMatchObject([
      {
        action: 'report',
        memberId: 'test:ann',
        place: { serverId: 'S1', channelId: 'C1' },
        isAllowed: true,
        detail: { values: { kind: ['other'] } },
      },
    ])
  })

  it('says that the posting is gone instead of reporting another', async () => {
    const { bot, told, form } = await open(true)
    bot.reload(makeBoard(2, 30))
    expect(readText(await bot.send(form, { kind: ['closed'] }))).toContain('no longer there')
    expect(told).toEqual([])
  })
})
