import { type BotDeps, createBot } from '../../src/bot.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import type { CommandId } from '../../src/commands.ts'
import type { Member, Request, RequestContent, Surface } from '../../src/platform.ts'
import type { Button, FormBlock, Reply } from '../../src/reply.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makeBoard } from '../fakes/make-board.ts'
import { makeBotDeps } from '../fakes/make-bot-deps.ts'

/** Who asks, and where, besides what a test leaves as it is: Ann, in a channel of a server, in private. */
export interface Asker {
  readonly name?: string
  readonly member?: Partial<Member>
  readonly surface?: Partial<Surface>
}

/** A bot in a server, with what a test does to it. */
export interface OpenedBot {
  readonly store: Store
  readonly ask: (content: RequestContent, asker?: Asker) => Promise<Reply>
  readonly say: (text: string, asker?: Asker) => Promise<Reply>
  readonly use: (id: CommandId, asker?: Asker) => Promise<Reply>
  readonly press: (button: Button | undefined, asker?: Asker) => Promise<Reply>
  readonly send: (
    form: FormBlock | null,
    values: Readonly<Record<string, readonly string[]>>,
    asker?: Asker,
  ) => Promise<Reply>
  readonly reload: (catalog: Catalog | null) => void
}

/** Opens a bot on a board of five postings and an empty store. */
export async function openBot(deps: Partial<BotDeps> = {}): Promise<OpenedBot> {
  const state: { catalog: Catalog | null } = { catalog: makeBoard(5) }
  const store = await openStore('sqlite::memory:')
  const bot = createBot(makeBotDeps(store, () => state.catalog, deps))
  const ask: OpenedBot['ask'] = (content, asker = {}) => bot.handle(makeRequest(content, asker))
  return {
    store,
    ask,
    say: (text, asker) => ask({ type: 'text', text }, asker),
    use: (id, asker) => ask({ type: 'command', call: { id, values: {} } }, asker),
    press: (button, asker) => ask({ type: 'press', key: button?.key ?? '' }, asker),
    send: (form, values, asker) => ask({ type: 'form', key: form?.key ?? '', values }, asker),
    reload: catalog => void Object.assign(state, { catalog }),
  }
}

function makeRequest(content: RequestContent, { name = 'ann', member = {}, surface = {} }: Asker): Request {
  return {
    conversationId: `test:${name}`,
    content,
    pageSize: 3,
    member: {
      id: `test:${name}`,
      groups: [],
      managesServer: false,
      managesChannel: false,
      isGuest: false,
      ...member,
    },
    place: { platform: 'test', serverId: 'S1', channelId: 'C1' },
    surface: { isPrivate: false, viewers: 'asker', isRich: true, ...surface },
  }
}

/** Everything of a reply that can be read as text. */
export function readText(reply: Reply): string {
  return reply.blocks
    .flatMap(block => (block.type === 'text' ? [block.spans.map(({ text }) => text).join('')] : []))
    .join('\n')
}

/** The first thing to press whose label begins so, also beside a card or in a menu. */
export function findButton(reply: Reply, label: string): Button | undefined {
  return reply.blocks
    .flatMap(block => {
      if (block.type === 'buttons') return block.buttons
      if (block.type === 'menu') return block.options
      return block.type === 'posting' && block.details ? [block.details] : []
    })
    .find(button => button.label.startsWith(label))
}

/** The form of a reply; null where it opens none. */
export function findForm(reply: Reply): FormBlock | null {
  return reply.blocks.find(block => block.type === 'form') ?? null
}

/** The titles and companies of the cards of a reply. */
export function listCards(reply: Reply): readonly string[] {
  return reply.blocks.flatMap(block => (block.type === 'posting' ? [`${block.title}, ${block.company}`] : []))
}
