import type { Outbox, SendOutcome, Target } from '../../../src/platform.ts'
import type { Reply } from '../../../src/reply.ts'

const TIMEOUT_MS = 2000

/** An outbox that posts to a platform in another process, and reads its failures as a real one would. */
export function createHttpOutbox(url: string): Outbox {
  const post = (target: Target, reply: Reply, key: string): Promise<SendOutcome> =>
    attempt(`${url}/send`, { target, key, titles: titlesOf(reply) })
  return {
    send: post,
    sendBelow: (target, _, reply, key) => post(target, reply, key),
    edit: async (_, messageId) => ({ type: 'sent', messageId }),
    async find(target, key) {
      const outcome = await attempt(`${url}/find`, { target, key, titles: [] })
      return outcome.type === 'sent' && outcome.messageId !== '' ? outcome.messageId : null
    },
  }
}

function titlesOf({ blocks }: Reply): readonly string[] {
  return blocks.flatMap(block => (block.type === 'posting' ? [block.title] : []))
}

async function attempt(url: string, body: unknown): Promise<SendOutcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.status === 429)
      return { type: 'later', afterMs: Number(response.headers.get('retry-after-ms')), reason: '429' }
    if (!response.ok) return { type: 'unknown', reason: String(response.status) }
    return { type: 'sent', messageId: await response.text() }
  } catch (error) {
    return { type: 'unknown', reason: String(error) }
  }
}
