import { renderPostingJson } from '../posting/posting-json.ts'
import { collectPostings } from '../reload/collect-postings.ts'
import type { Source } from '../source/source.ts'
import { createProgress, tell, writeLine } from './output.ts'

/**
 * Prints one JSON object a posting; what cannot be read goes to standard error.
 * @returns the exit status: 1 when a document could not be read
 */
export async function runParse(sources: readonly Source[]): Promise<number> {
  const progress = createProgress('Reading documents:')
  let documents = 0
  const rejected: string[] = []
  for await (const collected of collectPostings(sources)) {
    progress.update(++documents)
    if (collected.type === 'posting') await writeLine(JSON.stringify(renderPostingJson(collected.posting)))
    else rejected.push(`${collected.rejected.path}: ${collected.rejected.reason}`)
  }
  progress.end()
  for (const line of rejected) tell(line)
  return rejected.length > 0 ? 1 : 0
}
