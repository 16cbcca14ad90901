import { readFeedJobs } from './read-feed-jobs.ts'
import type { Fields } from './read-fields.ts'
import { isFields } from './read-fields.ts'
import { findJsonList, hasTitle } from './read-json-list.ts'
import { findJobPostings, writePagePostings } from './read-page-postings.ts'
import { readXmlFeed } from './read-xml-feed.ts'
import type { SourceDocument, UnreadDocument } from './source.ts'
import { type DocumentOptions, writeDocuments } from './write-document.ts'

/** What a list of postings holds, or why it cannot be used. */
export type ListReading =
  | { readonly documents: Iterable<SourceDocument | UnreadDocument> }
  | { readonly problem: string }

/**
 * Reads a text that lists postings: RSS, Atom, JSON Feed, a JSON list, JSON lines, schema.org data.
 * @returns null where the text is none of them
 */
export function readList(text: string, options: DocumentOptions): ListReading | null {
  const value = parseText(text)
  return value === undefined
    ? (readXml(text, options) ?? readJsonLines(text, options))
    : readJson(value, options)
}

function readXml(text: string, options: DocumentOptions): ListReading | null {
  const feed = readXmlFeed(text)
  if (feed === null) return null
  if (!feed.isWhole) return { problem: 'The feed breaks off before its end.' }
  return { documents: writeDocuments(readFeedJobs(feed.about, feed.items), options) }
}

function readJson(value: unknown, options: DocumentOptions): ListReading | null {
  const postings = findJobPostings(value)
  if (postings.length > 0) return { documents: writePagePostings(postings, null, options) }
  const list = findJsonList(value)
  if (list) return { documents: writeDocuments(readFeedJobs(list.about, list.items), options) }
  return isFields(value) && hasTitle(value) ? readSingle(value, options) : null
}

/** One job in a file of its own keeps the path of the file. */
function readSingle(record: Fields, options: DocumentOptions): ListReading | null {
  const [job] = readFeedJobs('', [record])
  if (!job || job.isDoubtful) return null
  const documents = Array.from(writeDocuments([job], options), document => ({
    ...document,
    path: options.folder,
  }))
  return { documents }
}

/** Lines of which each is an object; a line that is none is named. */
function readJsonLines(text: string, options: DocumentOptions): ListReading | null {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const read = lines
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => ({ value: parseText(line), number }))
  if (!isFields(read[0]?.value)) return null
  const records = read.map(({ value }) => value).filter(isFields)
  if (!records.some(hasTitle)) return null
  const bad = read.filter(({ value }) => !isFields(value))
  const unread = bad.map(({ number }) => ({
    path: `${options.folder}/line-${number}`,
    reason: `Line ${number} is no JSON object.`,
  }))
  return { documents: [...writeDocuments(readFeedJobs('', records), options), ...unread] }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}
