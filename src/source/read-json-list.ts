import { type Fields, fieldsOf, isFields, lineOf } from './read-fields.ts'
import type { Feed } from './read-xml-feed.ts'

/** Fields that a list may be kept in. */
const LISTS = ['items', 'jobs', 'postings', 'positions', 'results', 'offers', 'vacancies', 'data']

/** The names that titles of postings go by, in any spelling. */
const TITLES: ReadonlySet<string> = new Set([
  'title',
  'jobtitle',
  'positiontitle',
  'position',
  'role',
  'name',
  'text',
])

/**
 * Finds the records in a JSON feed (https://www.jsonfeed.org/version/1.1/) or in any list of objects with titles.
 * @returns null where there are none and the value is no empty list
 */
export function findJsonList(value: unknown): Feed | null {
  const list = Array.isArray(value) ? value : LISTS.map(name => fieldsOf(value)[name]).find(Array.isArray)
  if (list === undefined) return null
  const items = list.filter(isFields)
  if (list.length > 0 && !items.some(hasTitle)) return null
  return { about: describeList(fieldsOf(value)), items, isWhole: true }
}

/** Whether a record has a title, by whatever name. */
export const hasTitle = (item: Fields): boolean =>
  Object.entries(item).some(
    ([name, value]) => TITLES.has(name.toLowerCase().replace(/[^a-z]/g, '')) && lineOf(value) !== null,
  )

/** What a list says of itself; the name of its field counts ("jobs"). */
function describeList(fields: Fields): string {
  const named = LISTS.filter(name => Array.isArray(fields[name])).join(' ')
  return [lineOf(fields.title), lineOf(fields.description), named].filter(text => text !== null).join(' ')
}
