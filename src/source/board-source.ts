import { AppError } from '../errors.ts'
import { handOver } from './hand-over.ts'
import type { HttpClient } from './http-client.ts'
import type { ListedJob } from './listed-job.ts'
import type { Source } from './source.ts'
import { writeDocuments } from './write-document.ts'

/** A public board of one company, as its address names it. */
export interface BoardAddress {
  /** The company's name at the provider, as it is in addresses. */
  readonly board: string
  /** The number of a single posting; null for the whole board. */
  readonly job: string | null
  /** Where the provider keeps it apart from boards of the same name; null where it does not. */
  readonly region: string | null
  /** The address of the API, such as `https://api.lever.co/v0/postings/acme?mode=json`. */
  readonly api: string
}

/** What a provider of boards has of its own. */
export interface BoardProvider {
  /** Such as `greenhouse`; paths begin with it. */
  readonly id: string
  readonly name: string
  readonly terms: string
  /** Recognises addresses of its boards, for people or for programs; null for all others. */
  readAddress(url: URL): BoardAddress | null
  /** The jobs of an answer of the API; null where the answer is none. */
  readJobs(data: unknown, board: string): readonly ListedJob[] | null
}

export interface BoardOptions {
  readonly maxDocumentBytes: number
  readonly http: HttpClient
  /** Where the APIs are, each below a folder named after its host; absent or null for the providers themselves. */
  readonly boardsUrl?: string | null
}

/** Postings older than this are left out of boards, feeds and pages. */
export const MAX_AGE_DAYS = 60

/** A source of the postings of one company's public board. */
export function createBoardSource(
  provider: BoardProvider,
  address: BoardAddress,
  options: BoardOptions,
): Source {
  const { board, job } = address
  const name = job === null ? board : `${board}/${job}`
  const kind = address.region === null ? provider.id : `${provider.id}-${address.region}`
  return {
    id: `${kind}:${name}`,
    name: `${board} (${provider.name})`,
    origin: address.api,
    terms: provider.terms,
    isSample: false,
    maxAgeDays: MAX_AGE_DAYS,
    async *collect() {
      const jobs = chooseJobs(await fetchJobs(provider, address, options), address)
      const folder = `${kind}/${board}`
      yield* handOver(writeDocuments(jobs, { folder, maxDocumentBytes: options.maxDocumentBytes }))
    },
  }
}

async function fetchJobs(
  provider: BoardProvider,
  { api, board }: BoardAddress,
  { http, boardsUrl = null }: BoardOptions,
): Promise<readonly ListedJob[]> {
  const { body } = await http.fetch(moveAddress(api, boardsUrl), {
    accept: 'application/json',
    isPage: false,
  })
  const jobs = provider.readJobs(parseJson(body), board)
  if (jobs === null)
    throw new AppError('SOURCE_NOT_RECOGNISED', `${api} (the answer is no list of ${provider.name})`)
  return jobs
}

/** The same path below another server, in a folder named after the host. */
function moveAddress(api: string, boardsUrl: string | null): string {
  if (boardsUrl === null) return api
  const { host, pathname, search } = new URL(api)
  return `${boardsUrl.replace(/\/$/, '')}/${host}${pathname}${search}`
}

/** The value of a JSON text in UTF-8; undefined where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

function chooseJobs(jobs: readonly ListedJob[], { job, api }: BoardAddress): readonly ListedJob[] {
  if (job === null) return jobs
  const chosen = jobs.filter(({ number }) => number === job)
  if (chosen.length === 0)
    throw new AppError('SOURCE_REFUSED', `${api} (no posting ${job} is open on this board)`)
  return chosen
}

/** The parts of the path of an address, decoded; empty where it cannot be decoded. */
export function readPath(url: URL): string[] {
  try {
    return url.pathname
      .split('/')
      .filter(part => part !== '')
      .map(decodeURIComponent)
  } catch {
    return []
  }
}

/** Whether a part of a path can be the name of a board. */
export const isBoardName = (name: string | undefined): name is string =>
  name !== undefined && /^[\p{L}\p{N}][\p{L}\p{N} ._&'-]{0,99}$/u.test(name)
