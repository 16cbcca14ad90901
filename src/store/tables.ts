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
  readonly catalog_versions: CatalogVersionRow
  readonly kept_sources: KeptSourceRow
  readonly host_calls: HostCallRow
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

interface CatalogVersionRow {
  id: Generated<number>
  at: string
  member_id: string
  revision: string
  /** The rest of a `CatalogVersion` as JSON. */
  body: string
}

interface KeptSourceRow {
  address: string
  /** 1 or 0. */
  is_added: number
  /** 1 or 0. */
  is_paused: number
  member_id: string
  at: string
}

interface HostCallRow {
  id: string
  at: string
  state: string
  /** A `CommandCall` as JSON. */
  call: string
  /** A `Reply` as JSON. */
  reply: string | null
  reported_at: string | null
}
