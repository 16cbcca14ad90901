import type { Member, Request, RequestContent } from '../../src/platform.ts'
import type { MessageRef, PageEvent } from './page-event.ts'

/** Whoever looks at the page: an admin, so that every command can be seen. */
export const VISITOR = {
  name: 'You',
  ids: { discord: 'discord:100', slack: 'slack:U100' },
  member: { groups: [], managesServer: true, managesChannel: true, isGuest: false } satisfies Omit<
    Member,
    'id'
  >,
} as const

/** What the drawn messages say instead of a time, so that pictures of them stay the same. */
export const SHOWN_TIME = '09:41'

let messages = 0

/** An id for a message that no other message has, as long as the preview runs. */
export function nextMessageId(): string {
  messages += 1
  return `m${messages}`
}

/**
 * What the visitor did, as an adapter would hand it to the bot.
 * @param isEphemeral whether only the visitor sees the message that it was done in, or the answer to the command
 */
export function makeVisitorRequest(
  platform: PageEvent['platform'],
  content: RequestContent,
  place: MessageRef['place'],
  isEphemeral: boolean,
  pageSize: number,
): Request {
  const isPrivate = place === 'direct'
  return {
    conversationId: `${platform}:${place}:${VISITOR.name}`,
    content,
    pageSize,
    member: { ...VISITOR.member, id: VISITOR.ids[platform] },
    place: { platform, serverId: isPrivate ? null : 'preview', channelId: place },
    surface: { isPrivate, viewers: isPrivate || isEphemeral ? 'asker' : 'place', isRich: true },
  }
}
