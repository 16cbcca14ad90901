import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Steps } from '../../catalog/steps.ts'
import { SAMPLE_FOLDER } from '../../source/sample-folder.ts'
import { readDocument } from './read-document.ts'

/** The first takes a third of a second, the sixth a hundredth: further ones gain little. */
const SAMPLES = 6

/**
 * Reads some of the sample postings, one in each step, for a thread that waits for its first document: then its tables
 * are there and its patterns are compiled when that comes. Nothing is kept of them.
 */
export function* practise(): Steps<void> {
  for (const name of listSamples()) {
    const document = { path: name, content: readFileSync(join(SAMPLE_FOLDER, name)) }
    readDocument({ key: name, document, provenance: { sourceName: 'sample data', isSample: true } })
    yield
  }
}

/** Somebody may have removed them. */
function listSamples(): readonly string[] {
  try {
    return readdirSync(SAMPLE_FOLDER).sort().slice(0, SAMPLES)
  } catch {
    return []
  }
}
