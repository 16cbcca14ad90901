const DAY_MS = 86_400_000

/** How long things are kept after they were saved last. */
export const CONVERSATION_DAYS = 30
export const BUTTON_DAYS = 7
export const EVENT_DAYS = 1
export const AUDIT_DAYS = 365
export const VERSION_DAYS = 365
export const HOST_CALL_DAYS = 1
/** Longer than a posting stays away before it is told again, and than a message is edited. */
export const DELIVERY_DAYS = 365

/** A time so many days before another, as the tables hold it. */
export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString()
}
