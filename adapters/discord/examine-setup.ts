import { type APIApplication, type REST, type RESTGetAPICurrentUserGuildsResult, Routes } from 'discord.js'
import { ERRORS } from '../../src/errors.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { makeServerInvite, NEEDED_PERMISSIONS } from './invite-links.ts'
import { areRegistered } from './register-commands.ts'

/** One thing that was looked at. */
export interface Finding {
  readonly subject: string
  readonly state: string
  /** What to do about it; null where all is well. */
  readonly fix: string | null
}

/** Looks at everything that the bot needs in Discord: token, intents, commands, servers and permissions there. */
export async function examineSetup(rest: REST): Promise<readonly Finding[]> {
  const application = await fetchApplication(rest)
  if ('fix' in application) return [application]
  return [
    { subject: 'token', state: `accepted, for ${application.name}`, fix: null },
    { subject: 'intents', state: 'no privileged intent is needed', fix: null },
    ...examineEndpoint(application),
    await examineCommands(rest, application.id),
    ...(await examineServers(rest, application.id)),
  ]
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
    state: isRegistered ? 'registered as they should be' : 'missing or of another version',
    fix: isRegistered ? null : 'Run `npm run -s rolecall -- discord setup`, or start the bot.',
  }
}

async function examineServers(rest: REST, applicationId: string): Promise<readonly Finding[]> {
  const guilds = (await rest.get(Routes.userGuilds())) as RESTGetAPICurrentUserGuildsResult
  if (guilds.length > 0) return guilds.map(examineServer)
  const fix = `Open this address and pick a server: ${makeServerInvite(applicationId)}`
  return [{ subject: 'servers', state: 'the bot is in none', fix }]
}

function examineServer({ name, permissions }: RESTGetAPICurrentUserGuildsResult[number]): Finding {
  const has = BigInt(permissions)
  const missing = Object.entries(NEEDED_PERMISSIONS).flatMap(([label, bit]) =>
    (has & bit) === bit ? [] : [label],
  )
  const subject = `server ${name}`
  if (missing.length === 0) return { subject, state: 'all permissions are there', fix: null }
  const fix = 'Allow it to the role of the bot in Server Settings › Roles; /jobs works without.'
  return { subject, state: `lacks ${missing.join(', ')}`, fix }
}
