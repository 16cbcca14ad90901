import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Steps } from '../../catalog/steps.ts'
import { SAMPLE_FOLDER } from '../../source/sample-folder.ts'
import type { SourceDocument } from '../../source/source.ts'
import { readDocument } from './read-document.ts'

/** The first takes a third of a second, the sixth a hundredth: further ones gain little. */
const SAMPLES = 6

/**
 * Reads some of the sample postings, one in each step, for a thread that waits for its first document: then its tables
 * are there and its patterns are compiled when that comes. Nothing is kept of them.
 */
export function* practise(): Steps<void> {
  for (const document of listSamples()) {
    readDocument({
      key: document.path,
      document,
      provenance: { sourceName: 'sample data', isSample: true },
    })
    yield
  }
}

/** None where somebody has removed them, or put something else in their place. */
function listSamples(): readonly SourceDocument[] {
  try {
    const names = readdirSync(SAMPLE_FOLDER).sort().slice(0, SAMPLES)
    return names.map(path => ({ path, content: readFileSync(join(SAMPLE_FOLDER, path)) }))
  } catch {
    return []
  }
}
