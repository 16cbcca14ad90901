import { AppError } from '../errors.ts'
import { ASHBY } from './ashby-source.ts'
import { type BoardProvider, createBoardSource } from './board-source.ts'
import { createFolderSource } from './folder-source.ts'
import { GREENHOUSE } from './greenhouse-source.ts'
import type { HttpCache } from './http-cache.ts'
import { createHttpClient, type HttpClient, type HttpSettings } from './http-client.ts'
import { LEVER } from './lever-source.ts'
import { SAMPLE_FOLDER } from './sample-folder.ts'
import type { Source } from './source.ts'
import { createWebSource } from './web-source.ts'

/** What sources need of the settings; the names are theirs. */
export interface SourceOptions extends HttpSettings {
  readonly maxDocumentBytes: number
  /** Where the APIs of boards are; null or absent for the providers themselves. */
  readonly boardsUrl?: string | null
}

/** The options with the client that all sources of a call share. */
interface OpenOptions extends SourceOptions {
  readonly http: HttpClient
}

/** A kind of source: recognises what an admin writes and opens it. */
interface SourceKind {
  readonly id: string
  readonly example: string
  recognises(given: string): boolean
  open(given: string, options: OpenOptions): Source
}

/** Every provider of public boards. */
const PROVIDERS: readonly (readonly [BoardProvider, string])[] = [
  [GREENHOUSE, 'https://boards.greenhouse.io/acme'],
  [LEVER, 'https://jobs.lever.co/acme'],
  [ASHBY, 'https://jobs.ashbyhq.com/acme'],
]

/** Every kind of source; the first that recognises what was given opens it. */
export const SOURCE_KINDS: readonly SourceKind[] = [
  {
    id: 'folder',
    example: './postings',
    recognises: given => !/^[a-z][a-z0-9+.-]+:\/\//i.test(given),
    open: (given, options) => createFolderSource({ path: given, ...options }),
  },
  ...PROVIDERS.map(([provider, example]) => makeBoardKind(provider, example)),
  {
    id: 'web',
    example: 'https://example.com/jobs.rss',
    recognises: given => readWebAddress(given) !== null,
    open: (given, options) => createWebSource(given, options),
  },
]

function makeBoardKind(provider: BoardProvider, example: string): SourceKind {
  const find = (given: string) => {
    const url = readWebAddress(given)
    return url === null ? null : provider.readAddress(url)
  }
  return {
    id: provider.id,
    example,
    recognises: given => find(given) !== null,
    open: (given, options) => {
      const address = find(given)
      if (address === null) throw new AppError('SOURCE_UNSUPPORTED', given)
      return createBoardSource(provider, address, options)
    },
  }
}

function readWebAddress(given: string): URL | null {
  const url = /^https?:\/\//i.test(given) ? URL.parse(given) : null
  return url === null || url.hostname === '' ? null : url
}

/**
 * Opens what `--data` or ROLECALL_DATA names; nothing is read yet.
 * @throws {AppError} `SOURCE_UNSUPPORTED` when no kind of source recognises it
 */
export function openSource(
  given: string,
  options: SourceOptions,
  http: HttpClient = createSourceClient(options),
): Source {
  const kind = SOURCE_KINDS.find(candidate => candidate.recognises(given))
  if (!kind) throw new AppError('SOURCE_UNSUPPORTED', given)
  return kind.open(given, { ...options, http })
}

/**
 * Opens everything that is named, each once however often it is named.
 * @param http remembers what was read last; the same for every reload, so that what has not changed is not sent again
 * @throws {AppError} `SOURCE_UNSUPPORTED` when no kind of source recognises one of them
 */
export function openSources(
  given: readonly string[],
  options: SourceOptions,
  http: HttpClient = createSourceClient(options),
): Source[] {
  const sources = given.map(address => openSource(address, options, http))
  return [...new Map(sources.map(source => [source.id, source])).values()]
}

/**
 * The hosts of addresses, as the settings name private ones. Whoever gives an address on the command line or in the
 * settings vouches for its host; what is added in a chat is not.
 * @example listHosts(['./postings', 'http://127.0.0.1:8080/jobs.xml']) // ['127.0.0.1:8080']
 */
export function listHosts(given: readonly string[]): readonly string[] {
  return given.flatMap(address => readWebAddress(address)?.host ?? [])
}

/**
 * The client for sources; who names the server of the boards in the settings may name a private one.
 * @param cache what is remembered already; absent for nothing
 */
export function createSourceClient(options: SourceOptions, cache?: HttpCache): HttpClient {
  const { privateHosts = [], boardsUrl = null } = options
  const own = boardsUrl === null ? [] : [new URL(boardsUrl).host]
  const settings = { ...options, privateHosts: [...privateHosts, ...own] }
  return createHttpClient(settings, cache === undefined ? {} : { cache })
}

/** The sample postings that come with the project. */
export function openSampleSource(options: SourceOptions): Source {
  return createFolderSource({ path: SAMPLE_FOLDER, name: 'sample data', isSample: true, ...options })
}
