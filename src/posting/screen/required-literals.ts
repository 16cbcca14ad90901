import { foldCharacter } from './fold-character.ts'

/** What one part of a pattern matches, as far as it can be told without running it; all strings are folded. */
interface Part {
  /** Every string that it can match; null where they are too many. */
  readonly exact: readonly string[] | null
  /** One of these stands in whatever it matches; null where nothing has to. */
  readonly literals: readonly string[] | null
}

/** Most strings that a run of characters is written out as. */
const MOST_EXACT = 48
/** Most characters of a class that are written out one by one. */
const MOST_IN_CLASS = 16

const ANYTHING: Part = { exact: null, literals: null }
const NOTHING: Part = { exact: [''], literals: null }
const DIGITS: Part = { exact: [...'0123456789'], literals: null }
const SPACE: Part = { exact: [' '], literals: null }

/** Escapes that stand for no character of their own. */
const ESCAPES: Readonly<Record<string, Part>> = {
  b: NOTHING,
  B: NOTHING,
  d: DIGITS,
  s: SPACE,
  n: SPACE,
  r: SPACE,
  t: SPACE,
  D: ANYTHING,
  S: ANYTHING,
  w: ANYTHING,
  W: ANYTHING,
}

/**
 * The literals of which at least one stands in every text that a pattern matches, folded by `foldCharacter`;
 * null where no such list is known and the pattern has to be run.
 * @example findRequiredLiterals(/\b(?:remote|on-?site) work/i) // ['remote work', 'on-site work', 'onsite work']
 */
export function findRequiredLiterals(pattern: RegExp): readonly string[] | null {
  const source = pattern.unicode ? [...pattern.source] : pattern.source.split('')
  const cursor: Cursor = { source, at: 0 }
  const whole = readChoice(cursor)
  return cursor.at === source.length ? literalsOf(whole) : null
}

interface Cursor {
  readonly source: readonly string[]
  at: number
}

const peek = ({ source, at }: Cursor, ahead = 0): string => source[at + ahead] ?? ''
const startsWith = ({ source, at }: Cursor, text: string): boolean =>
  source.slice(at, at + text.length).join('') === text

/** What is known best of a part: its strings themselves, else its literals. */
function literalsOf({ exact, literals }: Part): readonly string[] | null {
  return betterOf(exact, literals)
}

/** Of two lists the one whose shortest string is longer; one that holds an empty string says nothing. */
function betterOf(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  const [lengthOfA, lengthOfB] = [shortest(a), shortest(b)]
  if (lengthOfA === 0 && lengthOfB === 0) return null
  if (lengthOfA === lengthOfB) return (a?.length ?? 0) <= (b?.length ?? 0) ? a : b
  return lengthOfA > lengthOfB ? a : b
}

const shortest = (strings: readonly string[] | null): number =>
  strings === null ? 0 : Math.min(...strings.map(string => string.length))

/** Reads alternatives up to the end or a closing bracket. */
function readChoice(cursor: Cursor): Part {
  const parts = [readSequence(cursor)]
  while (peek(cursor) === '|') {
    cursor.at++
    parts.push(readSequence(cursor))
  }
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : unite(parts)
}

function unite(parts: readonly Part[]): Part {
  const exacts = parts.flatMap(part => part.exact ?? [])
  const isExact = parts.every(part => part.exact !== null) && exacts.length <= MOST_EXACT
  const lists = parts.map(literalsOf)
  const isBound = lists.every(list => list !== null)
  return {
    exact: isExact ? [...new Set(exacts)] : null,
    literals: isBound ? [...new Set(lists.flatMap(list => list ?? []))] : null,
  }
}

/** Reads what stands one behind the other; neighbours that are known exactly make longer strings. */
function readSequence(cursor: Cursor): Part {
  let run: readonly string[] = ['']
  let isWhole = true
  let best: readonly string[] | null = null
  while (cursor.at < cursor.source.length && peek(cursor) !== '|' && peek(cursor) !== ')') {
    const part = readQuantified(cursor)
    const { exact } = part
    if (exact !== null && run.length * exact.length <= MOST_EXACT) {
      run = run.flatMap(start => exact.map(end => start + end))
      continue
    }
    isWhole = false
    best = betterOf(betterOf(best, run), literalsOf(part))
    run = exact ?? ['']
  }
  return isWhole ? { exact: run, literals: null } : { exact: null, literals: betterOf(best, run) }
}

