import { collapseSpaces, stripInline } from '../inline-text.ts'
import type { DocumentText } from '../posting-text.ts'
import { readHttpUrl } from '../read-http-url.ts'
import { readBlocks } from './read-blocks.ts'

/** How many lines from the top the company and the tags may stand (lines that hold something). */
const HEADER_LINES = 8

const TITLE_LINK = /^\s{0,3}#{1,2}\s{0,5}\[(.{1,400})\]\(\s{0,3}<?([^()\s<>]{0,2000})>?\s{0,3}\)\s*$/
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
  const lines = text.split(/\r\n|[\n\r]/)
  const header = readHeader(lines)
  if (!header) return null
  const body = lines.slice(header.bodyStart)
  return {
    layout: 'board-markdown',
    titleLine: header.titleLine,
    companyLine: header.companyLine,
    payTag: findTag(header.tags, MONEY_SIGN),
    placeTag: findTag(header.tags, PLACE_SIGN),
    url: header.url ?? findApplyUrl(body),
    jobPosting: null,
    blocks: readBlocks(body.filter(line => !isApplyLine(line)).join('\n')),
  }
}

function readHeader(lines: readonly string[]): Header | null {
  const first = lines.findIndex(line => line.trim() !== '')
  const match = TITLE_LINK.exec((lines[first] ?? '').slice(0, 3000))
  if (!match) return null
  const rest = readCompanyAndTags(lines, first + 1)
  return { titleLine: stripInline(match[1] ?? ''), url: readHttpUrl(match[2] ?? ''), ...rest }
}

type Rest = Pick<Header, 'companyLine' | 'tags' | 'bodyStart'>

function readCompanyAndTags(lines: readonly string[], start: number): Rest {
  let companyLine: string | null = null
  let seen = 0
  for (let i = start; i < lines.length && seen < HEADER_LINES; i++) {
    const line = (lines[i] ?? '').slice(0, 2000)
    if (line.trim() === '') continue
    seen++
    const tags = readTags(line)
    if (tags) return { companyLine, tags, bodyStart: i + 1 }
    const company = /^\s{0,3}###(?!#)\s{0,5}(.{0,200})$/.exec(line)
    if (!company || companyLine !== null || isFarFromTitle(seen))
      return { companyLine, tags: [], bodyStart: i }
    companyLine = stripInline(company[1] ?? '')
  }
  return { companyLine, tags: [], bodyStart: start + (companyLine === null ? 0 : 1) }
}

const isFarFromTitle = (seen: number): boolean => seen > 2

/** The tags of a tag line ("#### `💰 …` `🌎 …`", also empty); null where the line is none. */
function readTags(line: string): string[] | null {
  if (/^\s{0,3}####\s*$/.test(line)) return []
  const tags = Array.from(line.matchAll(/`([^`]{1,500})`/g), match => match[1] ?? '')
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

const isApplyLine = (line: string): boolean =>
  line.length < 2500 && APPLY.test(line.replace(/\(https?:[^()\s]{0,2000}\)/g, ''))

function findApplyUrl(lines: readonly string[]): string | null {
  const line = lines.findLast(isApplyLine)
  const link = line && /\((https?:[^()\s]{1,2000})\)/.exec(line)
  return link ? readHttpUrl(link[1] ?? '') : null
}
