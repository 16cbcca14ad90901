import type { Ids } from './ids.ts'
import { SLACK_LIMITS } from './limits.ts'
import type { SlackMessage } from './world.ts'

/** Somebody's permission to answer them without a token. */
export interface ResponseUrlRecord {
  readonly workspaceId: string
  readonly channelId: string
  readonly userId: string
  /** The message that was used, which may be replaced or deleted; null for commands and forms. */
  readonly originTs: string | null
  readonly createdAtMs: number
  /** Hears of every message that is posted or replaced with it. */
  readonly onMessage: (message: SlackMessage) => void
}

/** Addresses for answers: five uses within half an hour. */
export interface ResponseUrls {
  /** The whole address. */
  readonly create: (kind: 'commands' | 'actions', record: Omit<ResponseUrlRecord, 'createdAtMs'>) => string
  /** The record, with one use taken; a text when Slack refuses. */
  readonly use: (path: string) => ResponseUrlRecord | 'expired_url' | 'used_url' | 'invalid_url'
}

/** Makes an empty list of addresses. */
export function createResponseUrls(ids: Ids, now: () => number, origin: () => string): ResponseUrls {
  const known = new Map<string, { readonly record: ResponseUrlRecord; uses: number }>()
  const { responseUrlMs, responseUrlUses } = SLACK_LIMITS.interaction
  return {
    create: (kind, record) => {
      const path = `/${kind}/${record.workspaceId}/${ids.next('R')}/${ids.nextSecret()}`
      known.set(path, { record: { ...record, createdAtMs: now() }, uses: 0 })
      return `${origin()}${path}`
    },
    use: path => {
      const entry = known.get(path)
      if (entry === undefined) return 'invalid_url'
      if (now() - entry.record.createdAtMs > responseUrlMs) return 'expired_url'
      if (entry.uses >= responseUrlUses) return 'used_url'
      entry.uses += 1
      return entry.record
    },
  }
}
