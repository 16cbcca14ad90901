import type { ListedJob } from './listed-job.ts'
import { isMarkup } from './markup.ts'
import { cleanPlaces, type Fields, lineOf } from './read-fields.ts'
import { foldNames, readJobRecord } from './read-job-record.ts'

/** What a feed says of itself that lists nothing but jobs. */
const ABOUT_JOBS =
  /\b(?:jobs?|careers?|job ?board|vacanc(?:y|ies)|postings?|openings?|open (?:positions?|roles)|hiring|recruit(?:ing|ment)|stellen\w{0,20}|karriere|emplois?|carrières?|empleos?|vagas|vacatures|praca|oferty pracy)\b/i

/** Reads the items of a feed or list as jobs; those are in doubt that state nothing that only jobs have. */
export function readFeedJobs(about: string, items: readonly Fields[]): ListedJob[] {
  const isAboutJobs = ABOUT_JOBS.test(about.slice(0, 2000))
  const records = items.map(item => foldNames(item))
  const form = findTitleForm(records.map(record => lineOf([record.title].flat()[0]) ?? ''))
  return records.map(record => {
    const job = readTitle(readJobRecord(record), record, isAboutJobs ? form : null)
    const hasFacts =
      job.company !== null || job.places.length > 0 || job.employment !== null || job.pay.length > 0
    return { ...job, isDoubtful: !(isAboutJobs || hasFacts) }
  })
}

/** Takes the company out of the title and facts out of a one-line description. */
function readTitle(job: ListedJob, record: Fields, form: TitleForm | null): ListedJob {
  const pieces = readPieces(job.body)
  const authors = [record.author, record.creator].flat().map(readAuthor)
  const known = [job.company, pieces[0] ?? null, ...authors].filter(name => name !== null)
  for (const name of known) {
    const title = cutName(job.title, name)
    if (title !== null) return { ...job, title, company: job.company ?? name, ...readRest(job, pieces, name) }
  }
  const split = form === null ? null : splitTitle(job.title, form)
  if (split === null || job.company !== null) return job
  return { ...job, ...split }
}

/** Atom writes the name of an author as an element of its own. */
function readAuthor(value: unknown): string | null {
  const text = lineOf(value)
  return /^<name>([^<]{1,200})<\/name>/.exec(text ?? '')?.[1]?.trim() ?? text
}

/** The pieces of a description such as "Acme · Berlin, Germany · lever"; none of any other. */
function readPieces(body: string | null): string[] {
  if (body === null || body.length > 300 || isMarkup(body) || /[\n\r]/.test(body)) return []
  const pieces = body.split(/\s[·|•]\s/).map(piece => piece.trim())
  return pieces.length < 2 ? [] : pieces
}

/** Systems that postings are kept in; no place. */
const SYSTEMS: ReadonlySet<string> = new Set([
  ...['greenhouse', 'lever', 'ashby', 'workable', 'workday', 'smartrecruiters', 'recruitee', 'bamboohr'],
  ...['personio', 'teamtailor', 'breezy', 'jobvite', 'icims', 'taleo', 'rippling', 'gem', 'pinpoint'],
])

/** What the one-line description holds besides the company's name: places, and the system it came from. */
function readRest(job: ListedJob, pieces: readonly string[], company: string): Partial<ListedJob> {
  if (pieces.length === 0 || pieces[0] !== company) return {}
  const rest = pieces.slice(1).filter(piece => !SYSTEMS.has(piece.toLowerCase()))
  return { places: job.places.length > 0 ? job.places : cleanPlaces(rest), body: null }
}

const MARKS = ['—', '–', '-', '|', '·', '@', 'at', 'bei', 'chez']

/** The title without a name at its end ("… — Acme", "… at Acme") or start ("Acme: …"); null where it is at neither. */
function cutName(title: string, name: string): string | null {
  for (const mark of MARKS) {
    const end = ` ${mark} ${name}`
    if (title.length > end.length && title.endsWith(end)) return title.slice(0, -end.length).trim()
  }
  const start = `${name}: `
  return title.length > start.length && title.startsWith(start) ? title.slice(start.length).trim() : null
}

type TitleForm = ': ' | ' at '

/** How many titles of a feed must share a form before it is taken for one. */
const LEAST_TITLES = 3

/** The form that all titles of a feed of jobs share ("Acme: Baker", "Baker at Acme"), by several companies. */
function findTitleForm(titles: readonly string[]): TitleForm | null {
  if (titles.length < LEAST_TITLES) return null
  for (const form of [': ', ' at '] as const) {
    const companies = titles.map(title => splitTitle(title, form)?.company)
    if (companies.every(company => company !== undefined) && new Set(companies).size >= LEAST_TITLES)
      return form
  }
  return null
}

function splitTitle(title: string, form: TitleForm): { title: string; company: string } | null {
  const at = form === ': ' ? title.indexOf(form) : title.lastIndexOf(form)
  if (at <= 0) return null
  const [before, after] = [title.slice(0, at).trim(), title.slice(at + form.length).trim()]
  if (before === '' || after === '') return null
  return form === ': ' ? { title: after, company: before } : { title: before, company: after }
}
