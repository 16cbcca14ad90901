import { isBareHeading } from '../classify-heading.ts'
import { collapseSpaces } from '../inline-text.ts'
import type { Block } from '../posting-text.ts'

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'legend', 'summary'])
const BREAKING = new Set([
  ...[
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
  ],
  ...['blockquote', 'form', 'figure', 'pre', 'body', 'details'],
  ...HEADINGS,
])
const MAINS = new Set(['main', 'article'])
const BOLDS = new Set(['b', 'strong'])
const CELLS = new Set(['td', 'th'])

/** Share of the text from which on the main part of a page stands for all of it. */
const MAIN_SHARE = 0.3

interface Draft {
  text: string
  boldLength: number
  isHeading: boolean
  isItem: boolean
}

interface Written {
  readonly block: Block
  readonly isMain: boolean
}

/** Makes blocks of the visible tags and text of a page, in the order they come. */
export interface BlockWriter {
  readonly open: (name: string, isMain: boolean) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
  /** The blocks of the main part where the page has one that matters, else all. */
  readonly finish: () => Block[]
}

export function createBlockWriter(): BlockWriter {
  const written: Written[] = []
  const depth = { main: 0, bold: 0 }
  let row: string[] | null = null
  let draft = startDraft('')

  const put = (block: Block): void => {
    written.push({ block, isMain: depth.main > 0 })
  }
  const flush = (next: string): void => {
    const text = collapseSpaces(draft.text.replace(/\s{1,99}/g, ' '))
    if (text !== '' && row !== null) row.push(text)
    else if (text !== '') put(toBlock(draft, text))
    draft = startDraft(next)
  }
  const flushRow = (next: string[] | null): void => {
    flush('')
    const text = joinCells(row ?? [])
    row = next
    if (text !== '') put({ type: 'paragraph', text })
  }

  return {
    open(name, isMain) {
      if (isMain || MAINS.has(name)) depth.main++
      if (BOLDS.has(name)) depth.bold++
      if (name === 'tr') flushRow([])
      else if (BREAKING.has(name)) flush(name)
    },
    text(text) {
      draft.text += text
      if (depth.bold > 0) draft.boldLength += text.trim().length
    },
    close(name) {
      if (BREAKING.has(name) || CELLS.has(name)) flush('')
      if (name === 'tr') flushRow(null)
      if (MAINS.has(name)) depth.main = Math.max(0, depth.main - 1)
      if (BOLDS.has(name)) depth.bold = Math.max(0, depth.bold - 1)
    },
    finish() {
      flushRow(null)
      return chooseBlocks(written)
    },
  }
}

const startDraft = (name: string): Draft => ({
  text: '',
  boldLength: 0,
  isHeading: HEADINGS.has(name),
  isItem: name === 'li',
})

/** Two cells are a label and its value. */
const joinCells = (cells: readonly string[]): string =>
  cells.length === 2 ? cells.join(': ').replace('::', ':') : cells.join(' | ')

function toBlock(draft: Draft, text: string): Block {
  const isBold = draft.boldLength >= text.replace(/\s/g, '').length * 0.9
  const isBoldHeading = isBold && !draft.isItem && text.length <= 80 && !/[.!;,]$/.test(text)
  const isHeading = draft.isHeading || isBoldHeading || isBareHeading(text)
  if (isHeading && text.length <= 200) return { type: 'heading', text }
  return { type: draft.isItem ? 'item' : 'paragraph', text }
}

function chooseBlocks(written: readonly Written[]): Block[] {
  const length = (list: readonly Written[]): number =>
    list.reduce((sum, { block }) => sum + block.text.length, 0)
  const main = written.filter(({ isMain }) => isMain)
  return (length(main) >= length(written) * MAIN_SHARE ? main : written).map(({ block }) => block)
}
