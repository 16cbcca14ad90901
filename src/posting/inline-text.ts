/** Named entities that appear in postings; numeric ones are computed. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bull: '•',
  hellip: '…',
  euro: '€',
  pound: '£',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
}

/** Invisible characters: zero width ones, soft hyphens, direction marks. */
const INVISIBLE = /[\u200b\u200c\u200e\u200f\u2028-\u202e\u2060\u00ad\ufeff]/g
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/**
 * Takes the markup out of one line: links keep their text, emphasis and escapes go, entities are read.
 * @example stripInline('**Pay**: see [our &amp; page](https://example.org)\\-') // 'Pay: see our & page-'
 */
export function stripInline(line: string): string {
  const trimmed = line.trim()
  if (isPlain(trimmed)) return trimmed
  return collapseSpaces(readEscapes(stripEmphasis(stripLinks(readEntities(trimmed)))))
}

/** Makes every kind of space a plain one, one at a time, and drops invisible characters. */
export function collapseSpaces(text: string): string {
  if (isTidy(text)) return text
  return text.replace(INVISIBLE, '').replace(SPACES, ' ').replace(/ {2,}/g, ' ').trim()
}

const SPACE = 0x20

const AFTER_SPACE = 2

/** What markup is made of, by character code: 1 where it always needs a look, 2 where it does after a space. */
const MARKS = markCodes({ anywhere: '&<]*_`\\', afterSpace: ',:;' })

function markCodes({ anywhere, afterSpace }: { readonly anywhere: string; readonly afterSpace: string }) {
  const marks = new Uint8Array(0x80)
  for (const sign of anywhere) marks[sign.charCodeAt(0)] = 1
  for (const sign of afterSpace) marks[sign.charCodeAt(0)] = AFTER_SPACE
  return marks
}

/** Whether a line holds no markup and nothing untidy, as most do: one look at each character tells it. */
function isPlain(line: string): boolean {
  let last = SPACE
  const { length } = line
  for (let i = 0; i < length; i++) {
    const code = line.charCodeAt(i)
    if (last === SPACE && (code === SPACE || MARKS[code] === AFTER_SPACE)) return false
    if (mayBeOdd(code) || MARKS[code] === 1) return false
    last = code
  }
  return last !== SPACE || length === 0
}

/** Whether nothing but single plain spaces parts the words, as in most lines. */
function isTidy(text: string): boolean {
  let last = SPACE
  const { length } = text
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if ((code === SPACE && last === SPACE) || mayBeOdd(code)) return false
    last = code
  }
  return last !== SPACE || length === 0
}

/** Control characters and all that may be invisible or a space of another width. */
const mayBeOdd = (code: number): boolean =>
  code < SPACE ||
  (code > 0x7e &&
    (code <= 0xa0 ||
      code === 0xad ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x206f) ||
      code === 0x3000 ||
      code === 0xfeff))

/** Replaces HTML entities by their characters. */
function readEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    const code = name.toLowerCase()
    if (!code.startsWith('#')) return ENTITIES[code] ?? whole
    const point = code.startsWith('#x')
      ? Number.parseInt(code.slice(2), 16)
      : Number.parseInt(code.slice(1), 10)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : whole
  })
}

function stripLinks(text: string): string {
  const bare = text.includes('<') ? stripTags(text) : text
  if (!bare.includes('](')) return bare
  return bare.replace(
    /!?\[([^[\]]{0,400})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?: "[^"]{0,200}")?\)/g,
    '$1',
  )
}

function stripTags(text: string): string {
  return text
    .replace(/<br ?\/?>/gi, ' ')
    .replace(/<\/?(?:b|i|u|p|em|strong|span|div|a|ul|ol|li)(?: [^<>]{0,300})?>/gi, '')
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, '$1')
}

function stripEmphasis(text: string): string {
  let bare = text
  if (bare.includes('**')) bare = bare.replace(/\*{2,}/g, '')
  if (bare.includes('`')) bare = bare.replaceAll('`', '')
  if (bare.includes('_'))
    bare = bare.replace(/(?<![\w\\])_{1,4}(?=\S)/g, '').replace(/(?<=[^\s\\])_{1,4}(?!\w)/g, '')
  if (bare.includes('*'))
    bare = bare.replace(/(?<![\w\\*])\*(?=\S)/g, '').replace(/(?<=[^\s\\*])\*(?!\w)/g, '')
  return bare
}

function readEscapes(text: string): string {
  const read = text.includes('\\') ? text.replace(/\\([\\`*_{}[\]()#+\-.!|>~$&])/g, '$1') : text
  const isLoose = read.includes(' ,') || read.includes(' :') || read.includes(' ;')
  return isLoose ? read.replace(/ {1,3}([:,;])(?= |$)/g, '$1') : read
}
