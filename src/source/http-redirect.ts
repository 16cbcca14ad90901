import { AppError } from '../errors.ts'
import type { HttpAnswer } from './http-request.ts'

/** How many redirects are followed. */
export const MAX_REDIRECTS = 5

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Where an answer leads on; null where it is no redirect.
 * @throws {AppError} `SOURCE_UNREACHABLE` when it is one to nowhere
 */
export function readRedirect(url: URL, answer: HttpAnswer): URL | null {
  if (!REDIRECTS.has(answer.status)) return null
  const { location } = answer.headers
  const next = location === undefined ? null : URL.parse(location, url.href)
  if (next === null) throw new AppError('SOURCE_UNREACHABLE', `${url.href} redirects to nowhere`)
  return next
}
