/** A part of the program and what of the program it may import; `/` at the end means a whole folder. */
export interface LayerRule {
  readonly layer: string
  /** Besides itself. */
  readonly mayImport: readonly string[]
}

const EVERYTHING = ['src/', 'adapters/']
const FOUNDATION = ['src/errors.ts', 'src/log.ts', 'src/in-turn.ts']

/** The handlers of requests stand between everything that decides and everything that is said. */
const BOT_MAY_IMPORT = [
  'src/action.ts',
  'src/messages/',
  'src/query/',
  'src/catalog/',
  'src/answer/',
  'src/alert/',
  'src/reload/',
  'src/reply/',
  'src/conversation/',
  'src/posting/',
  'src/store/store.ts',
  'src/reply.ts',
  'src/messages.ts',
  'src/platform.ts',
  'src/commands.ts',
  ...FOUNDATION,
]

/** The first rule whose layer holds a file is the file's rule. Facts come first, then decisions, then effects. */
export const LAYER_RULES: readonly LayerRule[] = [
  { layer: 'src/errors.ts', mayImport: [] },
  { layer: 'src/in-turn.ts', mayImport: [] },
  { layer: 'src/release-pages.ts', mayImport: [] },
  { layer: 'src/log.ts', mayImport: [] },
  { layer: 'src/commands.ts', mayImport: [] },
  { layer: 'src/reply.ts', mayImport: [] },
  { layer: 'src/action.ts', mayImport: [] },
  { layer: 'src/platform.ts', mayImport: ['src/reply.ts', 'src/commands.ts'] },
  { layer: 'src/layout/', mayImport: ['src/reply.ts', 'src/errors.ts'] },
  { layer: 'src/traffic/', mayImport: ['src/platform.ts'] },
  {
    layer: 'src/settings.ts',
    mayImport: ['src/errors.ts', 'src/state-path.ts', 'src/alert/local-time.ts', 'src/posting/'],
  },
  { layer: 'src/state-path.ts', mayImport: [] },
  { layer: 'src/http.ts', mayImport: FOUNDATION },
  { layer: 'src/metrics.ts', mayImport: ['src/platform.ts'] },
  { layer: 'src/source/', mayImport: [...FOUNDATION, 'package.json'] },
  { layer: 'src/posting/', mayImport: ['src/source/source.ts'] },
  {
    layer: 'src/catalog/',
    mayImport: ['src/posting/', 'src/source/source.ts', 'src/release-pages.ts'],
  },
  { layer: 'src/query/', mayImport: ['src/catalog/', 'src/posting/'] },
  { layer: 'src/answer/', mayImport: ['src/query/', 'src/catalog/', 'src/posting/'] },
  {
    layer: 'src/alert/',
    mayImport: [
      'src/query/',
      'src/catalog/',
      'src/posting/',
      'src/answer/',
      'src/store/store.ts',
      'src/platform.ts',
      'src/reply.ts',
      ...FOUNDATION,
    ],
  },
  {
    layer: 'src/conversation/',
    mayImport: ['src/query/', 'src/catalog/', 'src/action.ts', 'src/commands.ts'],
  },
  {
    layer: 'src/messages.ts',
    mayImport: ['src/answer/', 'src/query/', 'src/posting/', 'src/commands.ts', 'src/conversation/'],
  },
  {
    layer: 'src/messages/',
    mayImport: ['src/messages.ts', 'src/commands.ts', 'src/posting/', 'src/reload/', 'src/alert/'],
  },
  {
    layer: 'src/reply/',
    mayImport: [
      'src/action.ts',
      'src/messages/',
      'src/alert/',
      'src/catalog/',
      'src/answer/',
      'src/query/',
      'src/posting/',
      'src/reload/',
      'src/store/store.ts',
      'src/reply.ts',
      'src/messages.ts',
      'src/commands.ts',
    ],
  },
  {
    layer: 'src/store/',
    mayImport: [
      // What is kept of alerts; the files that decide and send are none of its business.
      'src/alert/subscription.ts',
      'src/alert/delivery.ts',
      'src/alert/sighting.ts',
      'src/alert/kept-reading.ts',
      'src/action.ts',
      'src/commands.ts',
      'src/conversation/',
      'src/platform.ts',
      'src/reply.ts',
      'src/posting/kept-posting.ts',
      'src/release-pages.ts',
      'src/errors.ts',
    ],
  },
  {
    layer: 'src/reload/',
    mayImport: ['src/source/', 'src/posting/', 'src/catalog/', 'src/store/store.ts', ...FOUNDATION],
  },
  {
    layer: 'src/bot/',
    mayImport: BOT_MAY_IMPORT,
  },
  { layer: 'src/bot.ts', mayImport: ['src/bot/', ...BOT_MAY_IMPORT] },
  { layer: 'src/cli/', mayImport: ['src/', 'package.json'] },
  {
    layer: 'src/open-postings.ts',
    mayImport: ['src/reload/', 'src/source/', 'src/settings.ts', ...FOUNDATION],
  },
  { layer: 'src/main.ts', mayImport: EVERYTHING },
  { layer: 'src/keep-code.ts', mayImport: [] },
  { layer: 'src/run-program.ts', mayImport: EVERYTHING },
  { layer: 'src/open-platforms.ts', mayImport: EVERYTHING },
  { layer: 'src/cli.ts', mayImport: EVERYTHING },
  { layer: 'adapters/preview/', mayImport: EVERYTHING },
]

/** What an adapter may import besides its own folder. */
export const ADAPTER_MAY_IMPORT = [
  'src/platform.ts',
  'src/reply.ts',
  'src/commands.ts',
  'src/errors.ts',
  'src/log.ts',
  'src/settings.ts',
  'src/layout/',
  'src/traffic/',
]

/** Packages that have one home, so that what they are used for can change in one place. */
export const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  minisearch: ['src/catalog/text-index.ts'],
  kysely: ['src/store/'],
  'node:sqlite': ['src/store/', 'src/catalog/archive/'],
  pino: ['src/log.ts'],
  'prom-client': ['src/metrics.ts'],
  croner: ['src/reload/', 'src/settings.ts'],
  commander: ['src/cli.ts', 'src/cli/'],
  htmlparser2: ['src/posting/layouts/', 'src/source/'],
  'robots-parser': ['src/source/'],
  'discord.js': ['adapters/discord/'],
  '@slack/bolt': ['adapters/slack/'],
  '@slack/web-api': ['adapters/slack/'],
  '@slack/socket-mode': ['adapters/slack/'],
  '@slack/types': ['adapters/slack/'],
  'string-width': ['adapters/terminal/'],
  'wrap-ansi': ['adapters/terminal/'],
  'supports-hyperlinks': ['adapters/terminal/'],
}

/** Where the environment and the clock may be read; all else is given what it needs. */
export const ENVIRONMENT_READERS = ['src/main.ts', 'src/cli.ts']
export const CLOCKLESS_LAYERS = [
  'src/posting/',
  'src/catalog/',
  'src/query/',
  'src/answer/',
  'src/reply/',
  'src/conversation/',
  'src/store/',
  'src/bot/',
]
