import { type BoardAddress, type BoardProvider, isBoardName, readPath } from './board-source.ts'
import { EMPTY_JOB, type ListedJob, type ListedPay } from './listed-job.ts'
import { nameBoard } from './name-board.ts'
import {
  amountOf,
  cleanPlaces,
  countryOf,
  currencyOf,
  type Fields,
  fieldsOf,
  lineOf,
  listOf,
  readDay,
  readEmploymentWords,
  readPayUnit,
  readWorkplaceWord,
  textOf,
  urlOf,
} from './read-fields.ts'

/** Boards of Ashby. Facts of the API: https://developers.ashbyhq.com/docs/public-job-posting-api. */
export const ASHBY: BoardProvider = {
  id: 'ashby',
  name: 'Ashby',
  terms:
    'The public Job Postings API of Ashby, through which the company publishes its postings; it needs no account.',
  readAddress,
  readJobs(data, board) {
    const jobs = fieldsOf(data).jobs
    if (!Array.isArray(jobs)) return null
    // Unlisted postings are for those who were given the link.
    const items = listOf(jobs).filter(item => item.isListed !== false)
    const company = nameBoard(
      board,
      items.slice(0, 20).map(item => readText(item) ?? ''),
    )
    return items.map(item => ({ ...readJob(item), company }))
  },
}

function readAddress(url: URL): BoardAddress | null {
  const path = readPath(url)
  const isApi = url.hostname === 'api.ashbyhq.com' && path[0] === 'posting-api' && path[1] === 'job-board'
  if (!isApi && url.hostname !== 'jobs.ashbyhq.com') return null
  const [board, job = null] = isApi ? path.slice(2) : path
  if (!isBoardName(board)) return null
  const query = 'includeCompensation=true'
  return {
    board,
    job,
    region: null,
    api: `https://api.ashbyhq.com/posting-api/job-board/${encodeURIComponent(board)}?${query}`,
  }
}

const readText = (item: Fields): string | null =>
  textOf(item.descriptionHtml) ?? textOf(item.descriptionPlain)

function readJob(item: Fields): ListedJob {
  const page = urlOf(item.jobUrl)
  const isRemote = item.isRemote === true ? ('remote' as const) : null
  return {
    ...EMPTY_JOB,
    number: lineOf(item.id) ?? page?.split('/').at(-1) ?? null,
    title: lineOf(item.title) ?? '',
    url: urlOf(item.applyUrl) ?? page,
    places: cleanPlaces([readPlace(item), ...listOf(item.secondaryLocations).map(readPlace)]),
    workplace: readWorkplaceWord(item.workplaceType) ?? isRemote,
    employment: readEmploymentWords(item.employmentType),
    department: lineOf(item.department) ?? lineOf(item.team),
    ...readPay(item),
    postedAt: readDay(item.publishedAt),
    body: readText(item),
  }
}

/** The place as the company calls it, with the country of its address. */
function readPlace(item: Fields): string | null {
  const address = fieldsOf(item.address)
  const country = countryOf(fieldsOf(address.postalAddress ?? address).addressCountry)
  const name = lineOf(item.location)
  if (name === null || country === null) return name ?? country
  return name.includes(country) ? name : `${name}, ${country}`
}

/** The salary, by tiers where they differ; equity, bonus and commission are no pay of the posting. */
function readPay(item: Fields): Pick<ListedJob, 'pay' | 'payText'> {
  const compensation = fieldsOf(item.compensation)
  if (item.shouldDisplayCompensationOnJobPostings === false) return { pay: [], payText: null }
  const tiers = listOf(compensation.compensationTiers).flatMap(tier =>
    readSalaries(tier.components, lineOf(tier.title)),
  )
  const distinct = new Set(tiers.map(({ currency, min, max, unit }) => [currency, min, max, unit].join()))
  const summary = readSalaries(compensation.summaryComponents, null)
  const pay = distinct.size > 1 ? tiers : [...summary, ...tiers].slice(0, 1)
  return { pay, payText: pay.length > 0 ? null : lineOf(compensation.scrapeableCompensationSalarySummary) }
}

function readSalaries(components: unknown, label: string | null): ListedPay[] {
  return listOf(components)
    .filter(component => component.compensationType === 'Salary')
    .map(component => readSalary(component, label))
    .filter(pay => pay !== null)
}

function readSalary(component: Fields, label: string | null): ListedPay | null {
  const [min, max] = [amountOf(component.minValue), amountOf(component.maxValue)]
  const currency = currencyOf(component.currencyCode)
  const unit = readPayUnit(component.interval)
  if (currency === null || unit === null || (min === null && max === null)) return null
  return { currency, min, max, unit, label }
}
