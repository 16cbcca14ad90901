import { afterEach, describe, expect, it } from 'vitest'
import { findForm, type OpenedBot, openBot, readText } from './open-bot.ts'

const bots: OpenedBot[] = []
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.store.close()
})

async function open(): Promise<OpenedBot> {
  const bot = await openBot()
  bots.push(bot)
  return bot
}

const RULER = { member: { managesServer: true } }

describe('the settings of a server', () => {
  it('are shown as they are, and kept as they are sent back', async () => {
    const bot = await open()
    const form = findForm(await bot.use('admin settings', RULER))
    expect(form?.fields).toMatchObject([
      { name: 'answers', chosen: ['asker'] },
      { name: 'channels', chosen: [] },
      { name: 'listens', chosen: [] },
    ])
    const values = { answers: ['place'], channels: ['C1', 'C2'], listens: ['C2'] }
    expect(readText(await bot.send(form, values, RULER))).toContain('Saved')
    expect(await bot.store.servers.load('test:S1')).toEqual({
      answers: 'place',
      channels: ['C1', 'C2'],
      listens: ['C2'],
    })
    expect(findForm(await bot.use('admin settings', RULER))?.fields).toMatchObject([
      { chosen: ['place'] },
      { chosen: ['C1', 'C2'] },
      { chosen: ['C2'] },
    ])
  })

  it('say where the bot cannot hear what they ask it to hear', async () => {
    const bot = await openBot({ deafOn: ['test'] })
    bots.push(bot)
    const save = async (listens: readonly string[]) => {
      const form = findForm(await bot.use('admin settings', RULER))
      return readText(await bot.send(form, { answers: ['asker'], listens }, RULER))
    }
    expect(await save(['C2'])).toContain('ROLECALL_DISCORD_MESSAGE_CONTENT')
    expect(await save([])).not.toContain('ROLECALL_DISCORD_MESSAGE_CONTENT')
  })

  it('are refused to others, who learn why, and every use is written down', async () => {
    const bot = await open()
    const denied = await bot.use('admin settings')
    expect(findForm(denied)).toBeNull()
    expect(readText(denied)).toContain('Only people who manage this server')
    const form = findForm(await bot.use('admin settings', RULER))
    expect(readText(await bot.send(form, { answers: ['place'] }))).toContain('Only people who manage')
    expect(await bot.store.servers.load('test:S1')).toBeNull()
    const entries = await bot.store.audit.list(9)
    expect(entries.map(({ isAllowed }) => isAllowed)).toEqual([false, true, false])
    expect(entries[0]).toMatchObject({ action: 'server-settings', memberId: 'test:ann' })
  })
})
