import type { AppEvent, Core } from '../core.ts'
import type { ChannelRecord, WorkspaceRecord } from '../world.ts'
import type { Delivery } from './delivery.ts'

const HISTORY = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const

/** Scopes that an event needs besides its subscription; the texts of messages need their own, see below. */
const SCOPES: Readonly<Record<string, string>> = { app_mention: 'app_mentions:read' }
/** What reaches the app although it has just been put out. */
const FAREWELLS: readonly string[] = ['app_uninstalled', 'tokens_revoked']

/** The event as Slack hands it over; null when the app is not to hear of it. */
export function createEventDelivery(core: Core, published: AppEvent): Delivery | null {
  const { event, channel } = published
  if (!isSubscribed(core, published)) return null
  const workspace = findListener(core, published)
  if (workspace === null) return null
  return {
    kind: 'events_api',
    acceptsResponse: false,
    payload: {
      token: core.world.app.verificationToken,
      team_id: workspace.id,
      context_team_id: workspace.id,
      context_enterprise_id: null,
      api_app_id: core.world.app.id,
      event,
      type: 'event_callback',
      event_id: core.ids.next('Ev'),
      event_time: Math.floor(core.timeline.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.id,
          user_id: workspace.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: (channel?.sharedWith.length ?? 0) > 0,
      event_context: core.ids.nextSecret(),
    },
  }
}

function isSubscribed({ world }: Core, { event, channel }: AppEvent): boolean {
  const { events, scopes } = world.app
  if (event.type === 'message' && channel !== null) {
    const family = HISTORY[channel.kind]
    return events.has(`message.${family}`) && scopes.has(`${family}:history`)
  }
  const scope = SCOPES[event.type]
  return events.has(event.type) && (scope === undefined || scopes.has(scope))
}

function findListener({ world }: Core, { event, channel, workspaceId }: AppEvent): WorkspaceRecord | null {
  const isFarewell = FAREWELLS.includes(event.type)
  const candidates = [...world.workspaces.values()].filter(
    ({ id, installed, tokenError }) =>
      (workspaceId === undefined || id === workspaceId) && installed && (tokenError === null || isFarewell),
  )
  return candidates.find(workspace => channel === null || hears(workspace, channel)) ?? null
}

function hears({ botUserId }: WorkspaceRecord, channel: ChannelRecord): boolean {
  return channel.memberIds.has(botUserId)
}
