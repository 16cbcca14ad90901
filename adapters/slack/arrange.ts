import type { ButtonsBlock, FactsBlock, MenuBlock, ReplyBlock, TextBlock } from '../../src/reply.ts'
import { SLACK_LAYOUT } from './limits.ts'

/** Lines that stand together in small type. */
export interface AsidePart {
  readonly type: 'aside'
  readonly lines: readonly TextBlock[]
}

/** Controls that stand in one row. */
export interface RowPart {
  readonly type: 'row'
  readonly buttons: ButtonsBlock['buttons']
  readonly menu: MenuBlock | null
}

/** Labelled values that stand in columns. */
export interface TablePart {
  readonly type: 'table'
  readonly facts: FactsBlock['facts']
}

/** What is drawn as one block. */
export type Part = Exclude<ReplyBlock, { type: 'buttons' | 'menu' }> | AsidePart | RowPart | TablePart

const FIGURE = /^\d[\d.,]{0,14}$/

/**
 * Puts together what belongs into one block: the lines of a receipt, and a menu with the buttons before it.
 * @param hasTables whether figures may stand in a table; Slack takes one a message
 */
export function arrangeBlocks(blocks: readonly ReplyBlock[], hasTables: boolean): readonly Part[] {
  const table = hasTables ? blocks.find(isTabular) : undefined
  return blocks.map(block => toPart(block, block === table)).reduce<readonly Part[]>(addPart, [])
}

function toPart(block: ReplyBlock, isTable: boolean): Part {
  if (block.type === 'facts' && isTable) return { type: 'table', facts: block.facts }
  if (block.type === 'text' && block.role === 'receipt') return { type: 'aside', lines: [block] }
  if (block.type === 'buttons') return { type: 'row', buttons: block.buttons, menu: null }
  return block.type === 'menu' ? { type: 'row', buttons: [], menu: block } : block
}

/** Joins a part with the one before where both belong together. */
function addPart(parts: readonly Part[], part: Part): readonly Part[] {
  const last = parts.at(-1)
  if (part.type === 'aside' && last?.type === 'aside')
    return [...parts.slice(0, -1), { ...last, lines: [...last.lines, ...part.lines] }]
  const isMenuAlone = part.type === 'row' && part.buttons.length === 0
  if (isMenuAlone && last?.type === 'row' && last.menu === null)
    return [...parts.slice(0, -1), { ...last, menu: part.menu }]
  return [...parts, part]
}

/** Counts by value, and lists too long to be read line by line. */
function isTabular(block: ReplyBlock): boolean {
  if (block.type !== 'facts') return false
  const isCounted = block.facts.length > 1 && block.facts.every(({ value }) => FIGURE.test(value))
  return isCounted || block.facts.length > SLACK_LAYOUT.factLines
}
