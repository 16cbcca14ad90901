import { stripInline } from '../inline-text.ts'
import type { Block, DocumentText } from '../posting-text.ts'
import { readHttpUrl } from '../read-http-url.ts'
import { ROLE_NOUN } from '../role-noun.ts'
import { readBlocks } from './read-blocks.ts'

/** Lines from the top that may be header lines such as "Title: …" (lines that hold something). */
const HEADER_LINES = 14

type HeaderField = 'title' | 'company' | 'pay' | 'place' | 'url'

const LABELS: readonly (readonly [HeaderField, RegExp])[] = [
  [
    'title',
    /^(?:job |position |role )?(?:title|position|role|stelle|jobtitel|poste|intitulé du poste|puesto|cargo|vaga|functie|stanowisko)$/,
  ],
  [
    'company',
    /^(?:company|company name|employer|organi[sz]ation|hiring company|unternehmen|firma|arbeitgeber|entreprise|société|empresa|bedrijf|pracodawca)$/,
  ],
  [
    'pay',
    /^(?:salary|salary range|pay|pay range|compensation|rate|gehalt|salaire|salario|salário|salaris|wynagrodzenie)$/,
  ],
  [
    'place',
    /^(?:location|locations|job location|place|based in|ort|standort|arbeitsort|lieu|localisation|ubicación|localização|locatie|lokalizacja)$/,
  ],
  ['url', /^(?:apply|apply at|apply here|link|url|job link|how to apply|bewerben|postuler|aplicar)$/],
]

/** Reads a posting without any header layout; header lines such as "Company: …" near the top are used. */
export function readPlainText(text: string): DocumentText {
  const blocks = readBlocks(text)
  const header = readLabelled(blocks)
  return {
    layout: 'plain-text',
    titleLine: header.title ?? findTitleLine(blocks),
    companyLine: header.company ?? null,
    payTag: header.pay ?? null,
    placeTag: header.place ?? null,
    url: readHttpUrl(header.url ?? '') ?? findUrl(text),
    jobPosting: null,
    blocks: markItems(blocks),
  }
}

function readLabelled(blocks: readonly Block[]): Partial<Record<HeaderField, string>> {
  const found: Partial<Record<HeaderField, string>> = {}
  for (const block of blocks.slice(0, HEADER_LINES)) {
    const match = /^([\p{L} ]{3,24})[:：] ?(.{1,200})$/u.exec(block.text)
    const label = match?.[1]?.trim().toLowerCase() ?? ''
    const field = LABELS.find(([, pattern]) => pattern.test(label))?.[0]
    if (field && match?.[2] && !(field in found)) found[field] = match[2].trim()
  }
  return found
}

/** The first line, or the first heading, when it is short and names a role. */
function findTitleLine(blocks: readonly Block[]): string | null {
  const [first, second] = blocks
  for (const block of [first, second]) {
    if (!block || block.type === 'item') continue
    const text = stripInline(block.text)
    if (isTitleLike(text)) return text
  }
  return null
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
