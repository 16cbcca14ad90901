import type { JsonObject } from '../../discord/json.ts'
import type { SlackMessage } from '../world.ts'

/** A message as Slack's answers show it: without its channel, which stands beside it. */
export function createMessagePayload(message: SlackMessage): JsonObject {
  const { channel: _, is_ephemeral: __, ...shown } = message
  return { ...shown }
}
