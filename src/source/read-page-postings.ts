import { Parser } from 'htmlparser2'
import { toHtml } from './markup.ts'
import { type Fields, fieldsOf, isFields, lineOf, textOf, urlOf } from './read-fields.ts'
import type { SourceDocument, UnreadDocument } from './source.ts'
import { type DocumentOptions, limitSize, toFileName, writePage } from './write-document.ts'

const MAX_DEPTH = 8
const MAX_POSTINGS = 1000
/** A description of the data that is shorter is a teaser: the page itself says more (characters). */
const LEAST_DESCRIPTION = 200

/** Finds every `JobPosting` of schema.org in a value, also inside lists, `@graph` and `ItemList`s. */
export function findJobPostings(value: unknown): Fields[] {
  const found: Fields[] = []
  const search = (part: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_POSTINGS) return
    if (Array.isArray(part)) for (const item of part) search(item, depth + 1)
    if (!isFields(part)) return
    if ([part['@type']].flat().includes('JobPosting')) found.push(part)
    else
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'])
        search(part[key], depth + 1)
  }
  search(value, 0)
  return found
}

/** The `JobPosting` data in the scripts of a web page. */
export function findPagePostings(html: string): Fields[] {
  return readScripts(html).flatMap(script => findJobPostings(parseLoosely(script)))
}

/** Pages are fed to the parser in pieces (characters), and no further once they nest deeper than any page does. */
const CHUNK = 16_384
const MAX_NESTING = 1000

function readScripts(html: string): string[] {
  const scripts: string[] = []
  let isInside = false
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++
      isInside = name === 'script' && /ld\+json/i.test(attributes.type ?? '')
      if (isInside) scripts.push('')
    },
    ontext(text) {
      if (isInside) scripts[scripts.length - 1] += text
    },
    onclosetag() {
      depth--
      isInside = false
    },
  })
  for (let at = 0; at < html.length && depth <= MAX_NESTING; at += CHUNK)
    parser.write(html.slice(at, at + CHUNK))
  parser.end()
  return scripts
}

/** Line breaks inside strings are no JSON, yet pages are full of them. */
function parseLoosely(text: string): unknown {
  for (const attempt of [text, text.replace(/\p{Cc}/gu, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt is more forgiving.
    }
  }
  return undefined
}

/** A page and where it came from. */
export interface PageText {
  readonly html: string
  readonly url: URL | null
}

/** Hands over each `JobPosting`: by its own text where it has one, else the whole page. */
export function writePagePostings(
  postings: readonly Fields[],
  page: PageText | null,
  options: DocumentOptions,
): (SourceDocument | UnreadDocument)[] {
  const [only] = postings
  if (only && postings.length === 1) {
    const url = urlOf(only.url) ?? page?.url?.href ?? null
    const isTeaser = (textOf(only.description) ?? '').length < LEAST_DESCRIPTION
    const content = isTeaser && page !== null ? addBase(page) : writePosting(only, url)
    return [limitSize({ path: options.folder, content }, options.maxDocumentBytes)]
  }
  return postings.map((posting, index) => {
    const path = `${options.folder}/${toFileName(nameOf(posting) ?? String(index + 1))}`
    return limitSize({ path, content: writePosting(posting, urlOf(posting.url)) }, options.maxDocumentBytes)
  })
}

const nameOf = ({ identifier, url }: Fields): string | null =>
  lineOf(fieldsOf(identifier).value) ?? lineOf(identifier) ?? lineOf(url)

function writePosting(posting: Fields, url: string | null): Uint8Array {
  const { description, ...data } = posting
  return writePage(data, url, toHtml(textOf(description) ?? ''))
}

/** The page as it is, with the address that its links are relative to. */
function addBase({ html, url }: PageText): Uint8Array {
  const base = url === null ? '' : `<!doctype html><base href="${url.href.replaceAll('"', '%22')}">\n`
  return new TextEncoder().encode(`${base}${html}`)
}
