import robotsParser from 'robots-parser'
import { checkHop, type HostRules, isListedHost } from './http-hosts.ts'
import { MAX_REDIRECTS, readRedirect } from './http-redirect.ts'
import type { Send } from './http-send.ts'

// The package is CommonJS and its types speak of a module: what is imported is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** The name that robots.txt files may address. */
export const ROBOT_NAME = 'Rolecall'

/** What a site allows robots. */
export interface RobotsRules {
  isAllowed(url: URL): boolean
  /** How long the site asks to wait between requests (milliseconds, 30 s at the most); 0 where it does not say. */
  readonly pauseMs: number
}

const MAX_PAUSE_MS = 30_000
/** What of a robots.txt is read (bytes; RFC 9309 asks for 500 KiB at least). */
const MAX_BYTES = 512_000
const MAX_AGE_MS = 86_400_000

/** Reads a robots.txt; an empty text allows everything. */
function readRobots(url: URL, text: string): RobotsRules {
  const robots = parseRobots(robotsAddress(url).href, text)
  const pauseMs = (robots.getCrawlDelay(ROBOT_NAME) ?? 0) * 1000
  return {
    isAllowed: page => robots.isAllowed(page.href, ROBOT_NAME) ?? true,
    pauseMs: Math.min(MAX_PAUSE_MS, Math.max(0, pauseMs)),
  }
}

const robotsAddress = (url: URL): URL => new URL('/robots.txt', url.origin)

/** Finds the rules of the site that a page is on. @throws {AppError} when the site cannot be asked */
export type LoadRobots = (page: URL, hosts: HostRules) => Promise<RobotsRules>

/** Makes what asks sites for their robots.txt, once a day. */
export function createRobotsLoader(send: Send, now: () => number): LoadRobots {
  const known = new Map<string, { readonly rules: RobotsRules; readonly atMs: number }>()
  return async (page, hosts) => {
    const last = known.get(page.origin)
    if (last && now() - last.atMs < MAX_AGE_MS) return last.rules
    const rules = readRobots(page, await fetchRobots(send, robotsAddress(page), hosts))
    known.set(page.origin, { rules, atMs: now() })
    return rules
  }
}

/** A site without a robots.txt allows everything; one that fails to say is left alone (RFC 9309, 2.3.1). */
async function fetchRobots(send: Send, start: URL, hosts: HostRules): Promise<string> {
  let url = start
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const headers = { accept: 'text/plain' }
    const answer = await send({ url, headers, pauseMs: 0, maxBytes: MAX_BYTES, isCut: true })
    if (answer.status === 200) return new TextDecoder().decode(answer.body)
    const next = readRedirect(url, answer)
    if (next === null || !isListedHost(next, hosts.listed)) return ''
    checkHop(next, url, hosts)
    url = next
  }
  return ''
}
