import type { Client, ClientOptions } from 'discord.js'
import { connectClient } from './connect-client.ts'
import type { FakeDiscord, FakeDiscordOptions } from './fake-discord.ts'
import { startFakeDiscord } from './start-fake-discord.ts'

/** Opens fakes and clients and remembers them, so that a test file can close all of them after each test. */
export interface Opened {
  readonly start: (options?: FakeDiscordOptions) => Promise<FakeDiscord>
  readonly connect: (discord: FakeDiscord, options?: Partial<ClientOptions>) => Promise<Client<true>>
  /** Has a client closed that was not opened here. */
  readonly adopt: <T extends Client>(client: T) => T
  /** Closes everything. @throws Error when a fake saw a contradiction to Discord's document */
  readonly closeAll: () => Promise<void>
}

/** Makes an empty list of what is open. */
export function trackOpened(): Opened {
  const clients: Client[] = []
  const fakes: FakeDiscord[] = []
  const adopt = <T extends Client>(client: T): T => {
    clients.push(client)
    return client
  }
  return {
    start: async options => {
      const discord = await startFakeDiscord(options)
      fakes.push(discord)
      return discord
    },
    connect: async (discord, options) => adopt(await connectClient(discord, options)),
    adopt,
    closeAll: async () => {
      await Promise.all(clients.splice(0).map(client => client.destroy()))
      await Promise.all(fakes.splice(0).map(discord => discord.stop()))
    },
  }
}
