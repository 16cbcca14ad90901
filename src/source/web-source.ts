import { AppError } from '../errors.ts'
import { MAX_AGE_DAYS } from './board-source.ts'
import { decodeBody } from './decode-body.ts'
import { handOver } from './hand-over.ts'
import type { Fetched, HttpClient } from './http-client.ts'
import { readList } from './read-list.ts'
import { findPagePostings, writePagePostings } from './read-page-postings.ts'
import type { Source, SourceDocument, UnreadDocument } from './source.ts'

export interface WebSourceOptions {
  readonly maxDocumentBytes: number
  readonly http: HttpClient
}

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.1'

/** A source of what an address holds: a feed, a list in JSON, or a page with schema.org `JobPosting` data. */
export function createWebSource(given: string, options: WebSourceOptions): Source {
  const url = new URL(given)
  url.hash = ''
  return {
    id: `web:${url.href}`,
    name: url.host,
    origin: url.href,
    terms: `Published openly at ${url.host}, read as its robots.txt allows; the terms of that site apply.`,
    isSample: false,
    maxAgeDays: MAX_AGE_DAYS,
    async *collect() {
      // Before it is read nobody knows whether an address is a page: robots.txt decides for all.
      const fetched = await options.http.fetch(url.href, { accept: ACCEPT, isPage: true })
      yield* handOver(readFetched(fetched, url, options.maxDocumentBytes))
    },
  }
}

function readFetched(
  { body, contentType, url }: Fetched,
  asked: URL,
  maxDocumentBytes: number,
): Iterable<SourceDocument | UnreadDocument> {
  const text = decodeBody(body, contentType)
  const options = { folder: nameFolder(asked), maxDocumentBytes }
  const list = readList(text, options)
  if (list && 'problem' in list) throw new AppError('SOURCE_NOT_RECOGNISED', `${asked.href}: ${list.problem}`)
  if (list) return list.documents
  const postings = findPagePostings(text)
  if (postings.length === 0) throw new AppError('SOURCE_NOT_RECOGNISED', asked.href)
  return writePagePostings(postings, { html: text, url }, options)
}

/** The address as the beginning of a path, such as `example.com/jobs.rss`. */
const nameFolder = ({ host, pathname, search }: URL): string =>
  `${host}${pathname}${search}`.replace(/\/$/, '')
