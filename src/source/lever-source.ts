import { type BoardAddress, type BoardProvider, isBoardName, readPath } from './board-source.ts'
import { EMPTY_JOB, type ListedJob, type ListedPay } from './listed-job.ts'
import { escapeHtml, toHtml } from './markup.ts'
import { nameBoard } from './name-board.ts'
import {
  amountOf,
  cleanPlaces,
  countryOf,
  currencyOf,
  type Fields,
  fieldsOf,
  isFields,
  lineOf,
  listOf,
  readDay,
  readEmploymentWords,
  readPayUnit,
  readWorkplaceWord,
  textOf,
  urlOf,
} from './read-fields.ts'

/** Boards of Lever. Facts of the API: https://github.com/lever/postings-api. */
export const LEVER: BoardProvider = {
  id: 'lever',
  name: 'Lever',
  terms:
    'The public Postings API of Lever, through which the company publishes its postings; it needs no account.',
  readAddress,
  readJobs(data, board) {
    if (!Array.isArray(data)) return null
    const items = listOf(data)
    // A list of something else is no empty board.
    if (data.length > 0 && !items.some(item => 'text' in item && 'id' in item)) return null
    const company = nameBoard(board, items.slice(0, 20).map(describeText))
    return items.map(item => ({ ...readJob(item), company }))
  },
}

const API_HOSTS: Readonly<Record<string, string>> = {
  'jobs.lever.co': 'api.lever.co',
  'jobs.eu.lever.co': 'api.eu.lever.co',
}

function readAddress(url: URL): BoardAddress | null {
  const path = readPath(url)
  const isApi = Object.values(API_HOSTS).includes(url.hostname) && path[0] === 'v0' && path[1] === 'postings'
  const host = isApi ? url.hostname : API_HOSTS[url.hostname]
  const [board, job = null] = isApi ? path.slice(2) : path
  if (host === undefined || !isBoardName(board)) return null
  return {
    board,
    job,
    region: host.includes('.eu.') ? 'eu' : null,
    api: `https://${host}/v0/postings/${encodeURIComponent(board)}?mode=json`,
  }
}

function readJob(item: Fields): ListedJob {
  const categories = fieldsOf(item.categories)
  return {
    ...EMPTY_JOB,
    number: lineOf(item.id),
    title: lineOf(item.text) ?? '',
    url: urlOf(item.applyUrl) ?? urlOf(item.hostedUrl),
    places: readPlaces(item, categories),
    workplace: readWorkplaceWord(item.workplaceType),
    employment: readEmploymentWords(categories.commitment),
    department: lineOf(categories.department) ?? lineOf(categories.team),
    pay: [readSalary(item.salaryRange)].filter(pay => pay !== null),
    postedAt: readDay(item.createdAt),
    body: describeText(item),
  }
}

/** All locations; the country that Lever states belongs to the first. */
function readPlaces(item: Fields, categories: Fields): string[] {
  const all = [categories.allLocations].flat().map(lineOf)
  const places = cleanPlaces([lineOf(categories.location), ...all])
  const country = countryOf(item.country)
  if (country === null) return places
  const [first, ...others] = places
  return first === undefined ? [country] : [`${first}, ${country}`, ...others]
}

/** Pay in a period that is not known ("bi-month") is left out rather than guessed. */
function readSalary(range: unknown): ListedPay | null {
  if (!isFields(range)) return null
  const [min, max] = [amountOf(range.min), amountOf(range.max)]
  const currency = currencyOf(range.currency)
  const unit = readPayUnit(range.interval)
  if (currency === null || unit === null || (min === null && max === null)) return null
  return { currency, min, max, unit, label: null }
}

/** The text in the order of Lever's own page: description, lists, pay, closing. */
function describeText(item: Fields): string {
  const lists = listOf(item.lists).map(list => {
    const content = textOf(list.content) ?? ''
    return `<h3>${escapeHtml(lineOf(list.text) ?? '')}</h3>\n<ul>${content}</ul>`
  })
  const parts = [
    textOf(item.description) ?? textOf(item.descriptionPlain),
    ...lists,
    textOf(item.salaryDescription) ?? textOf(item.salaryDescriptionPlain),
    textOf(item.additional) ?? textOf(item.additionalPlain),
  ]
  return parts.map(part => (part === null ? '' : toHtml(part))).join('\n')
}
