import type { Command } from 'commander'
import type { ServerSettings } from '../platform.ts'
import { loadSettings } from '../settings.ts'
import { openStore } from '../store/open-store.ts'
import { writeLine } from './output.ts'

interface DiscordAccess {
  /** null where it is not set. */
  readonly token: string | null
  readonly apiUrl: string | null
  readonly print: (line: string) => void
}

/** What the command line does at Discord. */
export interface DiscordCommands {
  runDiscordSetup(options: DiscordAccess): Promise<void>
  /** @returns the exit status */
  runDiscordDoctor(
    options: DiscordAccess & {
      readonly readsContent: boolean
      readonly adminChannelId: string | null
      readonly loadServer: (serverId: string) => Promise<ServerSettings | null>
    },
  ): Promise<number>
}

interface DiscordSurroundings {
  readonly env: NodeJS.ProcessEnv
  /** Loaded only when it is asked for. */
  readonly loadDiscord: () => Promise<DiscordCommands>
}

/** Adds what an admin does at Discord before and beside the bot's own work. */
export function describeDiscord(
  discord: Command,
  surroundings: DiscordSurroundings,
  end: (status: number) => void,
): void {
  discord
    .command('setup')
    .description('register the commands and print the links that add the bot')
    .action(async () => {
      const { runDiscordSetup } = await surroundings.loadDiscord()
      const { discordToken: token, discordApiUrl: apiUrl } = loadSettings(surroundings.env)
      await runDiscordSetup({ token, apiUrl, print: writeLine })
    })
  discord
    .command('doctor')
    .description('check token, intents, commands, servers, channels and permissions, and say how to fix each')
    .action(async () => end(await examine(surroundings)))
}

/** What servers set for themselves is in the store. */
async function examine({ env, loadDiscord }: DiscordSurroundings): Promise<number> {
  const { discordToken: token, discordApiUrl: apiUrl, ...settings } = loadSettings(env)
  const { runDiscordDoctor } = await loadDiscord()
  const store = await openStore(settings.databaseUrl)
  try {
    return await runDiscordDoctor({
      token,
      apiUrl,
      print: writeLine,
      readsContent: settings.discordReadsContent,
      adminChannelId: readChannelId(settings.adminChannel),
      loadServer: serverId => store.servers.load(`discord:${serverId}`),
    })
  } finally {
    await store.close()
  }
}

function readChannelId(channel: string | null): string | null {
  const start = 'discord:'
  return channel?.startsWith(start) ? channel.slice(start.length) : null
}
