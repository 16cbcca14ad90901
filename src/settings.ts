import { join } from 'node:path'
import { Cron } from 'croner'
import { z } from 'zod'
import { isTimeZone } from './alert/local-time.ts'
import { AppError } from './errors.ts'
import { usdPerUnit } from './posting/pay/currencies.ts'
import { findStatePath } from './state-path.ts'

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const sourceList = z.string().transform(text =>
  text
    .split(/[\n,]/)
    .map(part => part.trim())
    .filter(part => part !== ''),
)

function isSchedule(text: string): boolean {
  if (text === 'off') return true
  try {
    return new Cron(text, { paused: true }).nextRun() !== null
  } catch {
    return false
  }
}

/** Every setting by the name of its environment variable; the description is the README's. */
export const settingsSchema = z.object({
  ROLECALL_DATA: sourceList
    .default([])
    .describe('Files, folders and addresses of postings, separated by commas'),
  ROLECALL_STATE: z.string().optional().describe('Folder for state'),
  ROLECALL_CURRENCY: z
    .string()
    .refine(
      code => usdPerUnit(code) !== null,
      'must be an ISO 4217 code that data/currencies knows, such as USD',
    )
    .default('USD')
    .describe('Currency of questions that name none and ask for no single country'),
  ROLECALL_MAX_DOCUMENT_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(1_048_576)
    .describe('Documents larger than this are left out and reported'),
  ROLECALL_MAX_SOURCE_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(67_108_864)
    .describe('Boards, feeds and lists larger than this, unpacked, are refused'),
  ROLECALL_SOURCE_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(20_000)
    .describe('How long an address may stay silent (milliseconds); a whole answer may take six times that'),
  ROLECALL_SOURCE_HOSTS: sourceList
    .default([])
    .describe('Hosts that sources may redirect to besides their own, separated by commas'),
  ROLECALL_PRIVATE_HOSTS: sourceList
    .default([])
    .describe('Hosts inside your own network that sources may be read from, separated by commas'),
  ROLECALL_CONTACT: z
    .string()
    .max(200)
    .regex(/^[\x20-\x7e]*$/, 'must be plain ASCII, such as an address of a page or of mail')
    .optional()
    .describe('Page or mail address that sites see in the User-Agent'),
  ROLECALL_BOARDS_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .optional()
    .describe('Where board APIs are, each below a folder named after its host; for tests and proxies'),
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:./, 'must be sqlite:PATH')
    .optional()
    .describe('Where the state is kept, as sqlite:PATH; default a file in the state folder'),
  ROLECALL_RELOAD: z
    .string()
    .refine(isSchedule, 'must be a cron expression, such as 0 */6 * * *, or off')
    .default('0 */6 * * *')
    .describe('When sources are read anew: a cron expression in the time zone of the machine, or off'),
  ROLECALL_MAX_NEW: z.coerce
    .number()
    .int()
    .positive()
    .default(500)
    .describe('A reload that brings more new postings than this asks an admin first'),
  ROLECALL_ADMINS: sourceList
    .default([])
    .describe(
      'Who may use the admin commands: ids of people and roles, such as discord:123, discord:role:456',
    ),
  ROLECALL_ADMIN_CHANNEL: z
    .string()
    .regex(/^[a-z]+:\S+$/, 'must be PLATFORM:CHANNEL, such as discord:123')
    .optional()
    .describe('Channel that hears of reports and problems, such as discord:123'),
  ROLECALL_ALERTS_BY: z
    .enum(['members', 'admins'])
    .default('members')
    .describe('Who may make alerts in channels: members who manage the channel, or only admins'),
  ROLECALL_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone, such as Europe/Berlin')
    .default('UTC')
    .describe('Time zone of alerts that name none, such as Europe/Berlin'),
  DISCORD_TOKEN: z.string().optional().describe('Token of the Discord bot; switches Discord on'),
  ROLECALL_DISCORD_MESSAGE_CONTENT: z
    .enum(['on', 'off'])
    .default('off')
    .describe('Whether to read every message in the channels that a server names for it; on or off'),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .optional()
    .describe('Where Discord is, without the version; for tests and proxies'),
  SLACK_BOT_TOKEN: z.string().optional().describe('Token of the Slack bot (xoxb-); switches Slack on'),
  SLACK_APP_TOKEN: z.string().optional().describe('App-level token (xapp-) for Socket Mode'),
  SLACK_SIGNING_SECRET: z
    .string()
    .optional()
    .describe('Secret that signs what Slack sends over HTTP; needs PORT'),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .optional()
    .describe('Where the Web API of Slack is; for tests and proxies'),
  SLACK_COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash and up to 31 lower-case letters, digits, - and _')
    .default('/jobs')
    .describe('Name of the slash command in Slack'),
  SLACK_CARDS: z
    .enum(['card', 'section'])
    .default('card')
    .describe('How postings are drawn in Slack; section for clients without card blocks'),
  SLACK_THREADS: z
    .enum(['mentions', 'all'])
    .default('mentions')
    .describe('Whether threads that the bot answered in go on without a mention; all needs more scopes'),
  PORT: z.coerce.number().int().min(0).max(65_535).optional().describe('Port of the HTTP server'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info').describe('How much is logged to standard error'),
})