function readQuantified(cursor: Cursor): Part {
  const part = readAtom(cursor)
  const bounds = readBounds(cursor)
  if (bounds === null) return part
  const [least, most] = bounds
  if (least === 0 && most === 1) return { exact: part.exact && ['', ...part.exact], literals: null }
  if (least === 0) return ANYTHING
  return { exact: least === 1 && most === 1 ? part.exact : null, literals: literalsOf(part) }
}

const SIGNS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '?': [0, 1],
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
}

/** How often the atom before may stand; null where nothing says so. */
function readBounds(cursor: Cursor): readonly [least: number, most: number] | null {
  const bounds = SIGNS[peek(cursor)] ?? readBraces(cursor)
  if (bounds === null) return null
  cursor.at++
  if (peek(cursor) === '?') cursor.at++
  return bounds
}

/** Bounds such as {2,5}; leaves the cursor at the closing brace. */
function readBraces(cursor: Cursor): readonly [least: number, most: number] | null {
  if (peek(cursor) !== '{') return null
  const end = cursor.source.indexOf('}', cursor.at)
  const written = cursor.source.slice(cursor.at + 1, end).join('')
  const [, least, comma, most] = /^(\d+)(,?)(\d*)$/.exec(written) ?? []
  if (end === -1 || least === undefined) return null
  cursor.at = end
  const highest = most === '' || most === undefined ? Number.POSITIVE_INFINITY : Number(most)
  return [Number(least), comma === '' ? Number(least) : highest]
}

function readAtom(cursor: Cursor): Part {
  const sign = peek(cursor)
  if (sign === '(') return readGroup(cursor)
  if (sign === '[') return readClass(cursor)
  if (sign === '\\') return readEscape(cursor)
  cursor.at++
  if (sign === '^' || sign === '$') return NOTHING
  return sign === '.' ? ANYTHING : { exact: [foldCharacter(sign)], literals: null }
}

/** Brackets that look at what is around them take no characters. */
const LOOKING = ['(?=', '(?!', '(?<=', '(?<!']

function readGroup(cursor: Cursor): Part {
  const looking = LOOKING.find(opening => startsWith(cursor, opening))
  if (looking !== undefined) cursor.at += looking.length
  else if (startsWith(cursor, '(?:')) cursor.at += 3
  else if (startsWith(cursor, '(?<')) cursor.at = cursor.source.indexOf('>', cursor.at) + 1
  else cursor.at++
  const inner = readChoice(cursor)
  cursor.at++
  return looking === undefined ? inner : NOTHING
}

function readEscape(cursor: Cursor): Part {
  const sign = peek(cursor, 1)
  cursor.at += 2
  if (/[pPkuxc]/.test(sign)) return skipCode(cursor, sign)
  if (/\d/.test(sign)) return ANYTHING
  return ESCAPES[sign] ?? { exact: [foldCharacter(sign)], literals: null }
}

/** Escapes by code or property: their characters are left unknown. */
function skipCode(cursor: Cursor, sign: string): Part {
  if (peek(cursor) === '{') cursor.at = cursor.source.indexOf('}', cursor.at) + 1
  else if (sign === 'k') cursor.at = cursor.source.indexOf('>', cursor.at) + 1
  else cursor.at += { u: 4, x: 2, c: 1 }[sign] ?? 0
  return ANYTHING
}

function readClass(cursor: Cursor): Part {
  const start = cursor.at + 1
  cursor.at = start
  while (cursor.at < cursor.source.length && peek(cursor) !== ']') cursor.at += peek(cursor) === '\\' ? 2 : 1
  const inside = cursor.source.slice(start, cursor.at)
  cursor.at++
  return writeOut(inside)
}

/** The characters of a class, where they are few and named one by one. */
function writeOut(inside: readonly string[]): Part {
  if (inside[0] === '^') return ANYTHING
  const found = new Set<string>()
  for (let i = 0; i < inside.length; i++) {
    const isRange = inside[i] === '-' && i > 0 && i < inside.length - 1
    if (isRange) return ANYTHING
    const characters =
      inside[i] === '\\' ? escapedInClass(inside[++i] ?? '') : [foldCharacter(inside[i] ?? '')]
    if (characters === null) return ANYTHING
    for (const character of characters) found.add(character)
  }
  return found.size > 0 && found.size <= MOST_IN_CLASS ? { exact: [...found], literals: null } : ANYTHING
}

function escapedInClass(sign: string): readonly string[] | null {
  if (sign === 's') return [' ']
  if (sign === 'd') return DIGITS.exact
  return /[\p{L}\d]/u.test(sign) ? null : [sign]
}
