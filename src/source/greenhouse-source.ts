import { type BoardAddress, type BoardProvider, isBoardName, readPath } from './board-source.ts'
import { EMPTY_JOB, type ListedJob, type ListedPay } from './listed-job.ts'
import { nameBoard } from './name-board.ts'
import {
  amountOf,
  cleanPlaces,
  currencyOf,
  type Fields,
  fieldsOf,
  isFields,
  lineOf,
  listOf,
  readDay,
  readEmploymentWords,
  readWorkplaceWord,
  textOf,
  urlOf,
} from './read-fields.ts'

/**
 * Boards of Greenhouse. Facts of the API: https://developers.greenhouse.io/job-board.html;
 * boards in the EU answer at the same host.
 */
export const GREENHOUSE: BoardProvider = {
  id: 'greenhouse',
  name: 'Greenhouse',
  terms:
    'The public Job Board API of Greenhouse, through which the company publishes its postings; it needs no account.',
  readAddress,
  readJobs(data, board) {
    const jobs = fieldsOf(data).jobs
    if (!Array.isArray(jobs)) return null
    const items = listOf(jobs)
    const name = nameBoard(
      board,
      items.slice(0, 20).map(item => textOf(item.content) ?? ''),
    )
    return items.map(item => readJob(item, name))
  },
}

const HOSTS: ReadonlySet<string> = new Set([
  'boards.greenhouse.io',
  'job-boards.greenhouse.io',
  'boards.eu.greenhouse.io',
  'job-boards.eu.greenhouse.io',
])

function readAddress(url: URL): BoardAddress | null {
  const path = readPath(url)
  const isApi = url.hostname === 'boards-api.greenhouse.io' && path[0] === 'v1' && path[1] === 'boards'
  if (!isApi && !HOSTS.has(url.hostname)) return null
  const own = isApi ? path.slice(2) : path
  const isEmbedded = own[0] === 'embed'
  const board = isEmbedded ? (url.searchParams.get('for') ?? undefined) : own[0]
  if (!isBoardName(board)) return null
  const job = isEmbedded ? url.searchParams.get('token') : own[1] === 'jobs' ? (own[2] ?? null) : null
  const query = 'content=true&pay_transparency=true'
  return {
    board,
    job,
    region: null,
    api: `https://boards-api.greenhouse.io/v1/boards/${encodeURIComponent(board)}/jobs?${query}`,
  }
}

function readJob(item: Fields, boardName: string): ListedJob {
  const offices = listOf(item.offices).map(office => lineOf(office.location) ?? lineOf(office.name))
  const places = cleanPlaces([lineOf(fieldsOf(item.location).name)])
  return {
    ...EMPTY_JOB,
    number: lineOf(item.id),
    title: lineOf(item.title) ?? '',
    company: lineOf(item.company_name) ?? boardName,
    url: urlOf(item.absolute_url),
    places: places.length > 0 ? places : cleanPlaces(offices),
    workplace: readWorkplaceWord(
      findOwnField(
        item,
        /^(?:work ?place|work ?place type|location type|work(?:ing)? (?:model|arrangement|style))$/i,
      ),
    ),
    employment: readEmploymentWords(
      findOwnField(item, /^(?:employment|job|time|position|contract) ?type$|^commitment$/i),
    ),
    department: lineOf(listOf(item.departments)[0]?.name),
    pay: listOf(item.pay_input_ranges)
      .map(readRange)
      .filter(range => range !== null),
    postedAt: readDay(item.first_published),
    closesAt: readDay(item.application_deadline),
    body: textOf(item.content),
  }
}

/** The value of a field that the company made itself, by its name. */
function findOwnField(item: Fields, name: RegExp): unknown {
  const field = listOf(item.metadata).find(own => name.test(lineOf(own.name) ?? ''))
  return [field?.value].flat().find(value => !isFields(value))
}

/** A range in cents; Greenhouse has no field for its period, the title may name it. */
function readRange(range: Fields): ListedPay | null {
  const [min, max] = [amountOf(range.min_cents), amountOf(range.max_cents)]
  const currency = currencyOf(range.currency_type)
  if (currency === null || (min === null && max === null)) return null
  const label = lineOf(range.title)
  return { currency, min: min && min / 100, max: max && max / 100, unit: readTitleUnit(label ?? ''), label }
}

const UNIT_WORDS: readonly (readonly [NonNullable<ListedPay['unit']>, RegExp])[] = [
  ['HOUR', /\b(?:hourly|per hour|hour)\b/i],
  ['MONTH', /\b(?:monthly|per month)\b/i],
  ['YEAR', /\b(?:annual|annually|yearly|per year|annualized)\b/i],
]

const readTitleUnit = (title: string): ListedPay['unit'] =>
  UNIT_WORDS.find(([, pattern]) => pattern.test(title))?.[0] ?? null
