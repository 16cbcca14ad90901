import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { runDiscordDoctor, runDiscordSetup } from '../../../adapters/discord/discord-command.ts'
import { NEEDED_PERMISSIONS } from '../../../adapters/discord/invite-links.ts'
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts'
import { trackOpened } from '../../fakes/discord/track-opened.ts'

const opened = trackOpened()
afterEach(opened.closeAll)

async function run(
  command: typeof runDiscordSetup | typeof runDiscordDoctor,
  discord: FakeDiscord,
  token = discord.token,
) {
  const lines: string[] = []
  const status = await command({ token, apiUrl: discord.url, print: line => void lines.push(line) })
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
    await expect(run(runDiscordSetup, discord, 'wrong')).rejects.toMatchObject({
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
    const { text, status } = await run(runDiscordDoctor, await opened.start(), 'wrong')
    expect(text).toMatch(/✗ token: .*\n {2}Copy the token/)
    expect(status).toBe(1)
  })
})
