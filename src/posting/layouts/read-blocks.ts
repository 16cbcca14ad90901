import { isBareHeading } from '../classify-heading.ts'
import { collapseSpaces, stripInline } from '../inline-text.ts'
import type { Block } from '../posting-text.ts'

/** Longest line that can be a heading (characters). */
const MAX_HEADING = 90

const BULLET = /^\s{0,40}(?:\\?[-*+•◦▪▫●○·–—‣»✓✔✅➢➤➔→★☑]|\d{1,2}[.)])(?:\s|(?=[•◦▪▫●○‣✓✔✅➢➤]))/u
const OPENS_RULE = '-=_*~'
const RULE = /^\s{0,10}(?:[-=_*~]\s{0,2}){3,200}\s{0,10}$/

/** A row of = or - that may make a heading of the line above it. */
interface Rule {
  readonly type: 'rule'
  readonly text: string
}

/** What a line says by itself. */
export type Piece = Block | Rule

/**
 * Cuts the lines of Markdown or plain text into headings, paragraphs and list items.
 * Headings are marked (`##`, bold, underlined, capitals, a colon at the end) or known by their words.
 */
export const readBlocks = (lines: readonly string[]): Block[] => joinPieces(lines, readPieces)

/** Cuts lines into blocks by what `read` makes of each of them. */
export function joinPieces(lines: readonly string[], read: (line: string) => readonly Piece[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    // Half of the lines are empty.
    if (line === '') continue
    for (const piece of read(line)) {
      if (piece.type === 'rule') promoteUnderlined(blocks, piece.text)
      else blocks.push(piece)
    }
  }
  return blocks
}

/** What a line becomes, whatever stands around it: one piece in most cases, several where it lost its line breaks. */
export function readPieces(line: string): readonly Piece[] {
  const parts = ENDS_IN_UNICODE.test(line) ? line.split(ENDS_IN_UNICODE).flatMap(cutGlued) : cutGlued(line)
  const pieces: Piece[] = []
  for (const part of parts) {
    const piece = readPiece(part)
    if (piece !== null) pieces.push(piece)
  }
  return pieces
}

/** The line and paragraph separators of Unicode. */
const ENDS_IN_UNICODE = /[\u2028\u2029]/

/** A heading that lost its line break ("… stipend.About Us:") comes on a line of its own. */
function cutGlued(line: string): readonly string[] {
  const cut = findGlued(line)
  return cut === null ? [line] : [line.slice(0, cut), line.slice(cut)]
}

/** Where a heading begins that stands behind the end of a sentence; null where none does. */
function findGlued(line: string): number | null {
  // Most lines are sentences: their full stop ends no heading.
  if (line === '' || line.endsWith('.')) return null
  const glued = GLUED.exec(line.slice(-45))
  const heading = glued?.[1]
  return glued && heading && isBareHeading(heading) ? line.length - glued[0].length + 1 : null
}

const GLUED = /[.!?)]([A-Z][A-Za-z' ]{3,30}):?\s{0,3}$/

function readPiece(line: string): Piece | null {
  const sign = line.trimStart().charAt(0)
  if (sign === '') return null
  const isRule = OPENS_RULE.includes(sign) && RULE.test(line)
  return isRule ? { type: 'rule', text: line } : readLine(line, sign)
}

/** A row of = or - under a short line makes that line a heading. */
function promoteUnderlined(blocks: Block[], rule: string): void {
  const last = blocks.at(-1)
  if (last?.type !== 'paragraph' || last.text.length > MAX_HEADING || !/^\s*(?:=+|-+)\s*$/.test(rule)) return
  if (/[.!?;,]$/.test(last.text)) return
  blocks[blocks.length - 1] = { type: 'heading', text: last.text }
}

/** @param sign the first character of the line that is no space: most lines open with a letter and so with no mark */
function readLine(line: string, sign: string): Block | null {
  const hashes = sign === '#' && HASHES.exec(line)
  if (hashes) return makeBlock('heading', line.slice(hashes[0].length).replace(/#{1,6}\s{0,5}$/, ''))
  if (sign === '|' && /^\s{0,10}\|.*\|\s{0,10}$/.test(line)) return readTableRow(line)
  const bullet = isLetter(sign) ? null : BULLET.exec(line)
  if (bullet && !isBoldOnly(line)) return makeBlock('item', line.slice(bullet[0].length))
  const text = stripInline(sign === '>' ? line.replace(/^\s{0,10}>{1,3}\s?/, '') : line)
  return text === '' ? null : { type: isHeading(line, text) ? 'heading' : 'paragraph', text }
}

const HASHES = /^\s{0,3}(?:#{1,6}\s{1,5}|#{2,6}(?=[^#\s])|#(?=[*_[]))/

const isLetter = (sign: string): boolean => (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')

function makeBlock(type: Block['type'], raw: string): Block | null {
  const text = stripInline(raw)
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  if (type === 'item' && isBareHeading(text)) return { type: 'heading', text }
  return { type: type === 'heading' && text.length > 200 ? 'paragraph' : type, text }
}

function readTableRow(line: string): Block | null {
  const cells = line
    .split('|')
    .map(stripInline)
    .filter(cell => cell !== '')
  if (cells.length === 0 || cells.every(cell => /^[:\-\s]*$/.test(cell))) return null
  const text = collapseSpaces(cells.length === 2 ? cells.join(': ') : cells.join(' | '))
  return { type: 'paragraph', text }
}

function isBoldOnly(line: string): boolean {
  const trimmed = line.trim()
  return /^(?:\*\*|__)/.test(trimmed) && /(?:\*\*|__)\s?_?:?$/.test(trimmed)
}

function isHeading(line: string, text: string): boolean {
  if (text.length > MAX_HEADING || !/\p{L}{2}/u.test(text) || text.startsWith('#')) return false
  if (isBareHeading(text)) return true
  if (/[.!;,]$/.test(text) || text.split(' ').length > 12) return false
  if (isBoldOnly(line)) return !/^[^:]{2,40}: \S/.test(text)
  if (/:$/.test(text)) return true
  return text.length >= 5 && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text) && !/\d{3}/.test(text)
}
