import { EMPTY_JOB, type ListedJob, type ListedPay } from './listed-job.ts'
import { isMarkup } from './markup.ts'
import {
  amountOf,
  cleanPlaces,
  countryOf,
  currencyOf,
  type Fields,
  fieldsOf,
  isFields,
  lineOf,
  readDay,
  readEmploymentWords,
  readPayUnit,
  readWorkplaceWord,
  textOf,
  urlOf,
} from './read-fields.ts'

/** Names of fields in lists and feeds of jobs, small letters only, the more telling first. */
const NAMES = {
  number: ['jobid', 'id', 'guid', 'identifier', 'referencenumber', 'reqid', 'uuid', 'slug'],
  title: ['title', 'jobtitle', 'position', 'positiontitle', 'role', 'name', 'text'],
  company: ['company', 'companyname', 'hiringorganization', 'organization', 'employer'],
  url: [
    ...['applyurl', 'applicationurl', 'applylink', 'absoluteurl', 'joburl', 'hostedurl', 'url', 'link'],
    ...['externalurl', 'guid', 'id'],
  ],
  places: ['locations', 'location', 'joblocation', 'candidaterequiredlocation', 'place', 'office', 'region'],
  workplace: ['workplacetype', 'workplace', 'remotetype', 'locationtype', 'jobtype'],
  remote: ['isremote', 'remote'],
  employment: ['employmenttype', 'jobtype', 'type', 'commitment', 'contracttype', 'schedule'],
  department: ['department', 'team'],
  pay: ['salary', 'salaryrange', 'pay', 'compensation'],
  postedAt: [
    ...['postedat', 'dateposted', 'publishedat', 'datepublished', 'publicationdate', 'firstpublished'],
    ...['pubdate', 'published', 'postdate', 'date', 'createdat'],
  ],
  closesAt: [
    'closesat',
    'validthrough',
    'applicationdeadline',
    'deadline',
    'expiresat',
    'expirationdate',
    'expires',
  ],
  body: [
    ...[
      'descriptionhtml',
      'contenthtml',
      'encoded',
      'jobdescription',
      'jobdescriptions',
      'description',
      'content',
    ],
    ...['descriptionplain', 'contenttext', 'body', 'html', 'summary'],
  ],
} as const satisfies Record<string, readonly string[]>

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

/** Field names without capitals and signs ("apply_url", "applyUrl"); the first of each counts. */
export function foldNames(record: Fields): Fields {
  const folded: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(record)) {
    const key = fold(name)
    // A field of this name would be no field but the object's prototype.
    if (key !== 'proto' && !(key in folded)) folded[key] = value
  }
  return folded
}

/**
 * Reads one record of a list or feed of jobs by the names that its fields usually have.
 * @param record as `foldNames` makes it
 */
export function readJobRecord(record: Fields): ListedJob {
  const find = <T>(field: keyof typeof NAMES, read: (value: unknown) => T | null): T | null => {
    for (const name of NAMES[field]) {
      const value = read(record[name])
      if (value !== null) return value
    }
    return null
  }
  const isRemote = find('remote', value => (/^(?:true|yes|1)$/i.test(String(value)) ? true : null))
  const pay = readPay(
    record,
    find('pay', value => (value === undefined ? null : value)),
  )
  return {
    ...EMPTY_JOB,
    number: find('number', value => lineOf([value].flat()[0])),
    title: find('title', value => lineOf([value].flat()[0])) ?? '',
    company: find('company', readName),
    url: find('url', value => urlOf([value].flat()[0])),
    places: readPlaces(
      record,
      find('places', value => nonEmpty(readPlaceList(value))),
    ),
    workplace: find('workplace', readWorkplaceWord) ?? (isRemote ? 'remote' : null),
    employment: find('employment', readEmploymentWords),
    department: find('department', readName),
    pay: pay === null ? [] : [pay],
    payText: pay === null ? find('pay', readPayWords) : null,
    postedAt: find('postedAt', readDay),
    closesAt: find('closesAt', readDay),
    body: find('body', value => textOf([value].flat()[0])),
  }
}

const nonEmpty = (places: readonly string[]): readonly string[] | null => (places.length > 0 ? places : null)

/** A name that is a text or an object with a name. */
function readName(value: unknown): string | null {
  const first = [value].flat()[0]
  return lineOf(first) ?? lineOf(fieldsOf(first).name)
}

function readPlaceList(value: unknown): string[] {
  return cleanPlaces([value].flat(2).map(readPlace))
}

/** A place that is a text, or an object with a name or the parts of an address. */
function readPlace(value: unknown): string | null {
  if (!isFields(value)) return lineOf(value)
  const address = isFields(value.address) ? value.address : value
  const parts = [
    ...['addressLocality', 'city', 'addressRegion', 'state'].map(name => readName(address[name])),
    ...['addressCountry', 'country'].map(name => countryOf(readName(address[name]))),
  ].filter(part => part !== null)
  return lineOf(value.name) ?? lineOf(value.location) ?? (parts.join(', ') || null)
}

/** The places as listed; where there are none, the fields for city, state and country. */
function readPlaces(record: Fields, places: readonly string[] | null): readonly string[] {
  if (places !== null) return places
  const parts = [readName(record.city), readName(record.state), countryOf(readName(record.country))]
  const place = cleanPlaces(parts).join(', ')
  return place === '' ? [] : [place]
}

/** Pay in fields: an object, or the fields "salary_min", "salary_max" and "salary_currency" of the record. */
function readPay(record: Fields, value: unknown): ListedPay | null {
  const pay = isFields(value) ? foldNames(value) : record
  const prefix = isFields(value) ? '' : 'salary'
  const get = (...names: string[]) => names.map(name => pay[name]).find(found => found !== undefined)
  const min = amountOf(get(`${prefix}min`, `min${prefix}`, 'minvalue'))
  const max = amountOf(get(`${prefix}max`, `max${prefix}`, 'maxvalue'))
  const currency = currencyOf(get(`${prefix}currency`, 'currency', 'currencycode'))
  const unit = readPayUnit(
    get(`${prefix}period`, `${prefix}interval`, 'period', 'interval', 'unit', 'unittext'),
  )
  if (currency === null || (min === null && max === null)) return null
  return { currency, min, max, unit, label: null }
}

/** Pay in words that hold an amount. */
function readPayWords(value: unknown): string | null {
  const words = lineOf(value)
  return words !== null && /\d/.test(words) && !isMarkup(words) ? words : null
}
