import type { Kysely } from 'kysely'
import type { Action } from '../reply.ts'
import { computeButtonKey } from './button-key.ts'
import type { ButtonStore, ConversationStore, Store } from './store.ts'
import { parseAction, parseConversation } from './stored-values.ts'
import type { StoreTables } from './tables.ts'

const DAY_MS = 86_400_000
const CONVERSATION_DAYS = 30
const BUTTON_DAYS = 7

/** The store on any database that Kysely speaks to; its tables must be there already (see `migrateToLatest`). */
export function createKyselyStore(db: Kysely<StoreTables>): Store {
  return {
    conversations: createConversationStore(db),
    buttons: createButtonStore(db),
    async deleteExpired(now) {
      await db
        .deleteFrom('conversations')
        .where('saved_at', '<', daysBefore(now, CONVERSATION_DAYS))
        .execute()
      await db.deleteFrom('buttons').where('saved_at', '<', daysBefore(now, BUTTON_DAYS)).execute()
    },
    close: () => db.destroy(),
  }
}

function createConversationStore(db: Kysely<StoreTables>): ConversationStore {
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

function createButtonStore(db: Kysely<StoreTables>): ButtonStore {
  return {
    async save(action, now) {
      await saveActions(db, [action], now)
      return computeButtonKey(action)
    },
    async saveAll(actions, now) {
      await saveActions(db, actions, now)
      return actions.map(computeButtonKey)
    },
    async load(key, now) {
      const row = await db
        .selectFrom('buttons')
        .select('action')
        .where('key', '=', key)
        .where('saved_at', '>=', daysBefore(now, BUTTON_DAYS))
        .executeTakeFirst()
      return row ? parseAction(row.action) : null
    },
  }
}

/** One statement for all of them, so that an answer waits for the disk only once. */
async function saveActions(db: Kysely<StoreTables>, actions: readonly Action[], now: Date): Promise<void> {
  const saved_at = now.toISOString()
  // An upsert may not meet the same key twice.
  const byKey = new Map(actions.map(action => [computeButtonKey(action), JSON.stringify(action)]))
  if (byKey.size === 0) return
  await db
    .insertInto('buttons')
    .values([...byKey].map(([key, action]) => ({ key, action, saved_at })))
    .onConflict(conflict => conflict.column('key').doUpdateSet({ saved_at }))
    .execute()
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString()
}
