import { hash } from 'node:crypto'

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
 * A short id that stays the same across reloads and machines: from the apply address where it is of one posting,
 * else from company, title and place; never from path, body or pay.
 */
export function fingerprint(identity: PostingIdentity): string {
  const { url, company, title, places } = identity
  const address = url === null ? null : new URL(url)
  const key =
    address === null || isShared(address)
      ? ['text', company ?? '', title, ...places].map(fold).join('\n')
      : `url\n${canonicalUrl(address)}`
  return hash('sha256', key).slice(0, 12)
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Query fields that say where a visitor came from, not which posting it is. */
const TRACKING =
  /^(?:utm_\w+|ref|referrer|referer|source|src|gh_src|lever-source|lever-origin|trk|fbclid|gclid|mc_cid|mc_eid)$/i

/** Pages of a company's site that all its postings may lead to. */
const SHARED_PAGES = new Set(
  'about apply career careers company contact contact-us de en fr hiring index index.html index.php jobs join join-us join-our-team karriere open-positions openings people positions stellenangebote team us vacancies work-with-us work-at'.split(
    ' ',
  ),
)

/** Boards where the first part of the path is the company, and the second the posting. */
const BOARD_HOSTS =
  /(?:^|\.)(?:greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|smartrecruiters\.com|recruitee\.com|breezy\.hr)$/

/** An address that leads to all jobs of a company and so tells none from another. */
function isShared(address: URL): boolean {
  if (ownQuery(address) !== '' || ownAnchor(address) !== '') return false
  const parts = address.pathname.toLowerCase().split('/').filter(Boolean)
  const own = parts.filter(part => !SHARED_PAGES.has(part))
  return own.length === 0 || (parts.length === 1 && BOARD_HOSTS.test(address.hostname))
}

function canonicalUrl(address: URL): string {
  const host = address.hostname.replace(/^www\./, '')
  return `${host}${address.pathname.replace(/\/{1,9}$/, '')}?${ownQuery(address)}${ownAnchor(address)}`
}

function ownQuery(address: URL): string {
  // Most addresses have none: reading it takes longer than all the rest.
  if (address.search === '') return ''
  const query = [...address.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return new URLSearchParams(query).toString()
}

/** Pages that load their jobs by themselves name the job behind the "#". */
const ownAnchor = ({ hash }: URL): string => (/\d|\//.test(hash) ? hash : '')
