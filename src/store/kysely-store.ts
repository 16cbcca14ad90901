import type { Kysely } from 'kysely'
import { createAuditStore } from './audit-store.ts'
import { createButtonStore } from './button-store.ts'
import { createConversationStore } from './conversation-store.ts'
import { createDeliveryStore } from './delivery-store.ts'
import { createEventStore } from './event-store.ts'
import { createHideStore } from './hide-store.ts'
import { createHostCallStore } from './host-call-store.ts'
import {
  AUDIT_DAYS,
  BUTTON_DAYS,
  CONVERSATION_DAYS,
  DELIVERY_DAYS,
  daysBefore,
  EVENT_DAYS,
  HOST_CALL_DAYS,
  VERSION_DAYS,
} from './keeping-times.ts'
import { createKeptSourceStore } from './kept-source-store.ts'
import { createMarkStore } from './mark-store.ts'
import { createPeopleStore } from './people-store.ts'
import { createReadingStore } from './reading-store.ts'
import { createServerStore } from './server-store.ts'
import { createSightingStore } from './sighting-store.ts'
import type { Store } from './store.ts'
import { createSubscriptionStore } from './subscription-store.ts'
import type { StoreTables } from './tables.ts'
import { createVersionStore } from './version-store.ts'
import type { WriteRows } from './write-rows.ts'

/** The store on any database that Kysely speaks to; its tables must be there already (see `migrateToLatest`). */
export function createKyselyStore(db: Kysely<StoreTables>, writeRows: WriteRows): Store {
  return {
    conversations: createConversationStore(db),
    buttons: createButtonStore(db),
    marks: createMarkStore(db),
    servers: createServerStore(db),
    audit: createAuditStore(db),
    hides: createHideStore(db),
    events: createEventStore(db),
    people: createPeopleStore(db),
    versions: createVersionStore(db),
    keptSources: createKeptSourceStore(db),
    hostCalls: createHostCallStore(db),
    subscriptions: createSubscriptionStore(db),
    sightings: createSightingStore(db),
    deliveries: createDeliveryStore(db, writeRows),
    readings: createReadingStore(db, writeRows),
    async deleteExpired(now) {
      await db
        .deleteFrom('conversations')
        .where('saved_at', '<', daysBefore(now, CONVERSATION_DAYS))
        .execute()
      await db.deleteFrom('buttons').where('saved_at', '<', daysBefore(now, BUTTON_DAYS)).execute()
      await db.deleteFrom('events').where('seen_at', '<', daysBefore(now, EVENT_DAYS)).execute()
      await db.deleteFrom('audit').where('at', '<', daysBefore(now, AUDIT_DAYS)).execute()
      await db.deleteFrom('catalog_versions').where('at', '<', daysBefore(now, VERSION_DAYS)).execute()
      await db
        .deleteFrom('deliveries')
        .where('state', 'in', ['sent', 'dropped', 'failed'])
        .where('planned_at', '<', daysBefore(now, DELIVERY_DAYS))
        .execute()
      await db.deleteFrom('host_calls').where('at', '<', daysBefore(now, HOST_CALL_DAYS)).execute()
    },
    close: () => db.destroy(),
  }
}
