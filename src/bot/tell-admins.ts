import { randomBytes } from 'node:crypto'
import type { Log } from '../log.ts'
import type { Outbox, Target } from '../platform.ts'
import type { Reply } from '../reply.ts'

const KEY_BYTES = 12

/**
 * Posts to the channel that the settings name for admins.
 * @param channel `PLATFORM:CHANNEL`; null where there is none
 * @param outboxes by the id of their platform
 */
export function createTellAdmins(
  channel: string | null,
  outboxes: ReadonlyMap<string, Outbox>,
  log: Log,
): (reply: Reply) => Promise<boolean> {
  const [platform = '', channelId = ''] = channel === null ? [] : splitOnce(channel)
  const target: Target = { type: 'channel', platform, serverId: null, channelId }
  return async reply => {
    const outbox = outboxes.get(platform)
    if (!outbox) return false
    const outcome = await outbox.send(target, reply, randomBytes(KEY_BYTES).toString('base64url'))
    if (outcome.type !== 'sent') log.error({ channel, outcome }, 'the admin channel could not be told')
    return outcome.type === 'sent'
  }
}

function splitOnce(channel: string): readonly string[] {
  const colon = channel.indexOf(':')
  return [channel.slice(0, colon), channel.slice(colon + 1)]
}
