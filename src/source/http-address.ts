import { type LookupAddress, lookup as lookupName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * Addresses that are no public host: loopback, private, link-local, documentation, multicast, tunnels.
 * Facts: the IANA registries of special-purpose IPv4 and IPv6 addresses,
 * https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry.
 */
const SPECIAL: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
  ['5f00::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

const special = new BlockList()
for (const [network, prefix, family] of SPECIAL) special.addSubnet(network, prefix, family)

/** Whether an IP address is one that no public site has; IPv4 inside IPv6 counts as the IPv4 address. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  return special.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** The IP address that a URL names instead of a host; null for names. */
export function readLiteralAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? null : host
}

/** Looks up every address of a name. */
export type ResolveName = (name: string) => Promise<readonly LookupAddress[]>

/** The system's own resolver. */
export const resolveName: ResolveName = name =>
  new Promise((resolve, reject) => {
    lookupName(name, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })

/** A name that leads to an address that may not be read from. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/**
 * A lookup for one connection that refuses private addresses. The connection goes to the very
 * addresses that were checked, so a name that changes its answer in between gains nothing.
 */
export function createCheckedLookup(resolve: ResolveName, mayBePrivate: boolean): LookupFunction {
  return (name, options, callback) => {
    resolve(name)
      .then(addresses => {
        const refused = mayBePrivate ? undefined : addresses.find(({ address }) => isPrivateAddress(address))
        if (refused) throw new PrivateAddressError(`${name} leads to ${refused.address}`)
        const [first] = addresses
        if (!first) throw new Error(`${name} has no address`)
        if (options.all) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''))
  }
}
