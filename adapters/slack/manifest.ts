import { EVENTS_PATH } from './receivers.ts'

export interface ManifestOptions {
  /** Of the slash command, with its slash. */
  readonly command: string
  /** Where Slack reaches the bot over HTTP, without a path; null for Socket Mode. */
  readonly address: string | null
  /** Whether messages in threads that the bot answered in go on without a mention. */
  readonly readsThreads: boolean
}

/**
 * What the bot asks for, and what each is for. `im:history` lets it read what people write to it directly, and nothing
 * else; no channel is read but where it is mentioned.
 */
export const SCOPES = {
  commands: 'the slash command',
  'chat:write': 'answers and alerts',
  'app_mentions:read': 'questions that mention it',
  'im:history': 'questions in direct messages to it',
  'im:write': 'alerts and progress by direct message',
  'users:read': 'who is a guest and who manages the workspace',
} as const

/** What reading on in threads takes besides. */
export const THREAD_SCOPES = {
  'channels:history': 'questions in threads without a mention',
  'groups:history': 'the same in private channels',
} as const

const EVENTS = ['app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked']
const THREAD_EVENTS = ['message.channels', 'message.groups']

/** The names of the scopes that the bot needs. */
export function listScopes({ readsThreads }: Pick<ManifestOptions, 'readsThreads'>): readonly string[] {
  return [...Object.keys(SCOPES), ...(readsThreads ? Object.keys(THREAD_SCOPES) : [])]
}

/** The app as Slack's "create from manifest" takes it; see https://docs.slack.dev/reference/app-manifest. */
export function makeManifest(options: ManifestOptions) {
  const { command, address, readsThreads } = options
  const url = address === null ? {} : { url: new URL(EVENTS_PATH, address).href }
  const requests = address === null ? {} : { request_url: url.url }
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Rolecall',
      description: 'Answers questions about job postings and tells of new ones',
      background_color: '#1f2933',
    },
    features: {
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Rolecall', always_online: true },
      slash_commands: [
        {
          command,
          description: 'Ask about jobs, or be told of new ones',
          usage_hint: 'remote go jobs over 150k | alert … | alerts | saved | stats | help',
          // So that a person who is named can be told from words that look like a name.
          should_escape: true,
          ...url,
        },
      ],
    },
    oauth_config: { scopes: { bot: [...listScopes(options)] } },
    settings: {
      event_subscriptions: {
        bot_events: [...EVENTS, ...(readsThreads ? THREAD_EVENTS : [])],
        ...requests,
      },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: address === null,
      token_rotation_enabled: false,
    },
  }
}
