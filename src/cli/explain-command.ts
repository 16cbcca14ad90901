import { existsSync } from 'node:fs'
import { basename, relative, resolve } from 'node:path'
import { decodeText } from '../posting/decode-text.ts'
import { createLineFinder } from '../posting/find-line.ts'
import { parsePosting } from '../posting/parse-posting.ts'
import { repairText } from '../posting/repair-text.ts'
import type { Source, SourceDocument, UnreadDocument } from '../source/source.ts'
import type { Screen } from './ask-command.ts'
import { drawExplanation } from './draw-explanation.ts'
import { explainPosting } from './explain-posting.ts'
import { tell, writeLine } from './output.ts'

/** How an explanation is printed, and where what it explains comes from. */
export interface ExplainOptions {
  readonly isJson: boolean
  readonly screen: Screen
  /** What `--data` names; empty where it was not given. */
  readonly given: readonly string[]
  /** Opens a path as a source of its own. */
  readonly openPath: (path: string) => Source
}

/** How many paths are named when the wanted one is not there. */
const MAX_GUESSES = 5

/**
 * Prints what was read from the posting at a path, and from which lines; of a folder, from every posting in it.
 * @param path as `parse` prints it, the end of such a path, or that of a file
 * @returns the exit status: 1 when there is no such document or it is no posting
 */
export async function runExplain(
  path: string,
  sources: readonly Source[],
  options: ExplainOptions,
): Promise<number> {
  const onDisk = existsSync(path)
  const isOwn = onDisk && options.given.length === 0
  const found = await findDocuments(path, isOwn ? [options.openPath(path)] : sources, isOwn, options.given)
  if (found.length === 0 && onDisk && !isOwn)
    found.push(...(await findDocuments(path, [options.openPath(path)], true, [])))
  if (found.length === 0) return tellMissing(path, sources)
  let status = 0
  for (const one of found) if (!(await explain(one, options))) status = 1
  return status
}

interface Found {
  readonly document: SourceDocument | UnreadDocument
  readonly source: Source
}

/** Those with the very path, else those whose path ends in it. */
async function findDocuments(
  path: string,
  sources: readonly Source[],
  takesAll: boolean,
  given: readonly string[],
): Promise<Found[]> {
  const wanted = new Set([
    path.replace(/^\.\//, ''),
    ...given.map(folder => relative(resolve(folder), resolve(path))),
  ])
  const all: Found[] = []
  for (const source of sources)
    for await (const document of source.collect())
      if (takesAll || wanted.has(document.path) || endsInPath(document.path, path))
        all.push({ document, source })
  const exact = all.filter(({ document }) => wanted.has(document.path))
  return takesAll || exact.length === 0 ? all : exact
}

const endsInPath = (path: string, end: string): boolean => path.endsWith(`/${end}`)

async function tellMissing(path: string, sources: readonly Source[]): Promise<number> {
  const name = basename(path)
    .toLowerCase()
    .replace(/\.\w+$/, '')
  const near: string[] = []
  for (const source of sources)
    for await (const document of source.collect())
      if (near.length < MAX_GUESSES && document.path.toLowerCase().includes(name)) near.push(document.path)
  tell(`There is no posting at ${path}; \`rolecall parse\` prints every path.`)
  for (const guess of near) tell(`  Is it ${guess}?`)
  return 1
}

/** @returns false where the document is no posting, after saying why */
async function explain({ document, source }: Found, { isJson, screen }: ExplainOptions): Promise<boolean> {
  const posting =
    'content' in document
      ? parsePosting(document, { sourceName: source.name, isSample: source.isSample })
      : document
  if ('reason' in posting || !('content' in document)) {
    tell(`${document.path}: ${'reason' in posting ? posting.reason : ''}`)
    return false
  }
  const decoded = decodeText(document.content)
  const finder = createLineFinder(typeof decoded === 'string' ? repairText(decoded) : '')
  const explanation = explainPosting(posting, finder)
  if (isJson) await writeLine(JSON.stringify(explanation))
  else process.stdout.write(`${screen.draw(drawExplanation(posting, explanation))}\n`)
  return true
}
