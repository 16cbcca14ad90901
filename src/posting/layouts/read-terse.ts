import { findAmounts } from '../pay/find-amounts.ts'
import { ROLE_NOUN } from '../role-noun.ts'
import { isPlaceDecoration } from '../title-decoration.ts'
import { splitLines } from './split-lines.ts'

/** What a posting of a line or two holds, each as written; null where it does not say. */
export interface TerseText {
  readonly title: string | null
  readonly pay: string | null
  readonly place: string | null
}

/** How long a text without headings may be to count as one (lines that hold something, characters). */
const MOST = { lines: 2, length: 400 }

/** What stands in front of the role in a notice. */
const LABEL = /^(?:now hiring|hiring|wanted|job|vacancy|open position)\s?[:–—-]\s?/i
/** What ends the role that a line begins with. */
const ROLE_END =
  /\s(?:wanted|needed|required|sought|gesucht|recherché|in|at|for)\b|[,.;:!?(|–—](?=\s|$)|\s[-(]|\s[–—]/i
const PIECE_END = /[,.;:!?|()]\s|\s[-–—]\s|\s(?:in|at|wanted|needed|for)\s|\n|[.!?)]$/i

/**
 * Takes a posting of one or two lines into pieces; null for a longer text.
 * @example readTerse('Go developer wanted, remote EU, 80k EUR') // title 'Go developer', pay '80k EUR', place 'remote EU'
 */
export function readTerse(text: string): TerseText | null {
  if (text.trim().length > MOST.length) return null
  const lines = splitLines(text).filter(line => line.trim() !== '')
  if (lines.length === 0 || lines.length > MOST.lines) return null
  const first = (lines[0] ?? '').trim().replace(LABEL, '')
  const title = readRole(first)
  const pieces = lines.flatMap(line => line.trim().split(PIECE_END)).map(piece => piece.trim())
  const places = pieces.filter(piece => /\p{L}{2}/u.test(piece) && isPlaceDecoration(piece, piece))
  return {
    title,
    pay: pieces.find(holdsMoney) ?? null,
    place: places.length > 0 ? places.join(', ') : null,
  }
}

/** The role that a line begins with and goes on after; a sentence about who hires has none. */
function readRole(line: string): string | null {
  const end = ROLE_END.exec(line)?.index
  const role = end === undefined ? '' : line.slice(0, end).trim()
  if (role.length < 3 || role.split(' ').length > 8 || !ROLE_NOUN.test(role)) return null
  return /\b(?:is|are|we|you|your|our|my|dear|looking|join|seeking|seeks|hiring|needs|wants|as|wir|suchen|sucht|nous|buscamos)\b/i.test(
    role,
  )
    ? null
    : role
}

const holdsMoney = (piece: string): boolean => findAmounts(piece).some(({ currency }) => currency !== null)
