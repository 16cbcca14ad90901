import { createHash } from 'node:crypto'

/** What a posting is recognised by. */
export interface PostingIdentity {
  /** The apply address; null where there is none. */
  readonly url: string | null
  readonly company: string | null
  readonly title: string
  /** Place words in a fixed order, such as countries and cities. */
  readonly places: readonly string[]
}

/**
 * A short id that stays the same across reloads and machines: from the apply address,
 * else from company, title and place; never from path, body or pay.
 */
export function fingerprint(identity: PostingIdentity): string {
  const { url, company, title, places } = identity
  const key =
    url === null
      ? ['text', company ?? '', title, ...places].map(fold).join('\n')
      : `url\n${canonicalUrl(url)}`
  return createHash('sha256').update(key).digest('hex').slice(0, 12)
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Query fields that say where a visitor came from, not which posting it is. */
const TRACKING =
  /^(?:utm_\w+|ref|referrer|referer|source|src|gh_src|lever-source|lever-origin|trk|fbclid|gclid|mc_cid|mc_eid)$/i

function canonicalUrl(url: string): string {
  const parsed = new URL(url)
  const query = [...parsed.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const host = parsed.hostname.replace(/^www\./, '')
  return `${host}${parsed.pathname.replace(/\/{1,9}$/, '')}?${new URLSearchParams(query)}`
}
