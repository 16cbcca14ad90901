import { classifyHeading } from '../classify-heading.ts'
import { collapseSpaces, stripInline } from '../inline-text.ts'
import { listMatches } from '../list-matches.ts'
import { narrowText } from '../narrow-text.ts'
import type { DocumentText } from '../posting-text.ts'
import { readHttpUrl } from '../read-http-url.ts'
import { keepPassage, rememberByPassage } from '../remember-by-passage.ts'
import { joinPieces, type Piece, readPieces } from './read-blocks.ts'
import { readLabelled } from './read-labelled.ts'
import { cutLines } from './split-lines.ts'

/** How many lines under the title may be company and tags (lines that hold something). */
const HEADER_LINES = 2

const TITLE_LINK = /^\s{0,3}#{1,2}\s{0,5}\[(.{1,400})\]\(\s{0,3}<?([^()\s<>]{0,2000})>?\s{0,3}\)\s*$/
const TITLE_PLAIN = /^\s{0,3}#{1,2}\s{1,5}([^[\]]{2,300})$/
const COMPANY = /^\s{0,3}###(?!#)\s{0,5}(.{0,200})$/
const APPLY = /^\s{0,3}#{0,6}\s{0,5}(?:\*\*)?(?:click (?:here )?to )?\[?\s?apply\b.{0,40}$/i
const MONEY_SIGN = /[💰💵💸]/u
const PLACE_SIGN = /[🌎🌍🌏🌐📍🏠🗺]/u

interface Header {
  readonly titleLine: string
  readonly url: string | null
  readonly companyLine: string | null
  readonly tags: readonly string[]
  readonly bodyStart: number
}

/**
 * Reads the Markdown of a job board: a title that links to the posting, the company and tags for pay and place under it.
 * @returns null where the text does not start with a linked title
 */
export function readBoardMarkdown(text: string): DocumentText | null {
  const lines = cutLines(text)
  const header = readHeader(lines)
  if (!header) return null
  const body = lines.slice(header.bodyStart)
  const blocks = joinPieces(body, readBodyLine)
  const labelled = readLabelled(blocks)
  return {
    layout: 'board-markdown',
    titleLine: header.titleLine,
    companyLine: header.companyLine ?? labelled.company ?? null,
    payTag: findTag(header.tags, MONEY_SIGN) ?? labelled.pay ?? null,
    placeTag: findTag(header.tags, PLACE_SIGN) ?? labelled.place ?? null,
    url: header.url ?? findApplyUrl(body),
    jobPosting: null,
    blocks,
  }
}

function readHeader(lines: readonly string[]): Header | null {
  const first = lines.findIndex(line => line.trim() !== '')
  const line = narrowText((lines[first] ?? '').slice(0, 3000))
  const linked = TITLE_LINK.exec(line)
  const title = linked?.[1] ?? TITLE_PLAIN.exec(line)?.[1]
  if (title === undefined) return null
  const rest = readCompanyAndTags(lines, first + 1)
  if (!linked && rest.tags === null) return null
  return {
    titleLine: stripInline(title),
    url: readHttpUrl(linked?.[2] ?? ''),
    ...rest,
    tags: rest.tags ?? [],
  }
}

interface Rest {
  readonly companyLine: string | null
  /** null where there is no tag line. */
  readonly tags: readonly string[] | null
  readonly bodyStart: number
}

/** The company and the tag line under a title, in either order; both may be missing. */
function readCompanyAndTags(lines: readonly string[], start: number): Rest {
  let rest: Rest = { companyLine: null, tags: null, bodyStart: start }
  let seen = 0
  for (let i = start; i < lines.length && seen < HEADER_LINES; i++) {
    const line = narrowText((lines[i] ?? '').slice(0, 2000))
    if (line.trim() === '') continue
    seen++
    const next = readHeaderLine(line, rest)
    if (next === null) break
    rest = { ...next, bodyStart: i + 1 }
  }
  return rest
}

/** What one more header line adds; null where the line belongs to the body. */
function readHeaderLine(line: string, rest: Rest): Rest | null {
  const tags = rest.tags === null ? readTags(line) : null
  if (tags !== null) return { ...rest, tags }
  const company = rest.companyLine === null ? COMPANY.exec(line)?.[1] : undefined
  if (company === undefined) return null
  const companyLine = stripInline(company)
  const isSection =
    rest.tags !== null && (classifyHeading(companyLine) !== null || companyLine.split(' ').length > 5)
  return isSection ? null : { ...rest, companyLine }
}

/** The tags of a tag line ("#### `💰 …` `🌎 …`", also empty); null where the line is none. */
function readTags(line: string): string[] | null {
  if (/^\s{0,3}####\s*$/.test(line)) return []
  const tags = listMatches(/`([^`]{1,500})`/g, line).map(match => match[1] ?? '')
  if (tags.length === 0) return null
  const outside = line.replace(/`[^`]{1,500}`/g, '').replace(/[#\s|,·]/g, '')
  return outside === '' ? tags : null
}

function findTag(tags: readonly string[], sign: RegExp): string | null {
  const tag =
    tags.find(text => sign.test(text)) ??
    tags.find(text => !/\p{Extended_Pictographic}/u.test(text) && looksLike(text, sign))
  if (tag === undefined) return null
  const text = collapseSpaces(tag.replace(/\p{Extended_Pictographic}|\ufe0f/gu, ''))
  return text === '' ? null : text
}

/** A tag without its sign is pay when it holds an amount, else a place. */
function looksLike(tag: string, sign: RegExp): boolean {
  const isAmount = /\d{2}|salary|competitive/i.test(tag)
  return sign === MONEY_SIGN ? isAmount : !isAmount
}

/** A list item is remembered without its bullet, as the readers of its text look for it. */
function readBodyLine(line: string): readonly Piece[] {
  PLAIN_BULLET.lastIndex = 0
  return PLAIN_BULLET.test(line) ? readItem(line.slice(PLAIN_BULLET.lastIndex)) : readUnlisted(line)
}

/** A bullet that makes an item of whatever stands behind it. */
const PLAIN_BULLET = / {0,8}[-*] {1,2}(?=\S)/y

const readItem = rememberByPassage((item: string): readonly Piece[] => readPieces(`* ${item}`).map(keepText))

/** The line that leads to the form is no part of the text. */
const readUnlisted = rememberByPassage((line: string): readonly Piece[] =>
  isApplyLine(line) ? [] : readPieces(line).map(keepText),
)

/** Every reader asks about the text of a piece later. */
const keepText = ({ type, text }: Piece): Piece => ({ type, text: keepPassage(text) })

const isApplyLine = (line: string): boolean =>
  line.length < 2500 &&
  APPLY.test(line.includes('(http') ? line.replace(/\(https?:[^()\s]{0,2000}\)/g, '') : line)

function findApplyUrl(lines: readonly string[]): string | null {
  const line = lines.findLast(isApplyLine)
  const link = line && /\((https?:[^()\s]{1,2000})\)/.exec(line)
  return link ? readHttpUrl(link[1] ?? '') : null
}
