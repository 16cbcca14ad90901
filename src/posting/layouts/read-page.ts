import { Parser } from 'htmlparser2'
import { isBareHeading } from '../classify-heading.ts'
import { collapseSpaces } from '../inline-text.ts'
import type { Block } from '../posting-text.ts'

/** What a web page holds, before anything is interpreted. */
export interface Page {
  readonly title: string | null
  readonly h1: string | null
  /** `og:` properties, and `canonical` and `base` addresses, by name. */
  readonly meta: ReadonlyMap<string, string>
  /** Texts of the JSON-LD scripts. */
  readonly jsonLd: readonly string[]
  readonly links: readonly { readonly text: string; readonly href: string }[]
  readonly formAction: string | null
  /** The text in reading order, without the first h1. */
  readonly blocks: readonly Block[]
}

const SKIPPED = new Set([
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
  'label',
  'textarea',
  'dialog',
])
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'legend', 'summary'])
const BREAKING = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'section',
  'article',
  'main',
  'header',
  'dd',
  'dl',
  'br',
  'hr',
  'blockquote',
  'form',
  'figure',
  'pre',
  'body',
  'details',
  ...HEADINGS,
])
/** Class names and ids of parts that are about the site, not the job. */
const FURNITURE =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|breadcrumbs?|pfad|related|similar|share|social|sidebar|skip|modal|popup|navbar|menu|site-header|site-footer|recommended)(?:$|[\s_-])/i

interface Draft {
  text: string
  boldLength: number
  isHeading: boolean
  isItem: boolean
}

/** Pages are fed to the parser in pieces (characters), and no further once they nest deeper than any page does. */
const CHUNK = 16_384
const MAX_DEPTH = 1000

/** Walks a page once and keeps what a reader of the posting would see. */
export function readPage(html: string): Page {
  const found = createCollector()
  const parser = new Parser(
    { onopentag: found.open, ontext: found.text, onclosetag: found.close },
    { decodeEntities: true, lowerCaseTags: true },
  )
  for (let at = 0; at < html.length && !found.isTooDeep(); at += CHUNK)
    parser.write(html.slice(at, at + CHUNK))
  parser.end()
  return found.finish()
}

