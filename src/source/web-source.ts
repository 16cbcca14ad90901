import { AppError } from '../errors.ts'
import { MAX_AGE_DAYS } from './board-source.ts'
import { decodeBody } from './decode-body.ts'
import { handOver } from './hand-over.ts'
import type { HttpClient } from './http-client.ts'
import { readList } from './read-list.ts'
import { findPagePostings, writePagePostings } from './read-page-postings.ts'
import type { Source, SourceDocument, UnreadDocument } from './source.ts'
import type { DocumentOptions } from './write-document.ts'

type Documents = Iterable<SourceDocument | UnreadDocument>

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
      yield* handOver(await load(url, options))
    },
  }
}

/** Addresses that are made for programs by their names. */
const FEED = /\.(?:xml|rss|atom|rdf|json)$|\/(?:feeds?|rss|atom)\/?$/i

/** What an address holds. One that turns out to be a page is read only as robots.txt allows. */
async function load(url: URL, options: WebSourceOptions): Promise<Documents> {
  const isPage = !FEED.test(url.pathname)
  const fetched = await options.http.fetch(url.href, { accept: ACCEPT, isPage })
  const text = decodeBody(fetched.body, fetched.contentType)
  const naming = { folder: nameFolder(url), maxDocumentBytes: options.maxDocumentBytes }
  const list = readList(text, naming)
  if (list && 'problem' in list) throw new AppError('SOURCE_NOT_RECOGNISED', `${url.href}: ${list.problem}`)
  if (list) return list.documents
  if (!isPage) return loadPage(url, naming, options)
  return readPage(text, fetched.url, naming)
}

async function loadPage(url: URL, naming: DocumentOptions, { http }: WebSourceOptions): Promise<Documents> {
  const fetched = await http.fetch(url.href, { accept: ACCEPT, isPage: true })
  return readPage(decodeBody(fetched.body, fetched.contentType), fetched.url, naming)
}

function readPage(html: string, url: URL, naming: DocumentOptions): Documents {
  const postings = findPagePostings(html)
  if (postings.length === 0) throw new AppError('SOURCE_NOT_RECOGNISED', url.href)
  return writePagePostings(postings, { html, url }, naming)
}

/** The address as the beginning of a path, such as `example.com/jobs.rss`. */
const nameFolder = ({ host, pathname, search }: URL): string =>
  `${host}${pathname}${search}`.replace(/\/$/, '')
