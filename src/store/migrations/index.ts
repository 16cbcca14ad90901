import type { Migration } from 'kysely/migration'
import { conversationsAndButtons } from './001-conversations-and-buttons.ts'
import { membersServersAndAudit } from './002-members-servers-and-audit.ts'
import { catalogVersions } from './003-catalog-versions.ts'
import { alerts } from './004-alerts.ts'
import { seenEvents } from './005-seen-events.ts'
import { people } from './006-people.ts'
import { sightingsByLikeness } from './007-sightings-by-likeness.ts'
import { readings } from './008-readings.ts'
import { ledgerByPosting } from './009-ledger-by-posting.ts'
import { openDeliveries } from './010-open-deliveries.ts'

/** Every change of the tables in order; forward only: a migration that was released is never edited or removed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-conversations-and-buttons': conversationsAndButtons,
  '002-members-servers-and-audit': membersServersAndAudit,
  '003-catalog-versions': catalogVersions,
  '004-alerts': alerts,
  '005-seen-events': seenEvents,
  '006-people': people,
  '007-sightings-by-likeness': sightingsByLikeness,
  '008-readings': readings,
  '009-ledger-by-posting': ledgerByPosting,
  '010-open-deliveries': openDeliveries,
}
