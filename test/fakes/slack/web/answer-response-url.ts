import { asText, type JsonObject } from '../../discord/json.ts'
import { readContent } from '../content.ts'
import type { Core } from '../core.ts'
import { SLACK_LIMITS } from '../limits.ts'
import { deleteMessage, editMessage, postMessage } from '../messages.ts'
import type { ResponseUrlRecord } from '../response-urls.ts'
import { SlackError } from '../slack-error.ts'
import { findMessage, requireChannel, requireUser, type SlackMessage, workspaceOf } from '../world.ts'

interface Answer {
  readonly status: number
  readonly body: JsonObject | string
}

const FIELDS: readonly string[] = [
  'text',
  'blocks',
  'attachments',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
  'metadata',
  'mrkdwn',
]

/** Answers a request to a response_url. */
export function answerResponseUrl(core: Core, path: string, args: JsonObject): Answer {
  const record = core.responseUrls.use(path)
  if (typeof record === 'string') return { status: 404, body: { ok: false, error: record } }
  const workspace = workspaceOf(core.world, record.workspaceId)
  if (workspace.tokenError !== null) return { status: 404, body: { ok: false, error: 'invalid_url' } }
  try {
    respond(core, record, args)
    return { status: 200, body: 'ok' }
  } catch (error) {
    if (error instanceof SlackError) return { status: 400, body: error.body }
    throw error
  }
}

/**
 * Does what the body for a response_url says.
 * @throws {SlackError} invalid_blocks and the like
 */
export function respond(core: Core, record: ResponseUrlRecord, args: JsonObject): SlackMessage | null {
  const unknown = Object.keys(args).filter(key => !FIELDS.includes(key))
  core.violations.push(...unknown.map(key => `a response had a field unknown to Slack: ${key}`))
  const origin = record.originTs === null ? null : findMessage(core.world, record.channelId, record.originTs)
  if (args.delete_original === true) {
    if (origin !== null) deleteMessage(core, origin)
    return null
  }
  const content = readContent(args, SLACK_LIMITS.message.text)
  if (args.replace_original === true && origin !== null) {
    const message = editMessage(core, origin, content, false)
    record.onMessage(message)
    return message
  }
  const workspace = workspaceOf(core.world, record.workspaceId)
  const threadTs = asText(args.thread_ts)
  const message = postMessage(core, {
    ...content,
    channel: requireChannel(core.world, record.channelId),
    author: requireUser(core.world, workspace.botUserId),
    workspace,
    visibleTo: args.response_type === 'in_channel' ? null : record.userId,
    ...(threadTs === '' ? {} : { threadTs }),
  })
  record.onMessage(message)
  return message
}
