import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openArchive, type PostingArchive } from '../../src/catalog/archive/posting-archive.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { buildImageInSteps } from '../../src/catalog/image/build-image.ts'
import { loadImage, saveImage } from '../../src/catalog/image/image-file.ts'
import { openImageInSteps } from '../../src/catalog/image/open-image.ts'
import { runSteps } from '../../src/catalog/steps.ts'
import type { LoadedPart } from '../../src/reload/loaded-source.ts'
import { createArchiveReader } from '../../src/reload/worker/archive-reader.ts'
import { createParser } from '../../src/reload/worker/parser.ts'
import { planReading } from '../../src/reload/worker/plan-reading.ts'
import { generatePostings } from './generate-postings.ts'

/** What generated postings are made of. */
export interface CorpusOptions {
  readonly folder: string
  readonly count: number
  readonly seed: string
}

const PROVENANCE = { sourceName: 'bench', isSample: false }
/** The archive is thrown away, so that nothing can be read with other code. */
const READING_VERSION = 'bench'
const VERSION_ID = 'bench'
/** So many documents are on their way to the threads that read them. */
const AT_ONCE = 100

/** Reads generated documents into an archive, as a reload does. @returns the size of all documents in bytes */
export async function archiveCorpus(options: CorpusOptions, state: string): Promise<number> {
  const archive = openArchive(join(state, 'cache.sqlite'))
  const plan = planReading({ answering: null, cores: availableParallelism(), isPractised: true })
  const parser = createParser(plan)
  const reader = createArchiveReader(archive, parser, READING_VERSION)
  const keys: string[] = []
  const settle = async (reading: readonly Promise<LoadedPart>[]) => {
    for (const part of await Promise.all(reading)) keys.push(readKey(part))
  }
  let bytes = 0
  let reading: Promise<LoadedPart>[] = []
  for await (const { path, text } of generatePostings(options)) {
    const content = new TextEncoder().encode(text)
    bytes += content.length
    reading.push(reader.read({ path, content }, PROVENANCE))
    if (reading.length < AT_ONCE) continue
    await settle(reading)
    reading = []
  }
  await settle(reading)
  reader.flush()
  await parser.stop()
  const image = runSteps(buildImageInSteps({ keys, maxAgeDays: new Map(), before: null, archive }))
  const problem = saveImage(join(state, 'images'), VERSION_ID, image) ?? archive.problem()
  archive.close()
  if (problem !== null) throw new Error(`The corpus cannot be kept: ${problem}`)
  return bytes
}

function readKey(part: LoadedPart): string {
  if ('reason' in part) throw new Error(`${part.path} is read as no posting: ${part.reason}`)
  return part.key
}

/** Opens the catalog of an archived corpus, as a start does: indexes and facts in memory, texts on disk. */
export function openCorpus(state: string): { readonly catalog: Catalog; readonly archive: PostingArchive } {
  const archive = openArchive(join(state, 'cache.sqlite'))
  const image = loadImage(join(state, 'images'), VERSION_ID)
  if (image === null) throw new Error(`There is no corpus in ${state}`)
  return { catalog: runSteps(openImageInSteps(image, archive, null)), archive }
}
