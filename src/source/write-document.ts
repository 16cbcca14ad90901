import { createHash } from 'node:crypto'
import type { ListedJob, ListedPay } from './listed-job.ts'
import { escapeHtml, toHtml } from './markup.ts'
import type { SourceDocument, UnreadDocument } from './source.ts'

export interface DocumentOptions {
  /** What the paths of the source begin with, such as `greenhouse/acme`. */
  readonly folder: string
  readonly maxDocumentBytes: number
}

/**
 * Writes listed jobs as web pages with schema.org `JobPosting` data, which the parser reads like any other page:
 * the facts that the source has in fields go into the data, the text stays as it is. Each is written when it is asked for.
 */
export function* writeDocuments(
  jobs: readonly ListedJob[],
  options: DocumentOptions,
): Generator<SourceDocument | UnreadDocument> {
  const used = new Set<string>()
  for (const job of jobs) {
    const path = `${options.folder}/${chooseName(job, used)}`
    if (job.title === '') yield { path, reason: 'The item has no title.' }
    else yield limitSize({ path, content: writeJob(job) }, options.maxDocumentBytes)
  }
}

const writeJob = (job: ListedJob): Uint8Array =>
  job.isDoubtful ? writeText(job) : writePage(makeJobPosting(job), job.url, describeBody(job))

/** A document, or the reason why it is too large. */
export function limitSize(document: SourceDocument, maxBytes: number): SourceDocument | UnreadDocument {
  if (document.content.length <= maxBytes) return document
  const reason = `The posting is larger than ${maxBytes} bytes; raise ROLECALL_MAX_DOCUMENT_BYTES to read it.`
  return { path: document.path, reason }
}

/** The source's own number, else one made from address or title; each once. */
function chooseName({ number, url, title, company }: ListedJob, used: Set<string>): string {
  const names = [number, url, `${title}\n${company}\n${url}\n${number}`].filter(name => name !== null)
  const free = names.map(toFileName).find(name => !used.has(name))
  const name = free ?? `${toFileName(names.join('\n'))}-${used.size + 1}`
  used.add(name)
  return name
}

/** A name of a path: as it is where it is short and plain, else a hash of it. */
export function toFileName(name: string): string {
  if (/^[\w:-][\w.:-]{0,79}$/.test(name)) return name
  return createHash('sha256').update(name).digest('hex').slice(0, 12)
}

/** The facts as schema.org's `JobPosting`; what the source does not say is left out. */
function makeJobPosting(job: ListedJob): Record<string, unknown> {
  const [pay] = job.pay
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: job.title,
    ...(job.company === null ? {} : { hiringOrganization: { '@type': 'Organization', name: job.company } }),
    ...(job.workplace === 'remote' ? { jobLocationType: 'TELECOMMUTE' } : {}),
    jobLocation: [...nameWorkplace(job), ...job.places].map(address => ({ '@type': 'Place', address })),
    ...(job.employment === null ? {} : { employmentType: job.employment }),
    ...(job.postedAt === null ? {} : { datePosted: job.postedAt }),
    ...(job.closesAt === null ? {} : { validThrough: job.closesAt }),
    ...(pay && job.pay.length === 1 ? { baseSalary: makeSalary(pay) } : {}),
    ...(job.url === null ? {} : { url: job.url }),
  }
}

/** schema.org has no word for hybrid and on-site work; a place tag has. */
function nameWorkplace({ workplace }: ListedJob): string[] {
  if (workplace === 'hybrid') return ['Hybrid']
  return workplace === 'onsite' ? ['On-site'] : []
}

function makeSalary({ currency, min, max, unit }: ListedPay): Record<string, unknown> {
  const value = {
    '@type': 'QuantitativeValue',
    ...(min === null ? {} : { minValue: min }),
    ...(max === null ? {} : { maxValue: max }),
    ...(unit === null ? {} : { unitText: unit }),
  }
  return { '@type': 'MonetaryAmount', currency, value }
}

/** What the parser reads as text: pay in words and several ranges beside the text of the posting. */
function describeBody(job: ListedJob): string {
  const lines = [
    job.payText === null ? '' : `<p>Salary: ${escapeHtml(job.payText.slice(0, 200))}</p>`,
    job.department === null ? '' : `<p>Department: ${escapeHtml(job.department)}</p>`,
    job.body === null ? '' : toHtml(job.body),
    job.pay.length > 1 ? describeRanges(job.pay) : '',
  ]
  return lines.filter(line => line !== '').join('\n')
}

function describeRanges(pay: readonly ListedPay[]): string {
  const items = pay.map(range => `<li>${escapeHtml(describeRange(range))}</li>`)
  return `<h2>Compensation</h2>\n<ul>${items.join('')}</ul>`
}

function describeRange({ label, currency, min, max, unit }: ListedPay): string {
  const [from, to] = [min, max].map(amount => (amount === null ? null : amount.toLocaleString('en-US')))
  const range =
    from === null
      ? `up to ${to} ${currency}`
      : to === null
        ? `from ${from} ${currency}`
        : `${from} – ${to} ${currency}`
  const period = unit === null ? '' : ` per ${unit.toLowerCase()}`
  return `${label === null ? '' : `${label.replace(/:\s*$/, '')}: `}${range}${period}`
}

/** Writes a page around the data of one `JobPosting`; its first link is the one to apply at. */
export function writePage(
  jobPosting: Readonly<Record<string, unknown>>,
  url: string | null,
  body: string,
): Uint8Array {
  // "<" must not end the script early.
  const data = JSON.stringify(jobPosting).replaceAll('<', '\\u003c')
  const link = url === null ? '' : `<h1><a href="${escapeHtml(url)}">Apply</a></h1>\n`
  const page = `<!doctype html>\n<html><head><script type="application/ld+json">${data}</script></head>\n<body>${link}${body}</body></html>\n`
  return new TextEncoder().encode(page)
}

/** Writes an item that may be no posting without any data, so that the parser judges its text. */
function writeText(job: ListedJob): Uint8Array {
  const link = job.url === null ? '' : `<link rel="canonical" href="${escapeHtml(job.url)}">`
  const page = `<!doctype html>\n<html><head>${link}</head>\n<body><h1>${escapeHtml(job.title)}</h1>\n${describeBody(job)}</body></html>\n`
  return new TextEncoder().encode(page)
}
