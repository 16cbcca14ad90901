import { AppError } from '../errors.ts'
import { isPrivateAddress, readLiteralAddress } from './http-address.ts'

/** Which hosts may be read from. */
export interface HostRules {
  /** Hosts that the admin listed, with or without a port. */
  readonly listed: readonly string[]
  /** Hosts that may be at a private address. */
  readonly privateHosts: readonly string[]
}

/** Whether a list of hosts names the host and port of a URL; "www." in front makes no difference. */
export const isListedHost = (url: URL, hosts: readonly string[]): boolean =>
  hosts.some(listed => fold(listed) === fold(url.host))

/** Whether a host may be at a private address; one that is listed without a port may be so at every port. */
export const mayBePrivate = (url: URL, privateHosts: readonly string[]): boolean =>
  privateHosts.some(listed => [url.host, url.hostname].map(fold).includes(fold(listed)))

const fold = (host: string): string => host.toLowerCase().replace(/^www\./, '')

/**
 * Checks one hop of a request before anything is sent.
 * @param from the address that redirected here; null for the address that the admin gave
 * @throws {AppError} `SOURCE_FORBIDDEN` when it may not be read from
 */
export function checkHop(url: URL, from: URL | null, { listed, privateHosts }: HostRules): void {
  const via = from === null ? '' : ` (redirected from ${from.host})`
  const refuse = (why: string) => new AppError('SOURCE_FORBIDDEN', `${url.host}${via}: ${why}`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('only http and https are read')
  if (url.username !== '' || url.password !== '') throw refuse('the address carries a name or a password')
  if (from?.protocol === 'https:' && url.protocol === 'http:') throw refuse('it leads from https to http')
  if (!isListedHost(url, listed)) throw refuse('the host is not listed')
  const literal = readLiteralAddress(url)
  if (literal !== null && isPrivateAddress(literal) && !mayBePrivate(url, privateHosts))
    throw refuse('it is a private address')
}
