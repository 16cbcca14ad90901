import { MessageFlags } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createTellAdmins } from '../../../src/bot/tell-admins.ts'
import { createLog } from '../../../src/log.ts'
import type { Reply } from '../../../src/reply.ts'
import {
  controlOf,
  numbersOf,
  type OpenedRolecall,
  partsOf,
  type RolecallOptions,
  textOf,
  trackRolecalls,
} from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

const isHidden = ({ flags }: { readonly flags?: number }) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0

/** The details of the first posting of a list that only the asker sees. */
async function openDetails(rolecall: OpenedRolecall) {
  const { discord, user } = rolecall
  const list = await discord.slash(user, 'jobs search', { question: 'go' }).response()
  return { list, details: await discord.click(list, controlOf(list, 'Details'), user).followUp() }
}

describe('a posting that is saved', () => {
  it('is listed by /jobs saved until it is taken back', async () => {
    const rolecall = await rolecalls.open()
    const { discord, user, other } = rolecall
    const { details } = await openDetails(rolecall)
    const saved = await discord.click(details, controlOf(details, 'Save'), user).followUp()
    expect(isHidden(saved)).toBe(true)
    expect(textOf(saved)).toContain('Saved “Backend Engineer”')
    const list = await discord.slash(user, 'jobs saved').response()
    expect(numbersOf(list)).toEqual([1])
    expect(textOf(await discord.slash(other, 'jobs saved').response())).toContain('saved nothing yet')
    const again = await discord.click(list, controlOf(list, 'Details'), user).followUp()
    await discord.click(again, controlOf(again, 'Remove from saved'), user).followUp()
    expect(textOf(await discord.slash(user, 'jobs saved').response())).toContain('saved nothing yet')
  })

  it('is still there, struck through, when it is no longer among the postings', async () => {
    const rolecall = await rolecalls.open()
    const { discord, user, reload, restart } = rolecall
    const { details } = await openDetails(rolecall)
    await discord.click(details, controlOf(details, 'Save'), user).followUp()
    reload(null)
    await restart()
    const list = await discord.slash(user, 'jobs saved').response()
    expect(textOf(list)).toContain('no longer among the postings')
    expect(
      partsOf(list)
        .map(part => part.content ?? '')
        .join(),
    ).toMatch(/~~\*\*\[Backend Engineer\]/)
    expect(textOf(list)).not.toContain('not stated')
  })
})

describe('a posting that a member is not interested in', () => {
  it('is left out of their private answers, with an undo', async () => {
    const rolecall = await rolecalls.open()
    const { discord, channel, user } = rolecall
    const { details } = await openDetails(rolecall)
    const done = await discord.click(details, controlOf(details, 'Not interested'), user).followUp()
    const ask = () => discord.slash(user, 'jobs search', { question: 'go' }).response()
    const without = textOf(await ask())
    expect(without).toContain('8 of 9 postings match')
    expect(without).toContain('1 posting left out that you are not interested in')
    const asked = discord.say(channel, user, 'go', { mentions: [discord.bot] })
    expect(textOf(await discord.nextMessage(channel, asked))).toContain('9 of 9')
    await discord.click(done, controlOf(done, 'Undo'), user).followUp()
    expect(textOf(await ask())).toContain('9 of 9')
  })
})

describe('reporting a posting', () => {
  async function report(options: RolecallOptions, tell: (rolecall: OpenedRolecall) => void) {
    const rolecall = await rolecalls.open(options)
    tell(rolecall)
    const { discord, user } = rolecall
    const { details } = await openDetails(rolecall)
    const form = discord.click(details, controlOf(details, 'Report'), user)
    await form.modal()
    const values = { kind: 'closed', note: 'gone since May @everyone' }
    return { ...rolecall, done: await discord.submitModal(form, values).followUp() }
  }

  it('tells the admin channel through the outbox, and pings nobody', async () => {
    const late: { tell: (reply: Reply) => Promise<boolean> } = { tell: async () => false }
    const { discord, guild, done } = await report(
      { deps: { tellAdmins: reply => late.tell(reply) } },
      ({ discord, guild, outbox }) => {
        const admins = discord.addChannel(guild, 'admins')
        const outboxes = new Map([['discord', outbox]])
        late.tell = createTellAdmins(`discord:${admins.id}`, outboxes, createLog('silent'))
      },
    )
    expect(isHidden(done)).toBe(true)
    expect(textOf(done)).toContain('The admins were told')
    expect(guild.id).not.toBe('')
    const sent = discord.requests.find(
      ({ path, body }) => path.startsWith('/channels/') && JSON.stringify(body)?.includes('It is closed'),
    )
    const [message] = discord.messages({ id: sent?.path.split('/')[2] ?? '' })
    expect(textOf(message ?? {})).toContain('gone since May')
    expect(message?.mention_everyone).toBe(false)
  })

  it('keeps the report where there is no admin channel, and says so', async () => {
    const { store, done } = await report({}, () => {})
    expect(textOf(done)).toContain('kept for the admins')
    expect(await store.audit.list(1)).toMatchObject([
      { action: 'report', detail: { values: { kind: ['closed'] } } },
    ])
  })
})

describe('Edit', () => {
  async function openWays(question: string) {
    const rolecall = await rolecalls.open()
    const { discord, user } = rolecall
    const list = await discord.slash(user, 'jobs search', { question }).response()
    const ways = await discord
      .click(list, controlOf(list, 'Edit'), user)
      .messageThat(message => textOf(message).includes('Change the question'))
    expect(ways.id).toBe(list.id)
    const pick = (label: string) => {
      const option = partsOf(ways)
        .flatMap(part => part.options ?? [])
        .find(candidate => candidate.label.includes(label))
      return discord
        .select(ways, controlOf(ways, option?.label ?? label), user, [option?.value ?? ''])
        .messageThat(message => numbersOf(message).length > 0)
    }
    return { ...rolecall, ways, pick }
  }

  it('drops a condition in place', async () => {
    const { pick } = await openWays('remote go jobs at company 3')
    expect(textOf(await pick('Company 3'))).toContain('9 of 9 postings match')
  })

  it('sorts in place', async () => {
    const { pick } = await openWays('remote go jobs')
    expect(textOf(await pick('highest pay first'))).toMatch(/Company 8.*Company 7.*Company 6/s)
  })

  it('lets in what is not stated', async () => {
    const { pick } = await openWays('go jobs, at least 3 years')
    expect(textOf(await pick('also 9 that do not state'))).toContain('9 of 9 postings match')
  })

  it('goes back to the list', async () => {
    const { discord, user, ways } = await openWays('go')
    const list = await discord
      .click(ways, controlOf(ways, 'Back'), user)
      .messageThat(message => numbersOf(message).length > 0)
    expect(list.id).toBe(ways.id)
  })
})
