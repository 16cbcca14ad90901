import type { Ids } from './ids.ts'
import { SLACK_LIMITS } from './limits.ts'
import { SlackError } from './slack-error.ts'
import type { SlackView } from './world.ts'

/** Somebody's permission to show them a form. */
export interface TriggerRecord {
  readonly id: string
  readonly userId: string
  readonly workspaceId: string
  /** Where it was given; null for forms. */
  readonly channelId: string | null
  readonly createdAtMs: number
  /** Hears of the form that was opened with it. */
  readonly onView: (view: SlackView) => void
}

/** Triggers by identifier: good for one form within three seconds. */
export interface Triggers {
  readonly create: (record: Omit<TriggerRecord, 'id' | 'createdAtMs'>) => string
  /** @throws {SlackError} invalid_trigger_id, expired_trigger_id, exchanged_trigger_id */
  readonly exchange: (id: string, workspaceId: string) => TriggerRecord
}

/** Makes an empty list of triggers. */
export function createTriggers(ids: Ids, now: () => number): Triggers {
  const waiting = new Map<string, TriggerRecord>()
  const used = new Set<string>()
  return {
    create: record => {
      const id = `${now()}.${waiting.size + used.size}.${ids.nextSecret()}`
      waiting.set(id, { ...record, id, createdAtMs: now() })
      return id
    },
    exchange: (id, workspaceId) => {
      if (used.has(id)) throw new SlackError('exchanged_trigger_id')
      const trigger = waiting.get(id)
      if (trigger === undefined || trigger.workspaceId !== workspaceId)
        throw new SlackError('invalid_trigger_id')
      if (now() - trigger.createdAtMs > SLACK_LIMITS.interaction.triggerMs)
        throw new SlackError('expired_trigger_id')
      waiting.delete(id)
      used.add(id)
      return trigger
    },
  }
}
