import {
  type APIApplication,
  ApplicationFlags,
  type REST,
  type RESTGetAPICurrentUserGuildsResult,
  Routes,
} from 'discord.js'
import { ERRORS } from '../../src/errors.ts'
import type { ServerSettings } from '../../src/platform.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { makeServerInvite, NEEDED_PERMISSIONS } from './invite-links.ts'
import { readSendFailure } from './read-send-failure.ts'
import { areRegistered, makeCommands } from './register-commands.ts'

const NAMES = makeCommands().map(({ name }) => name)

/** One thing that was looked at. */
export interface Finding {
  readonly subject: string
  readonly state: string
  /** What to do about it; null where all is well. */
  readonly fix: string | null
}

/** What was set, by whoever hosts the bot and by whoever manages a server. */
export interface ExamineOptions {
  readonly readsContent: boolean
  /** null where no channel of Discord hears of reports. */
  readonly adminChannelId: string | null
  /** @returns null where nobody has changed anything */
  readonly loadServer: (serverId: string) => Promise<ServerSettings | null>
}

type Server = RESTGetAPICurrentUserGuildsResult[number] & { readonly settings: ServerSettings | null }

/** Looks at everything that the bot needs in Discord: token, intents, commands, servers, channels and permissions. */
export async function examineSetup(rest: REST, options: ExamineOptions): Promise<readonly Finding[]> {
  const application = await fetchApplication(rest)
  if ('fix' in application) return [application]
  const guilds = (await rest.get(Routes.userGuilds())) as RESTGetAPICurrentUserGuildsResult
  const servers: Server[] = []
  for (const guild of guilds) servers.push({ ...guild, settings: await options.loadServer(guild.id) })
  return [
    { subject: 'token', state: `accepted, for ${application.name}`, fix: null },
    examineIntents(application, servers, options),
    ...examineEndpoint(application),
    await examineCommands(rest, application.id),
    ...examineServers(servers, application.id),
    ...(await examineChannels(rest, servers)),
    await examineAdminChannel(rest, options),
  ]
}

const READS_CONTENT = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited

/** Reading every message of a channel takes the setting, and the switch in the developer portal. */
function examineIntents(
  { flags }: APIApplication,
  servers: readonly Server[],
  { readsContent }: ExamineOptions,
): Finding {
  const subject = 'intents'
  const isOn = (flags & READS_CONTENT) !== 0
  const listening = servers.filter(({ settings }) => (settings?.listens.length ?? 0) > 0)
  if (readsContent)
    return isOn
      ? { subject, state: 'Message Content is on', fix: null }
      : { subject, state: 'Message Content is off', fix: ERRORS.DISCORD_INTENT_OFF.fix }
  if (listening.length === 0) return { subject, state: 'no privileged intent is needed', fix: null }
  const names = listening.map(({ name }) => name).join(', ')
  const fix =
    'Set ROLECALL_DISCORD_MESSAGE_CONTENT to on and switch Message Content Intent on, on the page Bot of the developer portal.'
  return { subject, state: `${names} wants every message of a channel read`, fix }
}

async function fetchApplication(rest: REST): Promise<APIApplication | Finding> {
  try {
    return (await rest.get(Routes.currentApplication())) as APIApplication
  } catch (error) {
    const [code, detail] = describeStartFailure(error)
    return { subject: 'token', state: `${ERRORS[code].title}: ${detail}`, fix: ERRORS[code].fix }
  }
}

/** Where an address is set, Discord sends commands and presses there instead of to the bot. */
function examineEndpoint({ interactions_endpoint_url: url }: APIApplication): readonly Finding[] {
  if (!url) return []
  const fix = 'Clear Interactions Endpoint URL on the page General Information of the developer portal.'
  return [{ subject: 'commands', state: 'Discord sends them to another address', fix }]
}

async function examineCommands(rest: REST, applicationId: string): Promise<Finding> {
  const isRegistered = await areRegistered(rest, applicationId)
  return {
    subject: 'commands',
    state: isRegistered ? `/${NAMES.join(' and /')} are registered` : 'missing or of another version',
    fix: isRegistered ? null : 'Run `npm run -s rolecall -- discord setup`, or start the bot.',
  }
}

function examineServers(servers: readonly Server[], applicationId: string): readonly Finding[] {
  if (servers.length > 0) return servers.map(examineServer)
  const fix = `Open this address and pick a server: ${makeServerInvite(applicationId)}`
  return [{ subject: 'servers', state: 'the bot is in none', fix }]
}

function examineServer({ name, permissions }: Server): Finding {
  const has = BigInt(permissions)
  const missing = Object.entries(NEEDED_PERMISSIONS).flatMap(([label, bit]) =>
    (has & bit) === bit ? [] : [label],
  )
  const subject = `server ${name}`
  if (missing.length === 0) return { subject, state: 'all permissions are there', fix: null }
  const fix = 'Allow it to the role of the bot in Server Settings › Roles; /jobs works without.'
  return { subject, state: `lacks ${missing.join(', ')}`, fix }
}

/** The channels that a server names for the bot. */
async function examineChannels(rest: REST, servers: readonly Server[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { name, settings } of servers)
    for (const channelId of new Set([...(settings?.channels ?? []), ...(settings?.listens ?? [])]))
      findings.push(await probeChannel(rest, `channel ${channelId} of ${name}`, channelId, CHANNEL_FIX))
  return findings
}

const CHANNEL_FIX =
  'Allow the role of the bot View Channel and Send Messages there, or name another channel with /jobs-admin settings.'

async function examineAdminChannel(rest: REST, { adminChannelId }: ExamineOptions): Promise<Finding> {
  const subject = 'admin channel'
  if (adminChannelId === null)
    return { subject, state: 'none in Discord; reports are kept for “/jobs-admin log”', fix: null }
  const fix =
    'Allow the role of the bot View Channel and Send Messages there, or correct ROLECALL_ADMIN_CHANNEL.'
  return probeChannel(rest, subject, adminChannelId, fix)
}

/** Says that the bot is typing there, which takes the same permissions as a message and leaves nothing behind. */
async function probeChannel(rest: REST, subject: string, channelId: string, fix: string): Promise<Finding> {
  try {
    await rest.post(Routes.channelTyping(channelId))
    return { subject, state: 'the bot may write there', fix: null }
  } catch (error) {
    const failure = readSendFailure(error)
    if (failure.type !== 'gone' && failure.type !== 'refused') throw error
    return { subject, state: failure.reason, fix }
  }
}
