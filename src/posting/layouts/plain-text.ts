import { classifyHeading } from '../classify-heading.ts'
import type { Block, DocumentText } from '../posting-text.ts'
import { readHttpUrl } from '../read-http-url.ts'
import { ROLE_NOUN } from '../role-noun.ts'
import { isPlaceDecoration } from '../title-decoration.ts'
import { readBlocks } from './read-blocks.ts'
import { readLabelled } from './read-labelled.ts'
import { readTerse } from './read-terse.ts'
import { splitLines } from './split-lines.ts'

/** Reads a posting without any header layout; header lines such as "Company: …" near the top are used. */
export function readPlainText(text: string): DocumentText {
  const blocks = readBlocks(markHeadings(unwrapLines(splitLines(text))))
  const labelled = readLabelled(blocks)
  const found = labelled.title === undefined ? findTitleLine(blocks) : null
  const terse = readTerse(text)
  const under = found === null ? null : readSecondLine(blocks[found.at + 1], found.title)
  return {
    layout: 'plain-text',
    titleLine: labelled.title ?? terse?.title ?? found?.title ?? null,
    companyLine:
      labelled.company ??
      found?.company ??
      under?.company ??
      findNameUnder(blocks, found?.at) ??
      findLetterhead(blocks, labelled.title) ??
      null,
    payTag: labelled.pay ?? terse?.pay ?? null,
    placeTag: labelled.place ?? under?.place ?? terse?.place ?? null,
    url: readHttpUrl(labelled.url ?? '') ?? findUrl(text),
    jobPosting: null,
    blocks: markItems(blocks),
  }
}

interface TitleLine {
  readonly title: string
  /** From "Senior Engineer at Acme"; null without. */
  readonly company: string | null
  readonly at: number
}

