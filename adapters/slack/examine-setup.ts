import { WebClient } from '@slack/web-api'
import { ERRORS } from '../../src/errors.ts'
import type { Finding } from '../../src/layout/print-findings.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { listScopes } from './manifest.ts'
import { readFailure } from './read-failure.ts'

export interface SetupAccess {
  readonly botToken: string
  /** null where Slack sends over HTTP. */
  readonly appToken: string | null
  readonly signingSecret: string | null
  /** Of the Web API; null for Slack itself. */
  readonly apiUrl: string | null
  readonly readsThreads: boolean
  /** Id of the channel for admins; null where there is none in Slack. */
  readonly adminChannel: string | null
  /** null where no HTTP server is started. */
  readonly port: number | null
}

const REINSTALL =
  'Paste `npm run -s rolecall -- slack manifest` into App Manifest of the app and install it again.'

/** Looks at everything that the bot needs in Slack: tokens, scopes, the way in, and the channel of the admins. */
export async function examineSetup(access: SetupAccess): Promise<readonly Finding[]> {
  const api = access.apiUrl === null ? {} : { slackApiUrl: access.apiUrl }
  const options = { ...api, retryConfig: { retries: 0 } }
  const client = new WebClient(access.botToken, options)
  const login = await findFailure('bot token', () => client.auth.test())
  if ('fix' in login) return [login]
  const { team, user, response_metadata: metadata } = login.value
  return [
    { subject: 'bot token', state: `accepted, ${user} in ${team}`, fix: null },
    examineScopes(metadata?.scopes ?? [], access),
    await examineWayIn(access, options),
    ...(await examineAdminChannel(client, access)),
  ]
}

/** Slack names the scopes of a token with every answer. */
function examineScopes(granted: readonly string[], access: SetupAccess): Finding {
  const missing = listScopes(access).filter(scope => !granted.includes(scope))
  if (missing.length === 0) return { subject: 'scopes', state: 'all are there', fix: null }
  return { subject: 'scopes', state: `${missing.join(', ')} missing`, fix: REINSTALL }
}

async function examineWayIn(
  access: SetupAccess,
  options: ConstructorParameters<typeof WebClient>[1],
): Promise<Finding> {
  const { appToken, signingSecret, port } = access
  if (appToken === null) {
    const isReady = signingSecret !== null && port !== null
    return {
      subject: 'HTTP',
      state: isReady ? `requests are checked and taken on port ${port}` : 'not set up',
      fix: isReady ? null : 'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP.',
    }
  }
  const opened = await findFailure('Socket Mode', () =>
    new WebClient(appToken, options).apps.connections.open(),
  )
  if (!('fix' in opened)) return { subject: 'Socket Mode', state: 'a connection can be opened', fix: null }
  const fix =
    'Make an app-level token with the scope connections:write on Basic Information, copy it into SLACK_APP_TOKEN, and switch Socket Mode on.'
  return { ...opened, fix }
}

async function examineAdminChannel(
  client: WebClient,
  { adminChannel }: SetupAccess,
): Promise<readonly Finding[]> {
  if (adminChannel === null) return []
  // Writing is what it is for; a message that is never sent tells whether it could be.
  const far = Math.floor(Date.now() / 1000) + 100 * 86_400
  try {
    const { scheduled_message_id: id = '' } = await client.chat.scheduleMessage({
      channel: adminChannel,
      post_at: far,
      text: 'Rolecall checks whether it may write here.',
    })
    await client.chat.deleteScheduledMessage({ channel: adminChannel, scheduled_message_id: id })
    return [{ subject: 'admin channel', state: 'can be written to', fix: null }]
  } catch (error) {
    const { reason } = readFailure(error)
    const fix = 'Invite the bot into the channel, and check the id in ROLECALL_ADMIN_CHANNEL.'
    return [{ subject: 'admin channel', state: `cannot be written to (${reason})`, fix }]
  }
}

async function findFailure<T>(
  subject: string,
  work: () => Promise<T>,
): Promise<Finding | { readonly value: T }> {
  try {
    return { value: await work() }
  } catch (error) {
    const [code, detail] = describeStartFailure(error)
    return { subject, state: `${ERRORS[code].title}: ${detail}`, fix: ERRORS[code].fix }
  }
}
