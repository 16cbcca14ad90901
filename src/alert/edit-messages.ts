import type { SendOutcome } from '../platform.ts'
import type { DeliverDeps } from './deliver.ts'
import { loadMessage } from './load-message.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Platforms take only so many edits of a message that is older than an hour. */
const LATE_EDITS = 3
const EDITED_DAYS = 30
const EDITS_AT_ONCE = 5
const RETRY_MS = 60_000

/** Brings messages up to date that tell of a posting which closed or changed; a few at a time. @returns how many */
export async function editDue(deps: DeliverDeps): Promise<number> {
  const due = await deps.store.deliveries.listEditsDue(deps.now(), EDITS_AT_ONCE)
  for (const { messageKey, edits } of due) {
    const outcome = await edit(deps, messageKey, edits)
    const isLater = outcome?.type === 'later' || outcome?.type === 'unknown'
    const afterMs = outcome?.type === 'later' ? outcome.afterMs : RETRY_MS
    const retryAt = isLater ? new Date(deps.now().getTime() + afterMs) : null
    await deps.store.deliveries.settleEdit(messageKey, retryAt)
  }
  return due.length
}

/** @returns null where the message is past being edited */
async function edit(deps: DeliverDeps, messageKey: string, edits: number): Promise<SendOutcome | null> {
  const message = await deps.store.deliveries.listByMessage(messageKey)
  const [first] = message
  const outbox = deps.outboxes.get(first?.target.platform ?? '')
  if (!first?.messageId || !first.sentAt || !outbox) return null
  const age = deps.now().getTime() - first.sentAt.getTime()
  if (age > EDITED_DAYS * DAY_MS || (age > HOUR_MS && edits >= LATE_EDITS)) return null
  try {
    const reply = await deps.write(await loadMessage(deps, messageKey, message, first.sentAt))
    return await outbox.edit(first.target, first.messageId, reply)
  } catch (error) {
    deps.log.error({ err: error, messageKey }, 'an alert could not be edited')
    return null
  }
}
