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
  readonly events: EventRow
  readonly people: PersonRow
  readonly catalog_versions: CatalogVersionRow
  readonly kept_sources: KeptSourceRow
  readonly host_calls: HostCallRow
  readonly subscriptions: SubscriptionRow
  readonly sightings: SightingRow
  readonly seen_sources: SeenSourceRow
  readonly deliveries: DeliveryRow
  readonly readings: ReadingRow
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

interface EventRow {
  id: string
  seen_at: string
}

export interface SubscriptionRow {
  id: string
  /** See `placeKey`. */
  place: string
  server_id: string | null
  owner_id: string
  paused: string | null
  created_at: string
  since: string
  heard_at: string
  /** Question, target and options as JSON. */
  body: string
}

export interface SightingRow {
  id: string
  posting_id: string
  source_name: string
  first_seen: string
  last_seen: string | null
  closed_since: string | null
  closed_by: string | null
  openings: number
  /** 1 or 0. */
  is_arrival: number
  likeness: string
  /** Numbers as JSON. */
  sketch: string
}

interface SeenSourceRow {
  name: string
  first_seen: string
  last_seen: string
}

export interface DeliveryRow {
  id: Generated<number>
  place: string
  posting_id: string
  revision: string
  kind: string
  /** A `Target` as JSON. */
  target: string
  /** A `DeliveryBody` as JSON. */
  body: string
  state: string
  rule: string | null
  due_at: string
  planned_at: string
  message_key: string | null
  leased_until: string | null
  /** Nothing is posted in the place before; null for no such wait. */
  retry_at: string | null
  attempts: Generated<number>
  unknowns: Generated<number>
  problem: string | null
  message_id: string | null
  sent_at: string | null
  /** A `PostingOutcome` as JSON. */
  outcome: string | null
  /** When the message is to be edited; null where it need not. */
  edit_due: string | null
  edits: Generated<number>
}

interface ReadingRow {
  /** The question, after a sign that says whether what is not stated is let in. */
  key: string
  /** Names the code that read it. */
  version: string
  /** What the catalog said about its words. */
  facts: string
  /** The words and the query as JSON. */
  body: string
}

interface PersonRow {
  member_id: string
  /** As a condition of a question. */
  place: string
  saved_at: string
}
