import type { Kysely } from 'kysely'
import { prepareQuery } from './prepare-query.ts'
import type { ConversationStore } from './store.ts'
import { parseConversation } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

/** Conversations in any database that Kysely speaks to. */
export function createConversationStore(db: Kysely<StoreTables>): ConversationStore {
  const select = prepareQuery(db, 1, ([id = '']) =>
    db.selectFrom('conversations').select(['body', 'saved_at']).where('id', '=', id),
  )
  const upsert = prepareQuery(db, 3, ([id = '', body = '', saved_at = '']) =>
    db
      .insertInto('conversations')
      .values({ id, body, saved_at })
      .onConflict(conflict => conflict.column('id').doUpdateSet({ body, saved_at })),
  )
  return {
    async load(conversationId) {
      const [row] = await select([conversationId])
      const conversation = row ? parseConversation(row.body) : null
      return row && conversation ? { ...conversation, savedAt: new Date(row.saved_at) } : null
    },
    async save(conversationId, conversation, now) {
      await upsert([conversationId, JSON.stringify(conversation), now.toISOString()])
    },
    async remove(conversationId) {
      await db.deleteFrom('conversations').where('id', '=', conversationId).execute()
    },
  }
}