interface Collector {
  readonly open: (name: string, attributes: Record<string, string>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
  readonly isTooDeep: () => boolean
  readonly finish: () => Page
}

function createCollector(): Collector {
  const meta = new Map<string, string>()
  const jsonLd: string[] = []
  const links: { text: string; href: string }[] = []
  const blocks: { readonly block: Block; readonly isMain: boolean }[] = []
  let title: string | null = null
  let h1: string | null = null
  let formAction: string | null = null
  let skipped: string[] = []
  let depth = 0
  let mains = 0
  let bolds = 0
  let inside: 'title' | 'json-ld' | 'h1' | null = null
  let row: string[] | null = null
  let link: { text: string; href: string } | null = null
  let draft: Draft = emptyDraft()

  const flush = (): void => {
    const text = collapseSpaces(draft.text.replace(/\s{1,99}/g, ' '))
    if (text !== '' && row !== null) row.push(text)
    else if (text !== '') blocks.push({ block: toBlock(draft, text), isMain: mains > 0 })
    draft = emptyDraft()
  }
  const closeRow = (): void => {
    flush()
    const text =
      (row ?? []).length === 2 ? (row ?? []).join(': ').replace(/::/g, ':') : (row ?? []).join(' | ')
    row = null
    if (text !== '') blocks.push({ block: { type: 'paragraph', text }, isMain: mains > 0 })
  }
  const openSkipped = (name: string, attributes: Record<string, string>): boolean => {
    const isSkipped = skipped.length > 0 || SKIPPED.has(name) || isFurniture(name, attributes)
    if (isSkipped && !VOID.has(name)) skipped.push(name)
    return isSkipped
  }

  return {
    open(name, attributes) {
      if (!VOID.has(name)) depth++
      noteMeta(name, attributes, meta)
      if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) inside = 'json-ld'
      if (name === 'form')
        formAction ??= /apply|bewerb|postul|application/i.test(attributes['action'] ?? '')
          ? (attributes['action'] ?? null)
          : null
      if (openSkipped(name, attributes)) return
      if (name === 'title') inside = 'title'
      if (name === 'main' || name === 'article' || attributes['role'] === 'main') mains++
      if (name === 'b' || name === 'strong') bolds++
      if (name === 'a' && attributes['href'] !== undefined) link = { text: '', href: attributes['href'] }
      if (!BREAKING.has(name)) return
      if (name === 'tr') {
        closeRow()
        row = []
      } else flush()
      if (name === 'h1' && h1 === null) inside = 'h1'
      draft.isHeading = HEADINGS.has(name)
      draft.isItem = name === 'li'
    },
    text(text) {
      if (inside === 'json-ld') jsonLd.push(text)
      else if (inside === 'title') title = (title ?? '') + text
      else if (skipped.length === 0 && inside === 'h1') h1 = (h1 ?? '') + text
      else if (skipped.length === 0) {
        draft.text += text
        if (bolds > 0) draft.boldLength += text.trim().length
      }
      if (link && skipped.length === 0) link.text += text
    },
    close(name) {
      depth--
      if (inside !== null && (name === 'title' || name === 'script' || name === 'h1')) inside = null
      if (skipped.length > 0) {
        const at = skipped.lastIndexOf(name)
        if (at >= 0) skipped = skipped.slice(0, at)
        return
      }
      if (name === 'main' || name === 'article') mains = Math.max(0, mains - 1)
      if (name === 'b' || name === 'strong') bolds = Math.max(0, bolds - 1)
      if (name === 'a' && link) {
        links.push({ text: collapseSpaces(link.text), href: link.href })
        link = null
      }
      if (name === 'td' || name === 'th') flush()
      if (name === 'tr') closeRow()
      else if (BREAKING.has(name)) flush()
    },
    isTooDeep: () => depth > MAX_DEPTH,
    finish() {
      closeRow()
      return {
        title: clean(title),
        h1: clean(h1),
        meta,
        jsonLd,
        links,
        formAction,
        blocks: chooseBlocks(blocks),
      }
    },
  }
}

const emptyDraft = (): Draft => ({ text: '', boldLength: 0, isHeading: false, isItem: false })

const clean = (text: string | null): string | null => {
  const cleaned = text === null ? '' : collapseSpaces(text.replace(/\s{1,99}/g, ' '))
  return cleaned === '' ? null : cleaned
}

function toBlock(draft: Draft, text: string): Block {
  const isBold =
    draft.boldLength >= text.replace(/\s/g, '').length * 0.9 && text.length <= 80 && !/[.!;,]$/.test(text)
  const isHeading = draft.isHeading || (!draft.isItem && isBold) || isBareHeading(text)
  if (isHeading && text.length <= 200) return { type: 'heading', text }
  return { type: draft.isItem ? 'item' : 'paragraph', text }
}

function isFurniture(name: string, attributes: Record<string, string>): boolean {
  if (name === 'body' || name === 'html' || name === 'main') return false
  if (
    attributes['hidden'] !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    attributes['role'] === 'navigation'
  )
    return true
  return FURNITURE.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 300))
}

function noteMeta(name: string, attributes: Record<string, string>, meta: Map<string, string>): void {
  if (name === 'meta') {
    const key = attributes['property'] ?? attributes['name']
    if (key?.startsWith('og:') && attributes['content'] !== undefined)
      meta.set(key, attributes['content'].slice(0, 2048))
  }
  if (name === 'link' && attributes['rel'] === 'canonical' && attributes['href'] !== undefined)
    meta.set('canonical', attributes['href'])
  if (name === 'base' && attributes['href'] !== undefined) meta.set('base', attributes['href'])
}

/** Share of the text from which on the main part of a page stands for all of it. */
const MAIN_SHARE = 0.3

function chooseBlocks(blocks: readonly { readonly block: Block; readonly isMain: boolean }[]): Block[] {
  const length = (list: typeof blocks): number => list.reduce((sum, { block }) => sum + block.text.length, 0)
  const main = blocks.filter(({ isMain }) => isMain)
  return (length(main) >= length(blocks) * MAIN_SHARE ? main : blocks).map(({ block }) => block)
}
