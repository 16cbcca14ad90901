import { MessageFlags } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createCatalog } from '../../../src/catalog/catalog.ts'
import { collectAll } from '../../../src/reload/collect-postings.ts'
import { openSampleSource } from '../../../src/source/index.ts'
import { makeBoard } from '../../fakes/make-board.ts'
import {
  controlOf,
  numbersOf,
  type OpenedRolecall,
  partsOf,
  textOf,
  trackRolecalls,
} from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const EIGHT_DAYS_MS = 8 * 86_400_000
const isHidden = ({ flags }: { readonly flags?: number }) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0

/** A list that everybody in the channel sees. */
async function openPublicList(options = {}) {
  const rolecall = await rolecalls.open(options)
  const { discord, channel, user } = rolecall
  const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
  return { ...rolecall, list: await discord.nextMessage(channel, asked) }
}

async function openPrivateList(options = {}) {
  const rolecall = await rolecalls.open(options)
  const { discord, user } = rolecall
  return { ...rolecall, list: await discord.slash(user, 'jobs search', { question: 'go' }).response() }
}

type Message = Parameters<typeof textOf>[0] & Parameters<OpenedRolecall['discord']['click']>[0]

/** Presses and gives the message back as it is once it lists something else. */
async function turn({ discord, user }: OpenedRolecall, list: Message, label: string) {
  const before = numbersOf(list).join()
  return discord
    .click(list, controlOf(list, label), user)
    .messageThat(message => numbersOf(message).join() !== before)
}

