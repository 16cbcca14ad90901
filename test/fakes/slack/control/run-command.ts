import { isObject } from '../../discord/json.ts'
import type { Core } from '../core.ts'
import { readShownName } from '../payloads/channel.ts'
import { respond } from '../web/answer-response-url.ts'
import { type ChannelRecord, canSee, type UserRecord, workspaceOf } from '../world.ts'
import { createInvocation } from './create-invocation.ts'
import type { FakeInvocation } from './fake-invocation.ts'

/**
 * Sends a slash command.
 * @throws Error where Slack would not offer it: not registered, not installed, not in the channel
 */
export function runCommand(
  core: Core,
  user: UserRecord,
  channel: ChannelRecord,
  command: string,
  text: string,
): FakeInvocation {
  const { app } = core.world
  const workspace = workspaceOf(core.world, user.workspaceId)
  requireOffered(core, user, channel, command)
  return createInvocation(core, {
    kind: 'slash_commands',
    failure: reason =>
      `${command} failed with the error "${reason.endsWith('timeout') ? 'operation_timeout' : 'dispatch_failed'}"`,
    createPayload: record => ({
      token: app.verificationToken,
      team_id: workspace.id,
      team_domain: workspace.domain,
      channel_id: channel.id,
      channel_name: readShownName(channel),
      user_id: user.id,
      user_name: user.name,
      command,
      text,
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: core.responseUrls.create('commands', {
        workspaceId: workspace.id,
        channelId: channel.id,
        userId: user.id,
        originTs: null,
        onMessage: message => void record.responses.push(message),
      }),
      trigger_id: core.triggers.create({
        userId: user.id,
        workspaceId: workspace.id,
        channelId: channel.id,
        onView: view => void record.views.push(view),
      }),
    }),
    onAck: (body, record) => {
      const args = typeof body === 'string' ? { text: body } : body
      if (!isObject(args)) return
      const onMessage = () => undefined
      const place = { workspaceId: workspace.id, channelId: channel.id, userId: user.id, originTs: null }
      const message = respond(core, { ...place, createdAtMs: core.timeline.now(), onMessage }, args)
      if (message !== null) record.responses.push(message)
    },
  })
}

function requireOffered(core: Core, user: UserRecord, channel: ChannelRecord, command: string): void {
  const { app } = core.world
  const workspace = workspaceOf(core.world, user.workspaceId)
  if (!app.commands.has(command) || !app.scopes.has('commands'))
    throw new Error(`${command} is not a valid command`)
  if (!workspace.installed || workspace.tokenError !== null)
    throw new Error(`the app is not installed in ${workspace.name}`)
  if (!canSee(channel, user)) throw new Error(`${user.name} does not see the channel ${channel.id}`)
  if (channel.isArchived) throw new Error(`the channel ${channel.id} is archived`)
}
