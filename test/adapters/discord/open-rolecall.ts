import type { APIMessage } from 'discord.js'
import { createDiscordPlatform } from '../../../adapters/discord/connect.ts'
import { createOutbox } from '../../../adapters/discord/outbox.ts'
import { type BotDeps, createBot } from '../../../src/bot.ts'
import type { Catalog } from '../../../src/catalog/catalog.ts'
import { createLog } from '../../../src/log.ts'
import type { ChatPlatform, Handle, Outbox } from '../../../src/platform.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import type { FakeDiscord, FakeDiscordOptions } from '../../fakes/discord/fake-discord.ts'
import { trackOpened } from '../../fakes/discord/track-opened.ts'
import { makeBoard } from '../../fakes/make-board.ts'
import { makeBotDeps } from '../../fakes/make-bot-deps.ts'

export const NOW = new Date('2026-06-01T09:00:00Z')

/** What a test of the bot in Discord begins with. */
export interface OpenedRolecall {
  readonly discord: FakeDiscord
  readonly guild: { readonly id: string }
  readonly channel: { readonly id: string }
  readonly user: { readonly id: string; readonly name: string }
  readonly other: { readonly id: string; readonly name: string }
  readonly store: Store
  readonly outbox: Outbox
  /** Stops the bot and starts it again with the same state. */
  readonly restart: () => Promise<void>
  /** Replaces the postings, as a reload does. */
  readonly reload: (catalog: Catalog | null) => void
  /** Puts something between Discord and the bot. */
  readonly through: (wrap: (handle: Handle) => Handle) => void
  /** Lets the bot's own clock run ahead. */
  readonly wait: (ms: number) => void
  readonly stop: () => Promise<void>
}

export interface RolecallOptions extends FakeDiscordOptions {
  readonly catalog?: Catalog | null
  /** What the bot is given besides, such as its admins. */
  readonly deps?: Partial<BotDeps>
  /** Whether the bot asks to read what is not said to it. */
  readonly readsContent?: boolean
}

/** Opens bots on fakes; `closeAll` after each test. */
export function trackRolecalls() {
  const fakes = trackOpened()
  const stops: (() => Promise<void>)[] = []
  return {
    fakes,
    open: async (options: RolecallOptions = {}): Promise<OpenedRolecall> => {
      const discord = await fakes.start(options)
      const opened = await openRolecall(
        discord,
        options.catalog === undefined ? makeBoard(9) : options.catalog,
        options,
      )
      stops.push(opened.stop, () => opened.store.close())
      return opened
    },
    closeAll: async () => {
      for (const stop of stops.splice(0)) await stop()
      await fakes.closeAll()
    },
  }
}

async function openRolecall(
  discord: FakeDiscord,
  first: Catalog | null,
  { deps = {}, readsContent = false }: RolecallOptions,
): Promise<OpenedRolecall> {
  const guild = discord.addGuild('Server')
  const channel = discord.addChannel(guild, 'jobs')
  const [user, other] = [discord.addUser('Asker'), discord.addUser('Other')]
  for (const member of [user, other]) discord.addMember(guild, member)
  const store = await openStore('sqlite::memory:')
  const state = { catalog: first, now: NOW, wrap: (handle: Handle): Handle => handle }
  const log = createLog('silent')
  const bot = createBot({
    ...makeBotDeps(store, () => state.catalog, { now: () => state.now }),
    ...deps,
  })
  const start = async (): Promise<ChatPlatform> => {
    const platform = createDiscordPlatform({
      token: discord.token,
      apiUrl: discord.url,
      readsContent,
      log,
    })
    await platform.start({ ...bot, handle: request => state.wrap(bot.handle)(request) })
    return platform
  }
  let platform = await start()
  return {
    discord,
    guild,
    channel,
    user,
    other,
    store,
    outbox: createOutbox({ token: discord.token, apiUrl: discord.url }),
    restart: async () => {
      await platform.stop()
      platform = await start()
    },
    reload: catalog => void Object.assign(state, { catalog }),
    through: wrap => void Object.assign(state, { wrap }),
    wait: ms => void Object.assign(state, { now: new Date(state.now.getTime() + ms) }),
    stop: () => platform.stop(),
  }
}

interface Part {
  readonly type?: number
  readonly content?: string
  readonly label?: string
  readonly custom_id?: string
  readonly components?: readonly Part[]
  readonly accessory?: Part
  readonly options?: readonly { readonly label: string; readonly value: string }[]
}

/** Every component of a message, also those inside others. */
export function partsOf(message: Pick<APIMessage, 'components'>): readonly Part[] {
  const walk = (part: Part): Part[] => [
    part,
    ...(part.components ?? []).flatMap(walk),
    ...(part.accessory ? walk(part.accessory) : []),
  ]
  return ((message.components ?? []) as readonly Part[]).flatMap(walk)
}

/** What a person reads of a message, with the escapes taken out. */
export function textOf(message: Pick<APIMessage, 'components'>): string {
  const texts = partsOf(message).map(part => part.content ?? '')
  return texts.join('\n').replace(/\\(?=[^A-Za-z0-9\s])/g, '')
}

/** The `custom_id` of the first button or menu whose label or option begins so. */
export function controlOf(message: Pick<APIMessage, 'components'>, label: string): string {
  const found = partsOf(message).find(
    part =>
      part.custom_id !== undefined &&
      (part.label?.startsWith(label) || part.options?.some(option => option.label.startsWith(label))),
  )
  if (found?.custom_id === undefined) throw new Error(`no control ${label}`)
  return found.custom_id
}

/** The numbers of the postings that a message lists. */
export function numbersOf(message: Pick<APIMessage, 'components'>): readonly number[] {
  return [...textOf(message).matchAll(/^\*\*(\d+)\*\* /gm)].map(([, number]) => Number(number))
}
