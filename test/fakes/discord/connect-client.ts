import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js'
import type { FakeDiscord } from './fake-discord.ts'

/** The intents of a bot that needs no privileged one. */
export const PLAIN_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
]

/** Logs the real discord.js client in and waits until it is ready; whoever calls this destroys the client. */
export async function connectClient(
  discord: FakeDiscord,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = createClient(discord, options)
  const ready = new Promise<Client<true>>(resolve => void client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  return ready
}

/** The real discord.js client, pointed at a fake and not logged in. */
export function createClient(discord: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options
  return new Client({
    intents: PLAIN_INTENTS,
    partials: [Partials.Channel],
    ...others,
    rest: { api: discord.url, version: '10', offset: 0, ...rest },
  })
}