describe('the buttons of a list', () => {
  it('turn its pages in place, for the asker', async () => {
    const rolecall = await openPrivateList()
    const second = await turn(rolecall, rolecall.list, 'More')
    expect(second.id).toBe(rolecall.list.id)
    expect(numbersOf(second)).toEqual([5, 6, 7, 8])
    const third = await turn(rolecall, second, 'More')
    expect(numbersOf(third)).toEqual([9])
    expect(numbersOf(await turn(rolecall, third, 'Back'))).toEqual([5, 6, 7, 8])
  })

  it('turn pages after a restart in between', async () => {
    const rolecall = await openPublicList()
    const second = await turn(rolecall, rolecall.list, 'More')
    await rolecall.restart()
    expect(numbersOf(await turn(rolecall, second, 'More'))).toEqual([9])
  })

  it('give anybody else a private copy of their own and leave the message of the asker alone', async () => {
    const rolecall = await openPublicList()
    const { discord, other, list } = rolecall
    const copy = await discord.click(list, controlOf(list, 'More'), other).followUp()
    expect(isHidden(copy)).toBe(true)
    expect(numbersOf(copy)).toEqual([5, 6, 7, 8])
    expect(numbersOf(discord.message(list) ?? list)).toEqual([1, 2, 3, 4])
    const further = await turn({ ...rolecall, user: other }, copy, 'More')
    expect(further.id).toBe(copy.id)
    expect(numbersOf(further)).toEqual([9])
  })

  it('share a private answer with the channel, and the shared one belongs to who shared it', async () => {
    const { discord, channel, user, other, list } = await openPrivateList()
    const shared = await discord.click(list, controlOf(list, 'Share'), user).followUp()
    expect(isHidden(shared)).toBe(false)
    expect(textOf(shared)).toContain('“go”')
    expect(numbersOf(shared)).toEqual([1, 2, 3, 4])
    expect(discord.messages(channel, { as: other }).map(({ id }) => id)).toEqual([shared.id])
    const copy = await discord.click(shared, controlOf(shared, 'More'), other).followUp()
    expect(isHidden(copy)).toBe(true)
  })

  it('open a form with the question, and show what was made of it in place', async () => {
    const { discord, user, list } = await openPrivateList()
    const ways = await discord
      .click(list, controlOf(list, 'Edit'), user)
      .messageThat(message => textOf(message).includes('Change the question'))
    const opened = discord.click(ways, controlOf(ways, 'Refine'), user)
    expect(JSON.stringify(await opened.modal())).toContain('"value":"go"')
    const sent = discord.submitModal(opened, { question: 'go at Company 3' })
    const edited = await sent.messageThat(message => textOf(message).includes('Company 3'))
    expect(edited.id).toBe(list.id)
    expect(numbersOf(edited)).toEqual([1])
  })

  it('answer a form from somebody else privately', async () => {
    const { discord, other, list } = await openPublicList()
    const ways = await discord.click(list, controlOf(list, 'Edit'), other).followUp()
    expect(isHidden(ways)).toBe(true)
    const opened = discord.click(ways, controlOf(ways, 'Refine'), other)
    await opened.modal()
    const answer = await discord
      .submitModal(opened, { question: 'go at Company 3' })
      .messageThat(message => textOf(message).includes('Company 3'))
    expect(isHidden(answer)).toBe(true)
    expect(numbersOf(answer)).toEqual([1])
    expect(numbersOf(discord.message(list) ?? list)).toEqual([1, 2, 3, 4])
  })

  it('offer in a menu what would find something', async () => {
    const { discord, user } = await rolecalls.open()
    const nothing = await discord.slash(user, 'jobs search', { question: 'go cobol' }).response()
    expect(textOf(nothing)).toContain('None of 9')
    const option = partsOf(nothing)
      .flatMap(part => part.options ?? [])
      .find(({ label }) => label.startsWith('without “COBOL”'))
    const picked = discord.select(nothing, controlOf(nothing, 'without “COBOL”'), user, [option?.value ?? ''])
    const found = await picked.messageThat(message => numbersOf(message).length > 0)
    expect(found.id).toBe(nothing.id)
    expect(numbersOf(found)).toEqual([1, 2, 3, 4])
  })

  it('narrow a long list by what its postings differ in', async () => {
    const { postings } = await collectAll([openSampleSource({ maxDocumentBytes: 1_048_576 })])
    const { discord, user } = await rolecalls.open({ catalog: createCatalog(postings) })
    const list = await discord.slash(user, 'jobs search', { question: 'python' }).response()
    const menu = controlOf(list, 'only remote')
    const option = partsOf(list)
      .flatMap(part => part.options ?? [])
      .find(({ label }) => label.startsWith('only remote'))
    const picked = discord.select(list, menu, user, [option?.value ?? ''])
    const narrowed = await picked.messageThat(message => textOf(message).includes('**remote**'))
    expect(narrowed.id).toBe(list.id)
    expect(textOf(narrowed)).toContain('**Python**')
  })

  it('say that the postings changed and offer to ask again', async () => {
    const rolecall = await openPrivateList()
    const { discord, user, list, reload } = rolecall
    reload(makeBoard(9, 20))
    const notice = await discord.click(list, controlOf(list, 'More'), user).followUp()
    expect(isHidden(notice)).toBe(true)
    expect(textOf(notice)).toContain('The postings changed')
    expect(numbersOf(discord.message(list) ?? list)).toEqual([1, 2, 3, 4])
    expect(numbersOf(await turn(rolecall, notice, 'Ask again'))).toEqual([1, 2, 3, 4])
  })

  it('say that a posting is gone', async () => {
    const { discord, user, list, reload } = await openPrivateList()
    reload(makeBoard(1, 20))
    const details = partsOf(list).filter(part => part.label === 'Details')
    const answer = await discord.click(list, details[3]?.custom_id ?? '', user).followUp()
    expect(textOf(answer)).toContain('no longer there')
  })

  it('say that they are too old after seven days', async () => {
    const { discord, user, list, wait } = await openPrivateList()
    wait(EIGHT_DAYS_MS)
    const answer = await discord.click(list, controlOf(list, 'More'), user).followUp()
    expect(isHidden(answer)).toBe(true)
    expect(textOf(answer)).toContain('older than seven days')
    const edit = discord.click(list, controlOf(list, 'Edit'), user)
    expect(textOf(await edit.followUp())).toContain('older than seven days')
  })

  it('work in a direct message, with details that stay', async () => {
    const rolecall = await rolecalls.open()
    const { discord, user } = rolecall
    const asked = discord.dm(user, 'go')
    const list = await discord.nextMessage({ id: asked.channel_id }, asked)
    const second = await turn(rolecall, list, 'More')
    expect(numbersOf(second)).toEqual([5, 6, 7, 8])
    const details = await discord.click(second, controlOf(second, 'Details'), user).followUp()
    expect(isHidden(details)).toBe(false)
  })
})
