import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createLog } from '../../../src/log.ts'
import { openUpkeep } from '../../../src/reload/open-upkeep.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { makeDocument, makeDocuments, makeSource } from '../../reload/make-source.ts'
import { controlOf, NOW, textOf, trackRolecalls } from './open-rolecall.ts'

const rolecalls = trackRolecalls()
afterEach(rolecalls.closeAll)

/** A bot in Discord on a source that the test changes; the asker is its admin. */
async function open() {
  const board = makeSource('board', makeDocuments(6, { company: 'Acme' }))
  const store = await openStore('sqlite::memory:')
  const upkeep = openUpkeep({
    store,
    log: createLog('silent'),
    now: () => NOW,
    given: ['./board'],
    sample: null,
    open: () => board,
    pattern: null,
    limits: { maxNew: 100 },
    measure: async () => ({ memoryBytes: 0, queues: [] }),
  })
  await upkeep.reloader.reload({ by: 'start', isDryRun: false }).result
  const admins: string[] = []
  const catalog = () => upkeep.reloader.current()?.catalog ?? null
  const rolecall = await rolecalls.open({ deps: { upkeep, admins, catalog, store } })
  const { discord, guild, user, other } = rolecall
  admins.push(`discord:${user.id}`)
  // Discord itself hides the command from all others.
  const role = discord.addRole(guild, 'Managers', { permissions: PermissionFlagsBits.ManageGuild })
  for (const member of [user, other]) discord.addMember(guild, member, [role])
  return { ...rolecall, board, store }
}

describe('/jobs-admin', () => {
  it('reloads with a card of what changed, and takes it back by its button', async () => {
    const { discord, user, board } = await open()
    board.documents.push(makeDocument({ title: 'Data Engineer', company: 'Fern' }))
    const card = await discord
      .slash(user, 'jobs-admin reload')
      .messageThat(message => textOf(message).includes('Reloaded: 7 postings'))
    expect(textOf(card)).toContain('Data Engineer · Fern')
    const found = await discord.slash(user, 'jobs search', { question: 'at Fern' }).response()
    expect(textOf(found)).toContain('Data Engineer')
    await discord
      .click(card, controlOf(card, 'Undo'), user)
      .messageThat(message => textOf(message).includes('Undone'))
    const lost = await discord.slash(user, 'jobs search', { question: 'engineer' }).response()
    expect(textOf(lost)).not.toContain('Data Engineer')
  })

  it('tells whoever is no admin so, with the id to put into the settings', async () => {
    const { discord, other } = await open()
    const answer = await discord.slash(other, 'jobs-admin status').response()
    expect(textOf(answer)).toContain('Only admins')
    expect(textOf(answer)).toContain(other.id)
  })

  it('answers an admin alone, also where the server wants answers for everybody', async () => {
    const { discord, user, guild, store, channel } = await open()
    const settings = { answers: 'place', channels: [], listens: [] } as const
    await store.servers.save(`discord:${guild.id}`, settings, NOW)
    await discord.slash(user, 'jobs-admin status', {}, { channel }).response()
    expect(discord.messages(channel)).toEqual([])
    await discord.slash(user, 'jobs stats', {}, { channel }).response()
    expect(discord.messages(channel)).toHaveLength(1)
  })

  it('hides a company at once', async () => {
    const { discord, user } = await open()
    const hidden = await discord.slash(user, 'jobs-admin hide', { what: 'company', value: 'Acme' }).response()
    expect(textOf(hidden)).toContain('6 postings left every answer')
    const answer = await discord.slash(user, 'jobs search', { question: 'engineer' }).response()
    expect(textOf(answer)).not.toContain('Engineer 1')
  })

  it('does by direct message what is said aloud, to its end', async () => {
    const {
      discord,
      user,
      other,
      channel,
      board,
      discord: { bot },
    } = await open()
    board.documents.push(makeDocument({ title: 'Data Engineer', company: 'Fern' }))
    const asked = discord.say(channel, user, `<@${bot.id}> admin reload`)
    expect(textOf(await discord.nextMessage(channel, asked))).toContain('for you alone')
    const dm = discord.openDm(user)
    const read = () => discord.messages(dm).map(textOf).join(' ')
    await discord.until(
      () => (read().includes('Reloaded: 7 postings') ? true : null),
      'the end of the reload',
    )
    const refused = discord.say(channel, other, `<@${bot.id}> admin status`)
    expect(textOf(await discord.nextMessage(channel, refused))).not.toContain(other.id)
  })
})