/** The settings, checked and with their defaults. */
export interface Settings {
  /** Sources as given: files, folders and addresses. */
  readonly data: readonly string[]
  readonly statePath: string
  readonly databaseUrl: string
  /** ISO 4217. */
  readonly defaultCurrency: string
  readonly maxDocumentBytes: number
  /** Largest answer of a source, unpacked. */
  readonly maxSourceBytes: number
  readonly sourceTimeoutMs: number
  /** Hosts that sources may redirect to besides their own. */
  readonly sourceHosts: readonly string[]
  /** Hosts that may be at a private address. */
  readonly privateHosts: readonly string[]
  /** null where sites are told no contact. */
  readonly contact: string | null
  /** null for the boards themselves. */
  readonly boardsUrl: string | null
  /** Cron expression of reloads; null where they only happen when somebody asks. */
  readonly reloadSchedule: string | null
  /** More new postings than this at once are asked about. */
  readonly maxNew: number
  /** Ids of the members and groups who are admins. */
  readonly admins: readonly string[]
  /** `PLATFORM:CHANNEL`; null where no channel hears of reports and problems. */
  readonly adminChannel: string | null
  /** Who may make alerts in channels. */
  readonly alertsBy: 'members' | 'admins'
  /** IANA; of alerts that name none. */
  readonly timeZone: string
  /** null where the bot is not in Discord. */
  readonly discordToken: string | null
  /** Whether to ask Discord for the privileged intent Message Content. */
  readonly discordReadsContent: boolean
  /** null for Discord itself. */
  readonly discordApiUrl: string | null
  readonly slack: SlackSettings
  /** null where no HTTP server is started. */
  readonly port: number | null
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

/** What Slack takes. */
export interface SlackSettings {
  /** null where the bot is not in Slack. */
  readonly botToken: string | null
  /** null where Slack sends over HTTP. */
  readonly appToken: string | null
  readonly signingSecret: string | null
  /** null for Slack itself. */
  readonly apiUrl: string | null
  /** With its slash. */
  readonly command: string
  readonly cards: 'card' | 'section'
  readonly readsThreads: boolean
}

/** An empty variable means the same as one that is not set. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}

/**
 * Reads the settings from the environment.
 * @throws {AppError} `SETTINGS_INVALID`, naming every wrong variable at once
 */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const parsed = settingsSchema.safeParse(withoutEmpty(env))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new AppError('SETTINGS_INVALID', problems.join('; '))
  }
  const values = parsed.data
  const statePath = findStatePath(env)
  return {
    data: values.ROLECALL_DATA,
    statePath,
    databaseUrl: values.DATABASE_URL ?? `sqlite:${join(statePath, 'rolecall.sqlite')}`,
    defaultCurrency: values.ROLECALL_CURRENCY,
    maxDocumentBytes: values.ROLECALL_MAX_DOCUMENT_BYTES,
    maxSourceBytes: values.ROLECALL_MAX_SOURCE_BYTES,
    sourceTimeoutMs: values.ROLECALL_SOURCE_TIMEOUT_MS,
    sourceHosts: values.ROLECALL_SOURCE_HOSTS,
    privateHosts: values.ROLECALL_PRIVATE_HOSTS,
    contact: values.ROLECALL_CONTACT ?? null,
    boardsUrl: values.ROLECALL_BOARDS_URL ?? null,
    reloadSchedule: values.ROLECALL_RELOAD === 'off' ? null : values.ROLECALL_RELOAD,
    maxNew: values.ROLECALL_MAX_NEW,
    admins: values.ROLECALL_ADMINS,
    adminChannel: values.ROLECALL_ADMIN_CHANNEL ?? null,
    alertsBy: values.ROLECALL_ALERTS_BY,
    timeZone: values.ROLECALL_TIME_ZONE,
    discordToken: values.DISCORD_TOKEN ?? null,
    discordReadsContent: values.ROLECALL_DISCORD_MESSAGE_CONTENT === 'on',
    discordApiUrl: values.DISCORD_API_URL ?? null,
    slack: {
      botToken: values.SLACK_BOT_TOKEN ?? null,
      appToken: values.SLACK_APP_TOKEN ?? null,
      signingSecret: values.SLACK_SIGNING_SECRET ?? null,
      apiUrl: values.SLACK_API_URL ?? null,
      command: values.SLACK_COMMAND,
      cards: values.SLACK_CARDS,
      readsThreads: values.SLACK_THREADS === 'all',
    },
    port: values.PORT ?? null,
    logLevel: values.LOG_LEVEL,
  }
}
