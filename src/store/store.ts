import type { Conversation } from '../conversation/conversation.ts'
import type { Action } from '../reply.ts'

/** What the bot remembers of conversations; `deleteExpired` forgets those not saved for 30 days. */
export interface ConversationStore {
  /** @returns null when nothing is remembered */
  load(conversationId: string): Promise<Conversation | null>
  save(conversationId: string, conversation: Conversation, now: Date): Promise<void>
}

/** What buttons do, behind keys short enough for every platform; kept for seven days after the last save. */
export interface ButtonStore {
  /** @returns a key of 16 characters, the same for the same action */
  save(action: Action, now: Date): Promise<string>
  /** Saves several at once. @returns their keys in the same order */
  saveAll(actions: readonly Action[], now: Date): Promise<string[]>
  /** @returns null when the key is unknown or older than seven days */
  load(key: string, now: Date): Promise<Action | null>
}

/** Everything that outlives a restart. */
export interface Store {
  readonly conversations: ConversationStore
  readonly buttons: ButtonStore
  /** Deletes what is past its time; cheap enough to call at every start. */
  deleteExpired(now: Date): Promise<void>
  close(): Promise<void>
}
