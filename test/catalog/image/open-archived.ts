import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { encodeRecord } from '../../../src/catalog/archive/archive-record.ts'
import { openArchive, type PostingArchive } from '../../../src/catalog/archive/posting-archive.ts'
import type { Catalog } from '../../../src/catalog/catalog.ts'
import { buildImageInSteps } from '../../../src/catalog/image/build-image.ts'
import type { CatalogImage } from '../../../src/catalog/image/catalog-image.ts'
import { openImageInSteps } from '../../../src/catalog/image/open-image.ts'
import { runSteps } from '../../../src/catalog/steps.ts'
import type { Posting } from '../../../src/posting/posting.ts'

/** What the tests of images count as the age limit of the source called feed. */
export const MAX_AGE_DAYS: ReadonlyMap<string, number | null> = new Map([
  ['feed', 60],
  ['folder', null],
])

/** A folder for the files of the test that runs, which is gone after it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-archive-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An archive, in memory if not said otherwise, and the keys of the postings in it. */
export function archivePostings(postings: readonly Posting[], path = ':memory:') {
  const archive = openArchive(path)
  const records = postings.map((posting, at) => encodeRecord(`key-${at}`, posting))
  archive.save(records)
  return { archive, path, records, keys: records.map(({ key }) => key) }
}

export function buildImage(
  archive: PostingArchive,
  keys: readonly string[],
  before: CatalogImage | null = null,
): CatalogImage {
  return runSteps(buildImageInSteps({ archive, keys, before, maxAgeDays: MAX_AGE_DAYS }))
}

export function openImage(
  archive: PostingArchive,
  image: CatalogImage,
  before: Catalog | null = null,
): Catalog {
  return runSteps(openImageInSteps(image, archive, before))
}
