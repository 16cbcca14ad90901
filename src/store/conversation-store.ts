import type { Kysely } from 'kysely'
import type { ConversationStore } from './store.ts'
import { parseConversation } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** Conversations in any database that Kysely speaks to. */
export function createConversationStore(db: Kysely<StoreTables>): ConversationStore {
  return {
    async load(conversationId) {
      const row = await db
        .selectFrom('conversations')
        .select('body')
        .where('id', '=', conversationId)
        .executeTakeFirst()
      return row ? parseConversation(row.body) : null
    },
    async save(conversationId, conversation, now) {
      const state = { body: JSON.stringify(conversation), saved_at: now.toISOString() }
      await db
        .insertInto('conversations')
        .values({ id: conversationId, ...state })
        .onConflict(conflict => conflict.column('id').doUpdateSet(state))
        .execute()
    },
  }
}
