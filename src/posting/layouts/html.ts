import { collapseSpaces } from '../inline-text.ts'
import { listMatches } from '../list-matches.ts'
import type { DocumentText } from '../posting-text.ts'
import { readHttpUrl } from '../read-http-url.ts'
import { isPlaceDecoration } from '../title-decoration.ts'
import {
  findJobPosting,
  readStructuredCompany,
  readStructuredPlace,
  readStructuredTitle,
} from './job-posting-data.ts'
import { readLabelled } from './read-labelled.ts'
import { type Page, readPage } from './read-page.ts'

/** How much of a document is looked at to tell whether it is HTML (characters). */
const SAMPLE = 4000

/**
 * Reads a saved web page or a piece of one: navigation, footers and cookie bars are left out,
 * and the `JobPosting` of schema.org goes before the visible text where a page carries it.
 * @returns null where the text is no HTML
 */
export function readHtml(text: string): DocumentText | null {
  if (!isHtml(text)) return null
  const page = readPage(text)
  const jobPosting = findJobPosting(page.jsonLd)
  const pieces = readSubtitle(page)
  const labelled = readLabelled(page.blocks)
  const titleLine =
    (jobPosting && readStructuredTitle(jobPosting)) ??
    page.h1 ??
    page.meta.get('og:title') ??
    firstPiece(page.title)
  return {
    layout: 'html',
    titleLine,
    companyLine:
      (jobPosting && readStructuredCompany(jobPosting)) ?? labelled.company ?? findCompany(page, titleLine),
    payTag:
      labelled.pay ??
      pieces.find(piece => /[$€£₹]\s?\d|\d\s?(?:k|€|zł|USD|EUR|GBP|PLN)\b/.test(piece)) ??
      null,
    placeTag: (jobPosting && readStructuredPlace(jobPosting)) ?? labelled.place ?? joinPlaces(pieces),
    url: findUrl(page, jobPosting),
    jobPosting,
    blocks: page.blocks,
  }
}

function isHtml(text: string): boolean {
  const head = text.slice(0, SAMPLE).trimStart()
  if (!head.includes('<')) return false
  if (/^(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b/i.test(head)) return true
  const tags = new Set(
    listMatches(/<(p|div|ul|li|h[1-6]|section|article|main|table|br)\b/gi, head).map(match =>
      match[1]?.toLowerCase(),
    ),
  )
  return /^<[a-z!]/i.test(head) ? tags.size >= 1 : tags.size >= 3
}

/** The line under the title ("Acme · Berlin · Hybrid"), by its pieces. */
function readSubtitle(page: Page): string[] {
  return page.blocks
    .slice(0, 3)
    .filter(block => block.type === 'paragraph' && block.text.length <= 200)
    .flatMap(block => block.text.split(/\s[|·•–—]\s/))
    .map(piece => piece.trim())
}

function joinPlaces(pieces: readonly string[]): string | null {
  const places = pieces.filter(piece => piece.length <= 100 && isPlaceDecoration(piece, piece))
  return places.length === 0 ? null : places.join(', ')
}

const firstPiece = (title: string | null): string | null => title?.split(/\s[|·•–—-]\s/)[0]?.trim() ?? null

/** Pieces of a page's title that name the site's pages, not the company. */
const GENERIC =
  /^(?:careers?|jobs?|job board|job details?|open positions?|vacanc(?:y|ies)|hiring|work with us|join us|apply(?: now)?|home|stellen(?:angebote)?|karriere|emplois?|offres? d'emploi|carrières?|empleos?|vagas|vacatures?|praca|oferty pracy|greenhouse|lever|workable|ashby|linkedin|indeed)$/i

/** The company from "TITLE | COMPANY", "TITLE at COMPANY" or the site's name. */
function findCompany(page: Page, titleLine: string | null): string | null {
  const site = page.meta.get('og:site_name')
  if (site !== undefined && !GENERIC.test(site)) return site
  const title = (page.title ?? '').slice(0, 300)
  const at = /\s(?:at|@|bei|chez|en|w) (\p{Lu}[^|–—@]{1,60}?)(?:\s[|–—-]\s|$)/u.exec(title)?.[1]
  if (at !== undefined && titleLine !== null && !titleLine.includes(at)) return at.trim()
  const pieces = title.split(/\s[|·•–—-]\s|:\s/).map(piece => piece.trim())
  const named = pieces.filter(
    piece =>
      piece !== '' &&
      !GENERIC.test(piece) &&
      !isPartOfTitle(piece, titleLine) &&
      !isPlaceDecoration(piece, piece),
  )
  return named.at(-1)?.replace(/, .{1,40}$/, '') ?? null
}

function isPartOfTitle(piece: string, titleLine: string | null): boolean {
  if (titleLine === null) return false
  const [a, b] = [piece.toLowerCase(), titleLine.toLowerCase()]
  return a.includes(b) || b.includes(a)
}

const APPLY = /\b(?:apply|bewerb|postul|candidat|aplicar|inscri|sollicit|aplikuj)/i

/** The apply link, else the form that applications go to, else the page's own address. */
function findUrl(page: Page, jobPosting: Readonly<Record<string, unknown>> | null): string | null {
  const base = [page.meta.get('canonical'), page.meta.get('og:url'), page.meta.get('base')].find(
    url => url !== undefined,
  )
  const links = page.links
    .filter(link => link.text.length <= 60 && APPLY.test(link.text))
    .map(link => link.href)
  const own = typeof jobPosting?.['url'] === 'string' ? jobPosting['url'] : undefined
  for (const href of [...links, page.formAction, own, base]) {
    const url = href === undefined || href === null ? null : resolve(href, base)
    if (url !== null) return url
  }
  return null
}

function resolve(href: string, base: string | undefined): string | null {
  const trimmed = collapseSpaces(href)
  if (/^https?:/i.test(trimmed)) return readHttpUrl(trimmed)
  if (base === undefined || /^[a-z][a-z0-9+.-]*:|^#/i.test(trimmed) || !URL.canParse(trimmed, base))
    return null
  return readHttpUrl(new URL(trimmed, base).href)
}
