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
  const parts: Part[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (block === table && block.type === 'facts') parts.push({ type: 'table', facts: block.facts })
    else if (block.type === 'text' && block.role === 'receipt') {
      if (last?.type === 'aside') parts.splice(-1, 1, { ...last, lines: [...last.lines, block] })
      else parts.push({ type: 'aside', lines: [block] })
    } else if (block.type === 'buttons') parts.push({ type: 'row', buttons: block.buttons, menu: null })
    else if (block.type === 'menu') {
      if (last?.type === 'row' && last.menu === null) parts.splice(-1, 1, { ...last, menu: block })
      else parts.push({ type: 'row', buttons: [], menu: block })
    } else parts.push(block)
  }
  return parts
}

/** Counts by value, and lists too long to be read line by line. */
function isTabular(block: ReplyBlock): boolean {
  if (block.type !== 'facts') return false
  const isCounted = block.facts.length > 1 && block.facts.every(({ value }) => FIGURE.test(value))
  return isCounted || block.facts.length > SLACK_LAYOUT.factLines
}
