import { createSlackPlatform, type SlackPlatform } from '../../../adapters/slack/connect.ts'
import { EVENTS_PATH } from '../../../adapters/slack/receivers.ts'
import type { CardStyle } from '../../../adapters/slack/render.ts'
import { createAlerts } from '../../../src/alert/alerts.ts'
import { createAlertWriter } from '../../../src/bot/write-alert.ts'
import { type BotDeps, createBot } from '../../../src/bot.ts'
import type { Catalog } from '../../../src/catalog/catalog.ts'
import { type HttpServer, startHttpServer } from '../../../src/http.ts'
import { createLog, type Log } from '../../../src/log.ts'
import type { Handle, Outbox } from '../../../src/platform.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import { makeBoard } from '../../fakes/make-board.ts'
import { makeBotDeps } from '../../fakes/make-bot-deps.ts'
import type { FakeChannel, FakeSlack, FakeSlackOptions, FakeUser } from '../../fakes/slack/fake-slack.ts'
import { trackOpened } from '../../fakes/slack/track-opened.ts'
import type { SlackMessage, SlackView } from '../../fakes/slack/world.ts'

export const NOW = new Date('2026-06-01T09:00:00Z')

/** The two ways in. */
export const MODES = ['socket', 'http'] as const
export type Mode = (typeof MODES)[number]

/** What a test of the bot in Slack begins with. */
export interface OpenedRolecall {
  readonly slack: FakeSlack
  readonly channel: FakeChannel
  readonly user: FakeUser
  readonly other: FakeUser
  readonly store: Store
  readonly outbox: Outbox
  /** Whether Slack reaches the bot, as it sees it. */
  readonly isConnected: () => boolean
  /** Stops the bot and starts it again with the same state. */
  readonly restart: () => Promise<void>
  /** Replaces the postings, as a reload does. */
  readonly reload: (catalog: Catalog | null) => void
  /** Puts something between Slack and the bot. */
  readonly through: (wrap: (handle: Handle) => Handle) => void
  readonly stop: () => Promise<void>
}

export interface RolecallOptions extends FakeSlackOptions {
  readonly mode?: Mode
  readonly catalog?: Catalog | null
  readonly cardStyle?: CardStyle
  readonly readsThreads?: boolean
  /** Between the two connections of Socket Mode. */
  readonly spacingMs?: number
  readonly log?: Log
  /** What the bot is given besides, such as its admins. */
  readonly deps?: Partial<BotDeps>
}

/** Opens bots on fakes; `closeAll` after each test. */
export function trackRolecalls() {
  const fakes = trackOpened()
  const stores: Store[] = []
  return {
    fakes,
    open: async (options: RolecallOptions = {}): Promise<OpenedRolecall> => {
      const slack = await fakes.start(options)
      const opened = await openRolecall(slack, options)
      fakes.adopt(opened)
      stores.push(opened.store)
      return opened
    },
    closeAll: async () => {
      await fakes.closeAll()
      for (const store of stores.splice(0)) await store.close()
    },
  }
}

async function openRolecall(slack: FakeSlack, options: RolecallOptions): Promise<OpenedRolecall> {
  const [user, other] = [slack.addUser('Asker'), slack.addUser('Other')]
  const channel = slack.addChannel('jobs', { members: [user, other, slack.bot] })
  const store = await openStore('sqlite::memory:')
  const first = options.catalog === undefined ? makeBoard(9) : options.catalog
  const state = { catalog: first, wrap: (handle: Handle): Handle => handle }
  const outboxes = new Map<string, Outbox>()
  const deps = makeBotDeps(store, () => state.catalog)
  const { log, now, catalog, defaultCurrency } = deps
  const alerts = createAlerts({
    ...{ store, outboxes, log, now, catalog, defaultCurrency },
    write: createAlertWriter({ store, now }),
    tellTrouble: async () => undefined,
    random: () => 0.5,
  })
  const bot = createBot({ ...deps, alerts, ...options.deps })
  const start = async () => {
    const platform = createPlatform(slack, { ...options, log: options.log ?? log })
    if (platform.outbox) outboxes.set('slack', platform.outbox)
    const server = await serve(slack, platform)
    await platform.start({ ...bot, handle: request => state.wrap(bot.handle)(request) })
    return { platform, server }
  }
  let running = await start()
  const stop = async () => {
    await running.platform.stop()
    await running.server?.close()
  }
  return {
    slack,
    channel,
    user,
    other,
    store,
    get outbox() {
      const { outbox } = running.platform
      if (outbox === null) throw new Error('no outbox')
      return outbox
    },
    isConnected: () => running.platform.isConnected(),
    restart: async () => {
      await stop()
      running = await start()
    },
    reload: catalog => void Object.assign(state, { catalog }),
    through: wrap => void Object.assign(state, { wrap }),
    stop,
  }
}

