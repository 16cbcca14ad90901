import { Parser } from 'htmlparser2'
import { collapseSpaces } from '../inline-text.ts'
import type { Block } from '../posting-text.ts'
import { createBlockWriter } from './write-blocks.ts'

/** What a web page holds, before anything is interpreted. */
export interface Page {
  readonly title: string | null
  readonly h1: string | null
  /** `og:` properties, and `canonical` and `base` addresses, by name. */
  readonly meta: ReadonlyMap<string, string>
  /** Texts of the JSON-LD scripts. */
  readonly jsonLd: readonly string[]
  readonly links: readonly PageLink[]
  /** Where a form for applications sends them; null where there is none. */
  readonly formAction: string | null
  /** The text in reading order, without the first h1. */
  readonly blocks: readonly Block[]
}

interface PageLink {
  readonly text: string
  readonly href: string
}

type Attributes = Readonly<Record<string, string>>

const SKIPPED = new Set([
  ...[
    'script',
    'style',
    'nav',
    'footer',
    'aside',
    'noscript',
    'template',
    'svg',
    'iframe',
    'select',
    'button',
  ],
  ...['label', 'textarea', 'dialog', 'title'],
])
const VOID = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
])
/** Class names and ids of parts that are about the site, not the job. */
const FURNITURE =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|breadcrumbs?|pfad|related|similar|share|social|sidebar|skip|modal|popup|navbar|menu|site-header|site-footer|recommended)(?:$|[\s_-])/i

/** Pages are fed to the parser in pieces (characters), and no further once they nest deeper than any page does. */
const CHUNK = 16_384
const MAX_DEPTH = 1000

/** Walks a page once and keeps what a reader of the posting would see. */
export function readPage(html: string): Page {
  const walk = createWalk()
  const parser = new Parser({ onopentag: walk.open, ontext: walk.text, onclosetag: walk.close })
  for (let at = 0; at < html.length && !walk.isTooDeep(); at += CHUNK)
    parser.write(html.slice(at, at + CHUNK))
  parser.end()
  return walk.finish()
}

/** Texts that are kept apart from the blocks. */
interface Apart {
  title: string | null
  h1: string | null
  jsonLd: string[]
}

function createWalk() {
  const writer = createBlockWriter()
  const meta = new Map<string, string>()
  const links: PageLink[] = []
  const apart: Apart = { title: null, h1: null, jsonLd: [] }
  let target: keyof Apart | null = null
  let formAction: string | null = null
  let skipped: string[] = []
  let depth = 0
  let link: { text: string; href: string } | null = null

  return {
    open(name: string, attributes: Attributes) {
      if (!VOID.has(name)) depth++
      noteMeta(name, attributes, meta)
      if (name === 'form') formAction ??= readFormAction(attributes)
      if (name !== 'h1' || skipped.length === 0) target = findTarget(name, attributes, apart) ?? target
      if (skipped.length > 0 || SKIPPED.has(name) || isFurniture(name, attributes)) {
        if (!VOID.has(name)) skipped.push(name)
        return
      }
      if (name === 'a' && attributes['href'] !== undefined) link = { text: '', href: attributes['href'] }
      writer.open(name, attributes['role'] === 'main')
    },
    text(text: string) {
      if (target === 'jsonLd') apart.jsonLd.push(text)
      else if (target !== null) apart[target] = (apart[target] ?? '') + text
      else if (skipped.length === 0) writer.text(text)
      if (link && skipped.length === 0) link.text += text
    },
    close(name: string) {
      depth--
      if (name === 'title' || name === 'script' || name === 'h1') target = null
      if (skipped.length > 0) {
        const at = skipped.lastIndexOf(name)
        if (at >= 0) skipped = skipped.slice(0, at)
        return
      }
      if (name === 'a' && link) links.push({ text: collapseSpaces(link.text), href: link.href })
      if (name === 'a') link = null
      writer.close(name)
    },
    isTooDeep: () => depth > MAX_DEPTH,
    finish: (): Page => ({
      title: clean(apart.title),
      h1: clean(apart.h1),
      meta,
      jsonLd: apart.jsonLd,
      links,
      formAction,
      blocks: writer.finish(),
    }),
  }
}

/** Where the text of an element goes that is kept apart; only the first title and h1 are. */
function findTarget(name: string, attributes: Attributes, apart: Apart): keyof Apart | null {
  if (name === 'script') return /ld\+json/i.test(attributes['type'] ?? '') ? 'jsonLd' : null
  return (name === 'title' || name === 'h1') && apart[name] === null ? name : null
}

function readFormAction(attributes: Attributes): string | null {
  const action = attributes['action'] ?? ''
  return /apply|bewerb|postul|application/i.test(action) ? action : null
}

const clean = (text: string | null): string | null => {
  const cleaned = text === null ? '' : collapseSpaces(text.replace(/\s{1,99}/g, ' '))
  return cleaned === '' ? null : cleaned
}

function isFurniture(name: string, attributes: Attributes): boolean {
  if (name === 'body' || name === 'html' || name === 'main') return false
  const { hidden, role } = attributes
  if (hidden !== undefined || attributes['aria-hidden'] === 'true' || role === 'navigation') return true
  return FURNITURE.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 300))
}

function noteMeta(name: string, attributes: Attributes, meta: Map<string, string>): void {
  const { property, rel, href, content } = attributes
  const key = property ?? attributes['name']
  if (name === 'meta' && key?.startsWith('og:') && content !== undefined)
    meta.set(key, content.slice(0, 2048))
  if (name === 'link' && rel === 'canonical' && href !== undefined) meta.set('canonical', href)
  if (name === 'base' && href !== undefined) meta.set('base', href)
}
