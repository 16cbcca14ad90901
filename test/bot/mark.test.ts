import { afterEach, describe, expect, it } from 'vitest'
import { makeBoard } from '../fakes/make-board.ts'
import { findButton, listCards, type OpenedBot, openBot, readText } from './open-bot.ts'

const bots: OpenedBot[] = []
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.store.close()
})

async function open(): Promise<OpenedBot> {
  const bot = await openBot()
  bots.push(bot)
  return bot
}

/** Opens the details of the first posting of a list. */
async function openDetails(bot: OpenedBot) {
  return bot.press(findButton(await bot.say('go'), 'Details'))
}

describe('saving a posting', () => {
  it('lists it under “saved”, for the member alone, until it is taken back', async () => {
    const bot = await open()
    const saved = await bot.press(findButton(await openDetails(bot), 'Save'))
    expect(saved.viewers).toBe('asker')
    expect(readText(saved)).toContain('Saved “Backend Engineer”')
    const list = await bot.say('saved')
    expect(list.viewers).toBe('asker')
    expect(readText(list)).toContain('1 saved posting')
    expect(listCards(list)).toHaveLength(1)
    expect(readText(await bot.say('saved', { name: 'bob' }))).toContain('saved nothing yet')
    await bot.press(findButton(saved, 'Undo'))
    expect(readText(await bot.say('saved'))).toContain('saved nothing yet')
  })

  it('is offered where it is not saved yet, and taking it back where it is', async () => {
    const bot = await open()
    const details = await openDetails(bot)
    expect(findButton(details, 'Remove')).toBeUndefined()
    await bot.press(findButton(details, 'Save'))
    expect(findButton(await openDetails(bot), 'Save')).toBeUndefined()
    expect(readText(await bot.press(findButton(await openDetails(bot), 'Remove')))).toContain('no longer')
    expect(findButton(await openDetails(bot), 'Save')).toBeDefined()
  })

  it('outlives a reload, and says what is no longer there', async () => {
    const bot = await open()
    await bot.press(findButton(await openDetails(bot), 'Save'))
    bot.reload(makeBoard(2, 30))
    const list = await bot.say('saved')
    expect(list.blocks.find(block => block.type === 'posting')).toMatchObject({
      title: 'Backend Engineer',
      outcome: 'no longer among the postings',
    })
  })

  it('says that a posting is gone instead of saving it', async () => {
    const bot = await open()
    const save = findButton(await openDetails(bot), 'Save')
    bot.reload(makeBoard(2, 30))
    expect(readText(await bot.press(save))).toContain('no longer there')
    expect(await bot.store.marks.listIds('test:ann', 'saved')).toEqual([])
  })

  it('turns the pages of a long list in place', async () => {
    const bot = await open()
    for (const { posting } of makeBoard(5).entries)
      await bot.ask({
        type: 'press',
        key: await bot.store.buttons.save(
          { type: 'save', postingId: posting.id },
          new Date('2026-06-01T09:00:00Z'),
        ),
      })
    const first = await bot.say('saved')
    expect(listCards(first)).toHaveLength(3)
    const second = await bot.press(findButton(first, 'More'))
    expect(second.isReplacement).toBe(true)
    expect(listCards(second)).toHaveLength(2)
    expect(listCards(await bot.press(findButton(second, 'Back')))).toEqual(listCards(first))
  })
})

describe('not being interested in a posting', () => {
  it('leaves it out of what the member alone sees, and says so', async () => {
    const bot = await open()
    const before = listCards(await bot.say('go'))
    const done = await bot.press(findButton(await openDetails(bot), 'Not interested'))
    expect(readText(done)).toContain('left out')
    const after = await bot.say('go')
    expect(listCards(after)).not.toContain(before[0])
    expect(readText(after)).toContain('4 of 5 postings match')
    expect(readText(after)).toContain('1 posting left out that you are not interested in')
    expect(listCards(await bot.say('go', { name: 'bob' }))).toEqual(before)
    await bot.press(findButton(done, 'Undo'))
    expect(listCards(await bot.say('go'))).toEqual(before)
  })

  it('changes nothing in what everybody sees', async () => {
    const bot = await open()
    await bot.press(findButton(await openDetails(bot), 'Not interested'))
    const shown = await bot.say('go', { surface: { viewers: 'place' } })
    expect(readText(shown)).toContain('5 of 5 postings match')
  })
})
