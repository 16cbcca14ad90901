import { createHash } from 'node:crypto'
import { SKILLS } from '../../src/posting/dictionary/skills.ts'
import { parsePosting } from '../../src/posting/parse-posting.ts'
import { forgetPassages } from '../../src/posting/remember-by-passage.ts'
import { createFolderSource } from '../../src/source/folder-source.ts'
import type { SourceDocument } from '../../src/source/source.ts'
import { findPercentile, measureTime } from './measure.ts'
import { parseAsPeer } from './peer-parser.ts'
import { print, printPercentiles } from './print.ts'

const MOST_BYTES = 100_000_000
/** The peer would take minutes to read thousands of documents seven times. */
const MOST_FOR_PEER = 100

const parse = (document: SourceDocument) => parsePosting(document, { sourceName: 'bench', isSample: false })

/** How often each document is timed; its median counts, so that another program's turn does not. */
const ROUNDS = 5

/** How long each document takes, and the mean of it (ms). */
export interface ParsingTimes {
  readonly timesMs: readonly number[]
  readonly meanMs: number
}

/**
 * Times the reading of documents, one by one, after two passes that warm up.
 * @param prepare runs before each round
 * @throws when the second pass reads something else than the first: there is no point in timing it
 */
export function timeParsing(
  documents: readonly SourceDocument[],
  read: (document: SourceDocument) => unknown,
  prepare: () => void = () => {},
): ParsingTimes {
  const first = documents.map(document => digest(read(document)))
  for (const [i, document] of documents.entries()) {
    if (digest(read(document)) !== first[i])
      throw new Error(`${document.path} is read differently the second time`)
  }
  const rounds = Array.from({ length: ROUNDS }, () => {
    prepare()
    return documents.map(document => measureTime(() => read(document)).ms)
  })
  const timesMs = documents.map((_, i) =>
    findPercentile(
      rounds.map(round => round[i] ?? Number.NaN),
      0.5,
    ),
  )
  return { timesMs, meanMs: timesMs.reduce((sum, ms) => sum + ms, 0) / timesMs.length }
}

const digest = (facts: unknown): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex')

/** Prints how long the documents of a folder take to read, beside a peer that is timed on the same ones. */
export async function benchParsing(folder: string, withPeer: boolean): Promise<void> {
  const documents = await collectDocuments(folder)
  const bytes = documents.reduce((sum, { content }) => sum + content.length, 0)
  const kilobytes = (bytes / documents.length / 1000).toFixed(1)
  print(
    `documents ${documents.length} in ${folder}, ${kilobytes} kB each; each read ${ROUNDS} times once warm, its median counts`,
  )
  // What companies paste into all of their postings is remembered: the first line is what a first load takes.
  printTimes('parsing   new documents: ', timeParsing(documents, parse, forgetPassages))
  printTimes('          read before:   ', timeParsing(documents, parse))
  if (!withPeer) return
  const some = takeEvenly(documents, MOST_FOR_PEER)
  printTimes(
    'peer      ',
    timeParsing(some, document => parseAsPeer(document.content)),
  )
  print(
    `          on ${some.length} of them: the text without tags, a pattern for pay and one for each of ${SKILLS.length} skills, nothing else`,
  )
}

async function collectDocuments(folder: string): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = []
  for await (const document of createFolderSource({ path: folder, maxDocumentBytes: MOST_BYTES }).collect()) {
    if ('content' in document && !('reason' in parse(document))) documents.push(document)
  }
  if (documents.length === 0) throw new Error(`${folder} holds no postings`)
  return documents
}

function takeEvenly<T>(values: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(values.length / most)
  return values.filter((_, i) => i % step === 0)
}

function printTimes(label: string, { timesMs, meanMs }: ParsingTimes): void {
  printPercentiles(`${label}mean ${meanMs.toFixed(2)} ms, `, timesMs)
}
