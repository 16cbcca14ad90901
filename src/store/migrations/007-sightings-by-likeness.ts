import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A posting that comes again under another id is looked up by what it is recognised by. */
export const sightingsByLikeness: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('sightings_likeness').on('sightings').column('likeness').execute()
  },
}
