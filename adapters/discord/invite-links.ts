import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js'

/** What the bot does in channels, as Discord names it to people. Commands need none of it. */
export const NEEDED_PERMISSIONS = {
  'View Channels': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const

const AUTHORIZE = 'https://discord.com/oauth2/authorize'

/** The address at which an admin adds the bot to a server, with exactly the permissions it needs. */
export function makeServerInvite(applicationId: string): string {
  const permissions = Object.values(NEEDED_PERMISSIONS).reduce((all, bit) => all | bit, 0n)
  return makeLink(applicationId, ApplicationIntegrationType.GuildInstall, {
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(permissions),
  })
}

/** The address at which somebody adds the commands to their own account. */
export function makeMemberInvite(applicationId: string): string {
  return makeLink(applicationId, ApplicationIntegrationType.UserInstall, {
    scope: OAuth2Scopes.ApplicationsCommands,
  })
}

function makeLink(
  applicationId: string,
  type: ApplicationIntegrationType,
  rest: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({ client_id: applicationId, integration_type: String(type), ...rest })
  return `${AUTHORIZE}?${query}`
}