function createPlatform(slack: FakeSlack, options: RolecallOptions & { readonly log: Log }): SlackPlatform {
  const isSocket = options.mode !== 'http'
  return createSlackPlatform({
    botToken: slack.token,
    appToken: isSocket ? slack.appToken : null,
    signingSecret: isSocket ? null : slack.signingSecret,
    apiUrl: slack.url,
    cardStyle: options.cardStyle ?? 'card',
    readsThreads: options.readsThreads ?? false,
    log: options.log,
    paceMs: 0,
    spacingMs: options.spacingMs ?? 60_000,
  })
}

async function serve(slack: FakeSlack, { requestListener }: SlackPlatform): Promise<HttpServer | null> {
  if (requestListener === null) return null
  const route = { method: 'POST', path: EVENTS_PATH, answer: requestListener } as const
  const server = await startHttpServer(0, [route], createLog('silent'))
  slack.deliverTo(`http://127.0.0.1:${server.port}${EVENTS_PATH}`)
  return server
}

interface Element {
  readonly type?: string
  readonly text?: string | { readonly text?: string }
  readonly title?: { readonly text?: string }
  readonly subtitle?: { readonly text?: string }
  readonly body?: { readonly text?: string }
  readonly action_id?: string
  readonly placeholder?: { readonly text?: string }
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[]
  readonly elements?: readonly Element[]
  readonly actions?: readonly Element[]
  readonly accessory?: Element
  readonly element?: Element
  readonly label?: { readonly text?: string }
}

type Shown = Pick<SlackMessage, 'blocks'> | Pick<SlackView, 'blocks'>

/** Every block and element of a message or view, also those inside others. */
export function partsOf({ blocks }: Shown): readonly Element[] {
  const walk = (part: Element): Element[] => [
    part,
    ...(part.elements ?? []).flatMap(walk),
    ...(part.actions ?? []).flatMap(walk),
    ...(part.accessory ? walk(part.accessory) : []),
    ...(part.element ? walk(part.element) : []),
  ]
  return ((blocks ?? []) as readonly Element[]).flatMap(walk)
}

/** What a person reads, without the zero-width characters of escapes. */
export function textOf(shown: Shown): string {
  const texts = partsOf(shown).flatMap(part => {
    const text = typeof part.text === 'string' ? part.text : part.text?.text
    return [text, part.title?.text, part.subtitle?.text, part.body?.text, part.label?.text]
  })
  return texts
    .filter(text => text !== undefined)
    .join('\n')
    .replace(/\u200b/g, '')
}

/** The labels of the buttons. */
export function buttonsOf(shown: Shown): readonly string[] {
  return partsOf(shown).flatMap(part =>
    part.type === 'button' && typeof part.text === 'object' ? [part.text.text ?? ''] : [],
  )
}

/** The titles of the postings of a list, in order, with their numbers. */
export function titlesOf(shown: Shown): readonly string[] {
  return textOf(shown)
    .split('\n')
    .flatMap(line => /^(\d+\. )(?:<[^|>]*\|)?([^>]*)/.exec(line)?.slice(1).join('') ?? [])
}

/** The text of the first option of a menu that begins so, for `slack.select`. */
export function optionOf(shown: Shown, start: string): { readonly action: string; readonly option: string } {
  for (const part of partsOf(shown)) {
    const option = part.options?.find(({ text }) => text.text.startsWith(start))
    if (option && part.action_id !== undefined) return { action: part.action_id, option: option.text.text }
  }
  throw new Error(`no option ${start}`)
}
