import type { Outbox, SendOutcome, Standing, Target } from '../../src/platform.ts'
import type { Reply } from '../../src/reply.ts'

/** A message as it stands in a place. */
export interface PostedMessage {
  readonly id: string
  readonly target: Target
  readonly key: string
  /** The message that it stands below; null for none. */
  readonly below: string | null
  reply: Reply
  edits: number
}

export interface FakeOutboxOptions {
  /** How long a key is remembered, as Discord does; null for a platform that remembers none, as Slack. */
  readonly nonceMs: number | null
  readonly now: () => Date
  /** What becomes of a message that arrives; null for nothing out of the ordinary. `lost-answer` is posted all the same. */
  readonly fault?: (target: Target, reply: Reply, attempt: number) => SendOutcome | 'lost-answer' | null
}

/** A platform's outbox in memory: keys that are known for a while, channels that are gone, answers that get lost. */
export interface FakeOutbox extends Outbox {
  readonly posted: PostedMessage[]
  /** Who is no member, by id. */
  readonly standings: Map<string, Standing>
  /** How often anything was tried. */
  readonly attempts: () => number
}

export function createFakeOutbox({ nonceMs, now, fault }: FakeOutboxOptions): FakeOutbox {
  const posted: PostedMessage[] = []
  const remembered = new Map<string, { readonly id: string; readonly until: number }>()
  const standings = new Map<string, Standing>()
  let attempts = 0

  const post = (target: Target, below: string | null, reply: Reply, key: string): SendOutcome => {
    attempts += 1
    const broken = fault?.(target, reply, attempts) ?? null
    if (broken !== null && broken !== 'lost-answer') return broken
    const known = remembered.get(key)
    const isKnown = known !== undefined && known.until > now().getTime()
    const id = isKnown ? known.id : `m${posted.length + 1}`
    if (!isKnown) posted.push({ id, target, key, below, reply, edits: 0 })
    if (nonceMs !== null && !isKnown) remembered.set(key, { id, until: now().getTime() + nonceMs })
    return broken === 'lost-answer'
      ? { type: 'unknown', reason: 'the answer got lost' }
      : { type: 'sent', messageId: id }
  }

  return {
    posted,
    standings,
    attempts: () => attempts,
    send: async (target, reply, key) => post(target, null, reply, key),
    sendBelow: async (target, messageId, reply, key) => post(target, messageId, reply, key),
    async edit(_, messageId, reply) {
      const message = posted.find(({ id }) => id === messageId)
      if (!message) return { type: 'gone', reason: 'no such message' }
      message.reply = reply
      message.edits += 1
      return { type: 'sent', messageId }
    },
    async find(_, key) {
      const known = nonceMs === null ? undefined : posted.find(message => message.key === key)
      return known ? { type: 'sent', messageId: known.id } : null
    },
    findStanding: async (_, memberId) => standings.get(memberId) ?? 'member',
  }
}

/** All words of a reply. */
export function textOf(reply: Reply): string {
  return reply.blocks
    .map(block => {
      if (block.type === 'text') return block.spans.map(span => span.text).join('')
      if (block.type === 'posting') return [block.title, block.company, block.pay, block.outcome].join(' ')
      return ''
    })
    .join('\n')
}
