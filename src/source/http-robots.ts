import robotsParser from 'robots-parser'

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

/** Where the robots.txt of a page is. */
export const robotsAddress = (url: URL): URL => new URL('/robots.txt', url.origin)

/** Reads a robots.txt; an empty text allows everything. */
export function readRobots(url: URL, text: string): RobotsRules {
  const robots = parseRobots(robotsAddress(url).href, text)
  const pauseMs = (robots.getCrawlDelay(ROBOT_NAME) ?? 0) * 1000
  return {
    isAllowed: page => robots.isAllowed(page.href, ROBOT_NAME) ?? true,
    pauseMs: Math.min(MAX_PAUSE_MS, Math.max(0, pauseMs)),
  }
}
