import { Parser } from 'htmlparser2'
import { escapeHtml } from './markup.ts'
import type { Fields } from './read-fields.ts'

/** A feed, its items by the names of their fields as they are written, without prefix. */
export interface Feed {
  /** What the feed says of itself: title and description; empty where it says nothing. */
  readonly about: string
  readonly items: readonly Fields[]
  /** False where the text ends before the feed does. */
  readonly isWhole: boolean
}

/** Elements that hold one posting, and elements that a feed begins with. */
const ITEMS: ReadonlySet<string> = new Set(['item', 'entry', 'job', 'position', 'vacancy', 'offer'])
const ROOTS: ReadonlySet<string> = new Set([
  ...['rss', 'feed', 'rdf', 'source', 'jobs', 'positions', 'vacancies', 'offers', 'workzag-jobs'],
])

const CHUNK = 16_384
const MAX_ITEMS = 100_000
/** Text of one field beyond this is dropped (characters); nothing in a feed nests deeper than MAX_DEPTH. */
const MAX_FIELD = 2_000_000
const MAX_DEPTH = 200

/** Reads RSS, Atom, RDF and lists of jobs in XML; null where the text is something else. */
export function readXmlFeed(text: string): Feed | null {
  if (!isFeed(text)) return null
  const walk = createWalk()
  const parser = new Parser(
    { onopentag: walk.open, ontext: walk.text, onclosetag: walk.close },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < text.length && !walk.isFull(); at += CHUNK) parser.write(text.slice(at, at + CHUNK))
  parser.end()
  return walk.finish()
}

/** Looks at the first element; declarations, comments and instructions may come before it. */
function isFeed(text: string): boolean {
  let rest = text
    .slice(0, 20_000)
    .replace(/^\ufeff/, '')
    .trimStart()
  for (let i = 0; i < 20; i++) {
    const end = rest.startsWith('<!--') ? '-->' : /^<[?!]/.test(rest) ? '>' : null
    if (end === null) break
    const at = rest.indexOf(end)
    if (at < 0) return false
    rest = rest.slice(at + end.length).trimStart()
  }
  const root = /^<(?:[\w-]{1,40}:)?([\w-]{1,40})[\s>]/.exec(rest)?.[1]
  return root !== undefined && ROOTS.has(root.toLowerCase())
}

interface Field {
  readonly name: string
  readonly isPrefixed: boolean
  readonly depth: number
  text: string
}

function createWalk() {
  const items: Fields[] = []
  let about = ''
  let aboutDepth = 0
  let depth = 0
  let itemDepth = 0
  let item: Map<string, { values: string[]; isPrefixed: boolean }> | null = null
  let field: Field | null = null
  let isWhole = false

  const note = (name: string, text: string, isPrefixed: boolean) => {
    const value = text.trim()
    const known = item?.get(name)
    if (item === null || value === '' || (known && isPrefixed && !known.isPrefixed)) return
    if (known && known.isPrefixed === isPrefixed) known.values.push(value)
    else item.set(name, { values: [value], isPrefixed })
  }

  return {
    open(qualified: string, attributes: Readonly<Record<string, string>>) {
      depth++
      const { name, isPrefixed } = splitName(qualified)
      if (item === null) {
        if (ITEMS.has(name) && depth > 1) {
          item = new Map()
          itemDepth = depth
        } else if ((name === 'title' || name === 'description' || name === 'subtitle') && depth <= 3)
          aboutDepth = depth
        return
      }
      if (field !== null) {
        // Markup inside a field is kept as markup (Atom's xhtml), without its attributes.
        if (field.text.length < MAX_FIELD) field.text += `<${name}>`
        return
      }
      if (depth !== itemDepth + 1) return
      field = { name, isPrefixed, depth, text: '' }
      const link = readLink(name, attributes)
      if (link !== null) note('link', link, isPrefixed)
    },
    text(text: string) {
      if (field !== null) {
        // Text between elements was escaped once, so that it is markup as it is.
        if (field.text.length < MAX_FIELD) field.text += field.depth < depth ? escapeHtml(text) : text
      } else if (aboutDepth > 0 && about.length < 2000) about += `${text} `
    },
    close(qualified: string, isImplied: boolean) {
      const { name } = splitName(qualified)
      if (depth === 1) isWhole = !isImplied
      if (aboutDepth === depth) aboutDepth = 0
      if (field !== null && field.depth === depth) {
        note(field.name, field.text, field.isPrefixed)
        field = null
      } else if (field !== null && field.text.length < MAX_FIELD) field.text += `</${name}>`
      if (item !== null && depth === itemDepth) {
        // An item that the text breaks off in is not handed over in part.
        if (!isImplied) items.push(toFields(item))
        item = null
      }
      depth--
    },
    isFull: () => items.length >= MAX_ITEMS || depth > MAX_DEPTH,
    finish: (): Feed => ({ about: about.trim(), items, isWhole }),
  }
}

function splitName(qualified: string): { name: string; isPrefixed: boolean } {
  const at = qualified.indexOf(':')
  return { name: qualified.slice(at + 1).toLowerCase(), isPrefixed: at >= 0 }
}

/** Atom keeps the address in an attribute; only the one of the posting itself counts. */
function readLink(name: string, attributes: Readonly<Record<string, string>>): string | null {
  const { href, rel = 'alternate' } = attributes
  return name === 'link' && href !== undefined && rel === 'alternate' ? href : null
}

const toFields = (item: ReadonlyMap<string, { readonly values: readonly string[] }>): Fields =>
  Object.fromEntries([...item].map(([name, { values }]) => [name, values.length === 1 ? values[0] : values]))