/** The first line, or the first heading, when it is short and names a role. */
function findTitleLine(blocks: readonly Block[]): TitleLine | null {
  const at = blocks.slice(0, 2).findIndex(block => block.type !== 'item' && isTitleLike(block.text))
  const text = blocks[at]?.text
  if (text === undefined) return null
  const [, title, company] = /^(.{4,80}?) (?:at|@) (\p{Lu}.{1,40})$/u.exec(text) ?? []
  const isSplit = title !== undefined && company !== undefined && ROLE_NOUN.test(title)
  return isSplit
    ? { title, company: company.replace(/\s?[(,|–—].*$/, ''), at }
    : { title: text, company: null, at }
}

/** A short line above "Title: …" is the name of the company. */
function findLetterhead(blocks: readonly Block[], labelledTitle: string | undefined): string | null {
  const first = blocks[0]?.text ?? ''
  if (labelledTitle === undefined || first.includes(':') || first.split(' ').length > 4) return null
  const isName = /^\p{Lu}/u.test(first) && !ROLE_NOUN.test(first) && classifyHeading(first) === null
  return isName && !/\b(?:job|opening|vacancy|posting|hiring)\b/i.test(first) ? first : null
}

/** The line under a title often gives company and place: "Acme, Berlin or remote". */
function readSecondLine(
  block: Block | undefined,
  title: string,
): { readonly company: string | null; readonly place: string | null } | null {
  if (block === undefined || block.type === 'item' || block.text.length > 100 || /[.!?:]$/.test(block.text))
    return null
  if (isPlaceDecoration(block.text, block.text)) return { company: null, place: block.text }
  const [, company, place] = /^([^,|·•–—(]{2,50}?)\s?[,|·•–—(]\s?(.{2,60}?)\)?$/.exec(block.text) ?? []
  if (company === undefined || place === undefined || company === title) return null
  return isPlaceDecoration(place, place) && /^\p{Lu}/u.test(company) ? { company, place } : null
}

/** A name alone between the title and another short header line is the company's. */
function findNameUnder(blocks: readonly Block[], titleAt: number | undefined): string | null {
  const [block, next] = titleAt === undefined ? [] : [blocks[titleAt + 1], blocks[titleAt + 2]]
  if (block?.type !== 'paragraph' || next?.type !== 'paragraph' || next.text.length > 80) return null
  const isName =
    /^\p{Lu}[\p{L}\d.’'-]*(?: (?:(?:of|and|&|the|de|da|und) )?[\p{Lu}\d][\p{L}\d.’'-]*){0,4}$/u.test(
      block.text,
    )
  return isName && !ROLE_NOUN.test(block.text) && classifyHeading(block.text) === null ? block.text : null
}

function isTitleLike(text: string): boolean {
  if (text.length > 110 || text.split(' ').length > 14 || /[.!?:;]$/.test(text)) return false
  if (/\b(?:is|are|we|you|your|our|looking|join|seeking|will|hiring|wir|suchen|nous|buscamos)\b/i.test(text))
    return false
  return ROLE_NOUN.test(text)
}

function findUrl(text: string): string | null {
  const match = /(?:apply|bewerb|postul|aplic|sollicit)[^\n]{0,80}?(https?:\/\/[^\s()<>\]"']{4,2000})/i.exec(
    text,
  )
  return match ? readHttpUrl((match[1] ?? '').replace(/[.,;!?]{1,3}$/, '')) : null
}

/** Lines that follow a heading in a block of their own are list items though nothing marks them. */
function markItems(blocks: readonly Block[]): Block[] {
  return blocks.map((block, i) => {
    if (block.type !== 'paragraph' || block.text.length > 300) return block
    const previous = blocks[i - 1]
    const next = blocks[i + 1]
    const isListed =
      previous?.type === 'heading'
        ? next?.type === 'paragraph' && next.text.length <= 300
        : previous?.type === 'paragraph' && previous.text.length <= 300
    return isListed ? { ...block, type: 'item' } : block
  })
}

/** Longest line that can be a heading without a mark (characters, words). */
const BARE = { length: 60, words: 8 }

/** Marks short lines that stand alone over a list or a paragraph, and no sentences, as headings. */
function markHeadings(lines: readonly string[]): string[] {
  const first = lines.findIndex(line => line.trim() !== '')
  return lines.map((line, i) =>
    i > first && isLead(line, lines[i - 1], lines[i + 1]) ? `## ${line.trim()}` : line,
  )
}

function isLead(line: string, previous = '', next = ''): boolean {
  const text = line.trim()
  if (text.length > BARE.length || text.split(' ').length > BARE.words || !/^\p{Lu}[^:]+$/u.test(text))
    return false
  if (/[.!;,]$/.test(text) || next.trim() === '') return false
  const isOverText = isListItem(next) || next.trim().length > BARE.length
  const isApart = previous.trim() === '' || /[.!?]\s*$/.test(previous) || isListItem(previous)
  return isApart && (isOverText || classifyHeading(text) !== null)
}

const isListItem = (line: string): boolean => /^\s{0,20}[-*•–]\s/.test(line)

/** Widths that mail programs and editors wrap text at (characters). */
const WRAPPED = { least: 55, most: 100 }

/** Joins the lines of paragraphs that were wrapped at a fixed width. */
function unwrapLines(lines: readonly string[]): readonly string[] {
  const long = lines.filter(line => line.length >= WRAPPED.least)
  const isWrapped = long.length >= 4 && long.every(line => line.length <= WRAPPED.most)
  if (!isWrapped) return lines
  return lines.reduce<string[]>((joined, line, i) => {
    const previous = lines[i - 1] ?? ''
    const isGoingOn =
      previous.length >= WRAPPED.least &&
      /[\p{L}\d,;&–-]$/u.test(previous) &&
      /^\s{0,8}[\p{Ll}\d$€£(]/u.test(line) &&
      !/^\s{0,8}\d{1,2}[.)]\s/.test(line)
    if (isGoingOn) joined.push(`${joined.pop() ?? ''} ${line.trim()}`)
    else joined.push(line)
    return joined
  }, [])
}
