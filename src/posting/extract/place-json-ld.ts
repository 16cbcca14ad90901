type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value]

/** Text of a value that is a string or an object with a name. */
function readName(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return isObject(value) && typeof value.name === 'string' ? value.name.trim() : ''
}

function readAddress(location: unknown): string {
  if (!isObject(location)) return readName(location)
  const address = location.address
  if (!isObject(address)) return readName(address) || readName(location)
  const parts = [address.addressLocality, address.addressRegion, address.addressCountry].map(readName)
  return parts.filter(part => part !== '').join(', ')
}

/**
 * Reads the places of a schema.org `JobPosting` as tags: one for each address and each country that applicants may live in.
 * @example readJobPostingPlaces({ jobLocation: { address: { addressLocality: 'Paris', addressCountry: 'FR' } } }) // ['Paris, FR']
 */
export function readJobPostingPlaces(jobPosting: JsonObject): readonly string[] {
  const places = [
    ...asList(jobPosting.jobLocation).map(readAddress),
    ...asList(jobPosting.applicantLocationRequirements).map(readAddress),
  ]
  return [...new Set(places.filter(place => place !== ''))].slice(0, 50)
}
