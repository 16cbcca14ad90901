import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type DoctorOptions,
  runDiscordDoctor,
  runDiscordSetup,
} from '../../../adapters/discord/discord-command.ts'
import { NEEDED_PERMISSIONS } from '../../../adapters/discord/invite-links.ts'
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { trackOpened } from '../../fakes/discord/track-opened.ts'

const opened = trackOpened()
afterEach(opened.closeAll)

async function run(
  command: typeof runDiscordSetup | typeof runDiscordDoctor,
  discord: FakeDiscord,
  { token = discord.token, ...rest }: Partial<DoctorOptions> = {},
) {
  const lines: string[] = []
  const status = await command({
    token,
    apiUrl: discord.url,
    print: line => void lines.push(line),
    readsContent: false,
    adminChannelId: null,
    loadServer: async () => null,
    ...rest,
  })
  return { text: lines.join('\n'), status }
}

const writes = (discord: FakeDiscord) => discord.requests.filter(({ method }) => method === 'PUT').length

describe('discord setup', () => {
  it('registers the commands once, and prints links with exactly the scopes and permissions needed', async () => {
    const discord = await opened.start()
    const { text } = await run(runDiscordSetup, discord)
    expect(discord.commands().map(({ name }) => name)).toEqual(['jobs', 'jobs-admin'])
    const [server, member] = [...text.matchAll(/https:\S+/g)].map(([link]) => new URL(link).searchParams)
    expect(server?.get('client_id')).toBe(discord.applicationId)
    expect(server?.get('scope')).toBe('bot applications.commands')
    const permissions = BigInt(server?.get('permissions') ?? 0)
    expect(permissions).toBe(Object.values(NEEDED_PERMISSIONS).reduce((all, bit) => all | bit, 0n))
    expect(permissions & PermissionFlagsBits.Administrator).toBe(0n)
    expect([member?.get('scope'), member?.get('integration_type')]).toEqual(['applications.commands', '1'])
    await run(runDiscordSetup, discord)
    expect(writes(discord)).toBe(1)
  })

  it('fails with what to do where the token is refused or missing', async () => {
    const discord = await opened.start()
    await expect(run(runDiscordSetup, discord, { token: 'wrong' })).rejects.toMatchObject({
      code: 'DISCORD_TOKEN_REFUSED',
    })
    const missing = runDiscordSetup({ token: null, apiUrl: discord.url, print: () => {} })
    await expect(missing).rejects.toMatchObject({ code: 'DISCORD_TOKEN_REFUSED' })
  })
})

describe('discord doctor', () => {
  it('is content with a server, the commands and the permissions', async () => {
    const discord = await opened.start()
    discord.addGuild('Guild of Bakers')
    await run(runDiscordSetup, discord)
    const { text, status } = await run(runDiscordDoctor, discord)
    expect(text).not.toContain('✗')
    expect(text).toContain('server Guild of Bakers: all permissions are there')
    expect(text).toContain('/jobs and /jobs-admin are registered')
    expect(text).toContain('no privileged intent is needed')
    expect(status).toBe(0)
  })

  it('says how to fix commands, servers and permissions', async () => {
    const discord = await opened.start()
    const alone = await run(runDiscordDoctor, discord)
    expect(alone.text).toContain('✗ commands')
    expect(alone.text).toContain('✗ servers')
    expect(alone.text).toContain(`client_id=${discord.applicationId}`)
    discord.addGuild('Quiet', { everyone: 0n, botPermissions: PermissionFlagsBits.ViewChannel })
    const { text, status } = await run(runDiscordDoctor, discord)
    expect(text).toContain('✗ server Quiet: lacks Send Messages')
    expect(status).toBe(1)
  })

  it('says that the token is refused', async () => {
    const { text, status } = await run(runDiscordDoctor, await opened.start(), { token: 'wrong' })
    expect(text).toMatch(/✗ token: .*\n {2}Copy the token/)
    expect(status).toBe(1)
  })

  it('tries the channels that servers name and the admin channel, and leaves nothing there', async () => {
    const discord = await opened.start()
    const guild = discord.addGuild('Guild of Bakers')
    const deny = PermissionFlagsBits.SendMessages
    const [good, closed] = [discord.addChannel(guild, 'jobs'), discord.addChannel(guild, 'closed')]
    discord.setOverwrites(closed, [{ target: discord.bot, kind: 'member', deny }])
    await run(runDiscordSetup, discord)
    const settings = { answers: 'asker', channels: [good.id, closed.id], listens: [] } as const
    const { text, status } = await run(runDiscordDoctor, discord, {
      loadServer: async () => settings,
      adminChannelId: '1',
    })
    expect(text).toContain(`✓ channel ${good.id} of Guild of Bakers: the bot may write there`)
    expect(text).toMatch(new RegExp(`✗ channel ${closed.id} .*Missing Permissions.*\\n.*Send Messages`))
    expect(text).toMatch(/✗ admin channel: Unknown Channel.*\n.*ROLECALL_ADMIN_CHANNEL/)
    expect(status).toBe(1)
    expect(discord.messages(good)).toEqual([])
    const well = await run(runDiscordDoctor, discord, { adminChannelId: good.id })
    expect(well.text).toContain('✓ admin channel: the bot may write there')
    expect(well.status).toBe(0)
  })

  it.each([
    [false, false, false, '✓ intents: no privileged intent is needed'],
    [false, true, false, '✗ intents: Guild of Bakers wants every message of a channel read'],
    [true, true, false, '✗ intents: Message Content is off'],
    [true, true, true, '✓ intents: Message Content is on'],
  ])('says what reading every message takes (setting %s, wanted %s, portal %s)', async (...given) => {
    const [readsContent, isWanted, isOn, said] = given
    const { MessageContent } = GatewayIntentBits
    const discord = await opened.start(isOn ? { privilegedIntents: MessageContent } : {})
    const guild = discord.addGuild('Guild of Bakers')
    const listens = isWanted ? [discord.addChannel(guild, 'jobs').id] : []
    const loadServer = async () => ({ answers: 'asker', channels: [], listens }) as const
    const { text } = await run(runDiscordDoctor, discord, { readsContent, loadServer })
    expect(text).toContain(said)
  })
})
