import type { SocketServer } from '../../delivery/socket-server.ts'
import { createChannelPayload } from '../../payloads/channel.ts'
import { createUserPayload } from '../../payloads/user.ts'
import { SlackError } from '../../slack-error.ts'
import { canSee } from '../../world.ts'
import { readPage, readText, readUser, requireScope, type WebMethod } from '../call.ts'

/** The methods about tokens, sockets, workspaces and people. */
export function createAppMethods(sockets: SocketServer): Readonly<Record<string, WebMethod>> {
  return {
    'apps.connections.open': {
      token: 'app',
      scope: 'connections:write',
      args: [],
      perMinute: 1000,
      answer: () => {
        if (!sockets.isEnabled()) throw new SlackError('socket_mode_disabled')
        return { url: sockets.createUrl() }
      },
    },
    'auth.test': {
      token: 'bot',
      scope: null,
      args: [],
      perMinute: 1000,
      answer: ({ workspace, bot }) => ({
        url: `https://${workspace.domain}.slack.com/`,
        team: workspace.name,
        user: bot.name,
        team_id: workspace.id,
        user_id: bot.id,
        bot_id: workspace.botId,
        is_enterprise_install: false,
      }),
    },
    'team.info': {
      token: 'bot',
      scope: 'team:read',
      args: ['team', 'domain'],
      perMinute: 50,
      answer: ({ workspace }) => ({
        team: {
          id: workspace.id,
          name: workspace.name,
          domain: workspace.domain,
          url: `https://${workspace.domain}.slack.com/`,
        },
      }),
    },
    'users.info': {
      token: 'bot',
      scope: 'users:read',
      args: ['user', 'include_locale'],
      perMinute: 100,
      answer: call => {
        const user = readUser(call)
        const isKnown =
          user.workspaceId === call.workspace.id ||
          [...call.core.world.channels.values()].some(
            ({ memberIds }) => memberIds.has(user.id) && memberIds.has(call.bot.id),
          )
        if (!isKnown) throw new SlackError('user_not_visible')
        const wantsLocale = readText(call, 'include_locale') === 'true' || call.args.include_locale === true
        const locale = wantsLocale ? { locale: user.locale } : {}
        return { user: { ...createUserPayload(user, call.workspace.id), ...locale } }
      },
    },
    'users.conversations': {
      token: 'bot',
      scope: null,
      args: ['user', 'types', 'exclude_archived', 'cursor', 'limit', 'team_id'],
      perMinute: 50,
      answer: call => {
        const userId = readText(call, 'user')
        const user = userId === '' ? call.bot : readUser(call)
        const kinds = readKinds(readText(call, 'types'))
        for (const kind of kinds) requireScope(call.core, KIND_SCOPES[kind])
        const excludesArchived = readText(call, 'exclude_archived') === 'true'
        const channels = [...call.core.world.channels.values()].filter(
          channel =>
            kinds.includes(channel.kind) &&
            channel.memberIds.has(user.id) &&
            canSee(channel, call.bot) &&
            !(excludesArchived && channel.isArchived),
        )
        const { page, metadata } = readPage(call, channels, 100)
        return { channels: page.map(channel => createChannelPayload(channel, call.bot)), ...metadata }
      },
    },
  }
}

/** What a bot must be allowed to see a kind of channel. */
export const KIND_SCOPES = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
} as const

const KIND_NAMES = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
} as const

/**
 * The kinds of channels that `types` names; public ones when it names none.
 * @throws {SlackError} invalid_types
 */
export function readKinds(types: string): readonly (keyof typeof KIND_SCOPES)[] {
  const names = types === '' ? ['public_channel'] : types.split(',').map(name => name.trim())
  return names.map(name => {
    if (!Object.hasOwn(KIND_NAMES, name)) throw new SlackError('invalid_types')
    return KIND_NAMES[name as keyof typeof KIND_NAMES]
  })
}
