/**
 * The tables of the state, the same in every database: times are ISO 8601 text in UTC with milliseconds (they sort
 * as text), values are JSON text.
 */
export interface StoreTables {
  readonly conversations: ConversationRow
  readonly buttons: ButtonRow
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
