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
        .select(['body', 'saved_at'])
        .where('id', '=', conversationId)
        .executeTakeFirst()
      const conversation = row ? parseConversation(row.body) : null
      return row && conversation ? { ...conversation, savedAt: new Date(row.saved_at) } : null
    },
    async save(conversationId, conversation, now) {
      const state = { body: JSON.stringify(conversation), saved_at: now.toISOString() }
      await db
        .insertInto('conversations')
        .values({ id: conversationId, ...state })
        .onConflict(conflict => conflict.column('id').doUpdateSet(state))
        .execute()
    },
    async remove(conversationId) {
      await db.deleteFrom('conversations').where('id', '=', conversationId).execute()
    },
  }
}
