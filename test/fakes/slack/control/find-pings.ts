import { isObject } from '../../discord/json.ts'
import type { SlackMessage } from '../world.ts'

const PING = /<(@[UW][A-Z0-9]{1,20}|!channel|!here|!everyone|!subteam\^[A-Z0-9]{1,20})(?:\|[^>]{0,200})?>/g

/**
 * Whom a message notifies: `@U…`, `!channel`, `!here`, `!everyone`, `!subteam^…`, in order and each once. Blocks count
 * where there are some, else the text: that is what people see.
 */
export function findPings(message: SlackMessage): readonly string[] {
  const found = message.blocks === undefined ? readPings(message.text) : findInside(message.blocks)
  return [...new Set(found)]
}

function findInside(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(findInside)
  if (!isObject(value)) return []
  if (value.type === 'mrkdwn' || value.type === 'markdown') return readPings(String(value.text))
  if (value.type === 'user') return [`@${String(value.user_id)}`]
  if (value.type === 'broadcast') return [`!${String(value.range)}`]
  return Object.values(value).flatMap(findInside)
}

function readPings(text: string): readonly string[] {
  return [...text.matchAll(PING)].flatMap(([, ping]) => (ping === undefined ? [] : [ping]))
}
