import type { WebClient } from '@slack/web-api'

/** The conversations of people with the bot alone. */
export interface DirectChannels {
  /** The id of somebody's. @throws what Slack says against it */
  readonly open: (userId: string) => Promise<string>
  /** Whether a channel is it: two people have one of their own that looks the same. False where Slack does not say. */
  readonly isOwn: (userId: string, channelId: string) => Promise<boolean>
}

const KEPT = 10_000

/** Asks Slack once a person. */
export function createDirectChannels(client: WebClient): DirectChannels {
  const known = new Map<string, string>()
  const open = async (userId: string): Promise<string> => {
    const kept = known.get(userId)
    if (kept !== undefined) return kept
    const { channel } = await client.conversations.open({ users: userId })
    const channelId = channel?.id ?? userId
    if (known.size >= KEPT) known.clear()
    known.set(userId, channelId)
    return channelId
  }
  return {
    open,
    isOwn: async (userId, channelId) => {
      if (!isDirectId(channelId)) return false
      try {
        return (await open(userId)) === channelId
      } catch {
        return false
      }
    },
  }
}

/** Whether the id is of a conversation of two. */
export function isDirectId(channelId: string): boolean {
  return channelId.startsWith('D')
}
