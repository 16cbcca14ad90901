import type { Core } from '../core.ts'
import { editMessage, type MessageContent, postMessage } from '../messages.ts'
import {
  type ChannelRecord,
  canSee,
  findMessage,
  type MessageRecord,
  type SlackMessage,
  type UserRecord,
} from '../world.ts'

/** How somebody writes. */
export interface WriteOptions {
  /** The message that they answer in its thread. */
  readonly thread?: { readonly ts: string }
  /** Whether the text is already as Slack writes it (default false: `&`, `<` and `>` are escaped, links marked). */
  readonly isRaw?: boolean
}

/** Writes a message as a person. @throws Error when the person cannot write there */
export function writeMessage(
  core: Core,
  channel: ChannelRecord,
  author: UserRecord,
  typed: string,
  { thread, isRaw = false }: WriteOptions = {},
): SlackMessage {
  if (!canSee(channel, author)) throw new Error(`${author.name} is not in the channel ${channel.id}`)
  if (channel.isArchived) throw new Error(`the channel ${channel.id} is archived`)
  const parent = thread === undefined ? null : findMessage(core.world, channel.id, thread.ts)
  if (thread !== undefined && (parent === null || parent.visibleTo !== null))
    throw new Error(`no message ${thread.ts} to answer`)
  return postMessage(core, {
    channel,
    author,
    workspace: null,
    ...createTyped(isRaw ? typed : escapeTyped(typed)),
    ...(parent === null ? {} : { threadTs: parent.message.thread_ts ?? parent.message.ts }),
  })
}

/** What Slack makes out of typed text; mentions `<@U…>` stay, since people pick them from a list. */
function escapeTyped(typed: string): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const withMentions = escaped.replace(/&lt;(@[UW][A-Z0-9]{1,20})&gt;/g, '<$1>')
  return withMentions.replace(/https?:\/\/[^\s<>]{1,2000}/g, url => `<${url}>`)
}

/** Changes what somebody wrote, as they would. */
export function rewriteMessage(core: Core, record: MessageRecord, typed: string): SlackMessage {
  return editMessage(core, record, createTyped(escapeTyped(typed)), true)
}

/** Text and rich text of what people write. */
function createTyped(text: string): MessageContent {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] }
  return { text, blocks: [{ type: 'rich_text', elements: [section] }] }
}
