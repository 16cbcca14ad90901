import type { Kysely, Selectable } from 'kysely'
import { CLOSED_BY, type Sighting, type SightingKey } from '../alert/sighting.ts'
import type { SightingStore } from './store.ts'
import { parseNumbers } from './stored-values.ts'
import type { SightingRow, StoreTables } from './tables.ts'
import type { RowValue } from './write-rows.ts'

/** What is read in one step takes a few milliseconds. */
const IDS_AT_ONCE = 250

/** Which postings were seen when, in any database that Kysely speaks to. */
export function createSightingStore(db: Kysely<StoreTables>): SightingStore {
  return {
    async listKeys(afterId, limit) {
      const first = db.selectFrom('sightings').select(KEY_COLUMNS).orderBy('id').limit(limit)
      const rows = await (afterId === null ? first : first.where('id', '>', afterId)).execute()
      return rows.map(readKey)
    },
    listByIds: ids => listBy(db, 'id', ids),
    listByPostings: postingIds => listBy(db, 'posting_id', postingIds),
    async listByLikeness(likenesses) {
      const found: SightingKey[] = []
      for (let from = 0; from < likenesses.length; from += IDS_AT_ONCE) {
        const some = likenesses.slice(from, from + IDS_AT_ONCE)
        const rows = await db
          .selectFrom('sightings')
          .select(KEY_COLUMNS)
          .where('likeness', 'in', some)
          .execute()
        found.push(...rows.map(readKey))
      }
      return found
    },
    async listArrivals(since) {
      const rows = await db
        .selectFrom('sightings')
        .select('posting_id')
        .distinct()
        .where('is_arrival', '=', 1)
        .where('first_seen', '>=', since.toISOString())
        .execute()
      return rows.map(row => row.posting_id)
    },
    async listSources() {
      const rows = await db.selectFrom('seen_sources').selectAll().orderBy('name').execute()
      return rows.map(({ name, first_seen, last_seen }) => ({
        name,
        firstSeen: new Date(first_seen),
        lastSeen: new Date(last_seen),
      }))
    },
  }
}

async function listBy(
  db: Kysely<StoreTables>,
  column: 'id' | 'posting_id',
  ids: readonly string[],
): Promise<readonly Sighting[]> {
  const found: Sighting[] = []
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE)
    const rows = await db.selectFrom('sightings').selectAll().where(column, 'in', some).execute()
    found.push(...rows.map(readSighting))
  }
  return found
}

const KEY_COLUMNS = ['id', 'posting_id', 'source_name', 'closed_since'] as const

function readKey(row: Pick<Selectable<SightingRow>, (typeof KEY_COLUMNS)[number]>): SightingKey {
  return {
    id: row.id,
    postingId: row.posting_id,
    sourceName: row.source_name,
    isOpen: row.closed_since === null,
  }
}

/** A sighting as its table holds it. */
export function toSightingRow(sighting: Sighting): Readonly<Record<keyof SightingRow, RowValue>> {
  const { id, postingId, sourceName, firstSeen, lastSeen, closedSince, closedBy } = sighting
  return {
    id,
    posting_id: postingId,
    source_name: sourceName,
    first_seen: firstSeen.toISOString(),
    last_seen: lastSeen?.toISOString() ?? null,
    closed_since: closedSince?.toISOString() ?? null,
    closed_by: closedBy,
    openings: sighting.openings,
    is_arrival: sighting.isArrival ? 1 : 0,
    likeness: sighting.likeness,
    sketch: JSON.stringify(sighting.sketch),
  }
}

function readSighting(row: Selectable<SightingRow>): Sighting {
  return {
    id: row.id,
    postingId: row.posting_id,
    sourceName: row.source_name,
    firstSeen: new Date(row.first_seen),
    lastSeen: row.last_seen === null ? null : new Date(row.last_seen),
    closedSince: row.closed_since === null ? null : new Date(row.closed_since),
    closedBy: CLOSED_BY.find(cause => cause === row.closed_by) ?? null,
    openings: row.openings,
    isArrival: row.is_arrival === 1,
    likeness: row.likeness,
    sketch: parseNumbers(row.sketch),
  }
}
