import { MessageFlags } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { makeBoard } from '../../fakes/make-board.ts'
import { controlOf, numbersOf, partsOf, textOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const QUESTION = 'remote go jobs over 100k'
const isHidden = ({ flags }: { readonly flags?: number }) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0

describe('/jobs', () => {
  it('answers search privately in time, with receipt, count, four cards and buttons', async () => {
    const { discord, user } = await rolecalls.open()
    const asked = discord.slash(user, 'jobs search', { question: QUESTION })
    const answer = await asked.response()
    expect((await asked.acknowledged()).type).toBe(5)
    expect(isHidden(answer)).toBe(true)
    expect(textOf(answer)).toContain('9 of 9 postings match')
    expect(textOf(answer)).toContain('remote')
    expect(numbersOf(answer)).toEqual([1, 2, 3, 4])
    const labels = partsOf(answer).flatMap(part => part.label ?? [])
    expect(labels).toEqual([
      'Details',
      'Details',
      'Details',
      'Details',
      'More (5)',
      'Edit',
      'Share in channel',
    ])
  })

  it('goes on with more and shows a posting by its number', async () => {
    const { discord, user } = await rolecalls.open()
    await discord.slash(user, 'jobs search', { question: QUESTION }).response()
    expect(numbersOf(await discord.slash(user, 'jobs more').response())).toEqual([5, 6, 7, 8])
    const shown = await discord.slash(user, 'jobs show', { number: 2 }).response()
    expect(textOf(shown)).toContain('Backend Engineer')
    expect(textOf(shown)).toContain('**Pay** $')
    expect(partsOf(shown).flatMap(part => part.label ?? [])).toEqual([
      'Apply',
      'Save',
      'Not interested',
      'Report…',
    ])
  })

  it('explains itself and sums the postings up', async () => {
    const { discord, user } = await rolecalls.open()
    expect(textOf(await discord.slash(user, 'jobs help').response())).toContain(
      'Ask about jobs in plain words',
    )
    const stats = textOf(await discord.slash(user, 'jobs stats').response())
    expect(stats).toContain('9 postings')
    expect(stats).toContain('Go 9')
    expect(stats).toContain('board 9')
  })

  it('offers endings of a question from what the postings have', async () => {
    const { discord, user } = await rolecalls.open()
    const values = (typed: string) =>
      discord
        .autocomplete(user, 'jobs search', { question: typed })
        .choices()
        .then(choices => choices.map(choice => choice.value))
    expect(await values('')).toContain('remote ML infra roles over 200k')
    expect(await values('remote g')).toContain('remote Go')
    expect(await values('go at comp')).toContain('go at Company 3')
    expect(await values('jobs united')).toContain('jobs in United States')
    expect((await values('c')).length).toBeLessThanOrEqual(25)
  })

  it('answers whoever installed the app for themselves, in any place', async () => {
    const { discord } = await rolecalls.open()
    const traveller = discord.addUser('Traveller')
    discord.installFor(traveller)
    const group = discord.addGroup([traveller, discord.addUser('Friend')])
    const answer = await discord
      .slash(traveller, 'jobs search', { question: 'go' }, { channel: group })
      .response()
    expect(isHidden(answer)).toBe(true)
    expect(numbersOf(answer)).toEqual([1, 2, 3, 4])
  })

  it('says that there are no postings yet where no source is set up', async () => {
    const { discord, user } = await rolecalls.open({ catalog: null })
    const answer = await discord.slash(user, 'jobs search', { question: 'go' }).response()
    expect(textOf(answer)).toContain('There are no postings yet')
    expect(textOf(answer)).toContain('ROLECALL_DATA')
  })
})

describe('a message to the bot', () => {
  it('is answered in place, for all to see, when it mentions the bot', async () => {
    const { discord, channel, user } = await rolecalls.open()
    const asked = discord.say(channel, user, QUESTION, { mentions: [discord.bot] })
    const answer = await discord.nextMessage(channel, asked)
    expect(answer.message_reference?.message_id).toBe(asked.id)
    expect(numbersOf(answer)).toEqual([1, 2, 3, 4])
    expect(partsOf(answer).flatMap(part => part.label ?? [])).not.toContain('Share in channel')
    expect(answer.mentions).toEqual([])
  })

  it('is answered when it replies to the bot, and goes on from there', async () => {
    const { discord, channel, user } = await rolecalls.open()
    const asked = discord.say(channel, user, QUESTION, { mentions: [discord.bot] })
    const answer = await discord.nextMessage(channel, asked)
    const more = discord.say(channel, user, 'more', { reply: answer })
    expect(numbersOf(await discord.nextMessage(channel, more))).toEqual([5, 6, 7, 8])
  })

  it('is answered in a direct message without a mention', async () => {
    const { discord, user } = await rolecalls.open()
    const asked = discord.dm(user, QUESTION)
    const answer = await discord.nextMessage({ id: asked.channel_id }, asked)
    expect(numbersOf(answer)).toEqual([1, 2, 3, 4])
    expect(partsOf(answer).flatMap(part => part.label ?? [])).not.toContain('Share in channel')
  })

  it('gets no answer when it is not for the bot', async () => {
    const { discord, channel, user } = await rolecalls.open()
    discord.say(channel, user, QUESTION)
    const asked = discord.say(channel, user, 'help', { mentions: [discord.bot] })
    await discord.nextMessage(channel, asked)
    expect(discord.messages(channel)).toHaveLength(3)
  })

  it('without words is told how to ask', async () => {
    const { discord, channel, user } = await rolecalls.open()
    const asked = discord.say(channel, user, '', { mentions: [discord.bot] })
    expect(textOf(await discord.nextMessage(channel, asked))).toContain('plain words')
  })
})

describe('a question', () => {
  it('pings nobody and shows no markup of the asker', async () => {
    const { discord, channel, user } = await rolecalls.open()
    const asked = discord.say(channel, user, 'go **@everyone** [x](https://evil.example)', {
      mentions: [discord.bot],
    })
    const answer = await discord.nextMessage(channel, asked)
    expect(answer.mention_everyone).toBe(false)
    const raw = partsOf(answer).map(part => part.content ?? '')
    expect(raw.join('\n')).not.toMatch(/@everyone|https:\/\/evil|[^\\]\[x/)
  })
})

describe('an answer', () => {
  it('opens all about a posting beside the list, for the presser alone', async () => {
    const { discord, channel, user, other } = await rolecalls.open({ catalog: makeBoard(2) })
    const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
    const list = await discord.nextMessage(channel, asked)
    for (const member of [user, other]) {
      const details = await discord.click(list, controlOf(list, 'Details'), member).followUp()
      expect(isHidden(details)).toBe(true)
      expect(textOf(details)).toContain('**Pay** $')
    }
    expect(numbersOf(discord.message(list) ?? list)).toEqual([1, 2])
  })
})
