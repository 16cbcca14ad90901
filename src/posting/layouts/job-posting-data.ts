import { collapseSpaces } from '../inline-text.ts'

type Data = Readonly<Record<string, unknown>>

/** Finds the `JobPosting` of schema.org in JSON-LD scripts, also inside lists and `@graph`. */
export function findJobPosting(scripts: readonly string[]): Data | null {
  for (const script of scripts) {
    const found = search(parseJson(script), 0)
    if (found) return found
  }
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** How deep a JobPosting may be nested. */
const MAX_DEPTH = 6

function search(value: unknown, depth: number): Data | null {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return firstOf(value, item => search(item, depth + 1))
  const data: Data = { ...value }
  if ([data['@type']].flat().includes('JobPosting')) return data
  return firstOf([data['@graph'], data['mainEntity'], data['mainEntityOfPage']], item =>
    search(item, depth + 1),
  )
}

function firstOf<T>(items: readonly unknown[], find: (item: unknown) => T | null): T | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'string' ? collapseSpaces(value.slice(0, 500)) : ''
  return text === '' ? null : text
}

const recordOf = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

/** The title of a `JobPosting`; null where it has none. */
export function readStructuredTitle(data: Data): string | null {
  return textOf(data['title']) ?? textOf(data['name'])
}

/** The name of the hiring organisation; null where it has none. */
export function readStructuredCompany(data: Data): string | null {
  const organization = data['hiringOrganization']
  return textOf(organization) ?? textOf(recordOf(organization)['name'])
}

/** Where the job is, written as a place tag ("Remote, Berlin, Germany"); null where it does not say. */
export function readStructuredPlace(data: Data): string | null {
  const isRemote = [data['jobLocationType']].flat().includes('TELECOMMUTE')
  const places = [data['jobLocation'], data['applicantLocationRequirements']].flat().map(readAddress)
  const parts = [isRemote ? 'Remote' : null, ...places].filter(part => part !== null && part !== '')
  return parts.length === 0 ? null : parts.join(', ')
}

function readAddress(location: unknown): string | null {
  const data = recordOf(location)
  const address = recordOf(data['address'])
  const country = textOf(address['addressCountry']) ?? textOf(recordOf(address['addressCountry'])['name'])
  const parts = [textOf(address['addressLocality']), textOf(address['addressRegion']), country].filter(
    part => part !== null,
  )
  return parts.length > 0 ? parts.join(', ') : (textOf(data['address']) ?? textOf(data['name']))
}
