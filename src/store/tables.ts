import type { Generated } from 'kysely'

/**
 * The tables of the state, the same in every database: times are ISO 8601 text in UTC with milliseconds (they sort
 * as text), values are JSON text.
 */
export interface StoreTables {
  readonly conversations: ConversationRow
  readonly buttons: ButtonRow
  readonly marks: MarkRow
  readonly servers: ServerRow
  readonly audit: AuditRow
  readonly hides: HideRow
}

interface ConversationRow {
  id: string
  /** A `Conversation` as JSON. */
  body: string
  saved_at: string
}

interface ButtonRow {
  key: string
  /** An `Action` as JSON. */
  action: string
  saved_at: string
}

interface MarkRow {
  member_id: string
  mark: string
  posting_id: string
  /** A `KeptPosting` as JSON. */
  body: string
  saved_at: string
}

interface ServerRow {
  id: string
  /** `ServerSettings` as JSON. */
  body: string
  saved_at: string
}

interface AuditRow {
  id: Generated<number>
  at: string
  member_id: string
  action: string
  /** 1 or 0. */
  is_allowed: number
  /** Place and detail as JSON. */
  body: string
}

interface HideRow {
  kind: string
  value: string
  member_id: string
  at: string
}
