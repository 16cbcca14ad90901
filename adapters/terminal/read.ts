import { parseCommandLine } from '../../src/commands.ts'
import type { RequestContent } from '../../src/platform.ts'
import type { Button, Reply } from '../../src/reply.ts'
import { TERMINAL_LIMITS } from './limits.ts'

/** How the groups of commands are called on other platforms, too, where some of them are commands of their own. */
const GROUP_PREFIX = /^\/(?:jobs-|jobs )?(?=(?:admin|alert)\b)/i
const QUIT = /^(?:quit|exit|bye|:q)$/i
const FIRST_LETTER = 'a'.charCodeAt(0)

/** What a line typed at the prompt means: a request, the wish to leave, or nothing. */
export type TypedLine =
  | { readonly type: 'request'; readonly content: RequestContent }
  | { readonly type: 'quit' | 'empty' }

/** Reads a line typed at the prompt; a single letter presses a button of the last reply, `/admin …` is a command. */
export function readLine(line: string, buttons: readonly Button[]): TypedLine {
  const text = line.trim()
  if (text === '') return { type: 'empty' }
  if (QUIT.test(text)) return { type: 'quit' }
  const button = buttons.find((_, index) => letterOf(index) === text.toLowerCase())
  if (button) return { type: 'request', content: { type: 'press', key: button.key } }
  const call = GROUP_PREFIX.test(text) ? parseCommandLine(text.replace(GROUP_PREFIX, '')) : null
  if (call) return { type: 'request', content: { type: 'command', call } }
  return { type: 'request', content: { type: 'text', text: text.slice(0, TERMINAL_LIMITS.maxMessageLength) } }
}

/** The letter that presses the button at a place in the reply. */
export function letterOf(index: number): string {
  return String.fromCharCode(FIRST_LETTER + index)
}

/** The buttons of a reply, also those of its menus, in the order they are shown. */
export function buttonsOf(reply: Reply): readonly Button[] {
  return reply.blocks.flatMap(block => {
    if (block.type === 'menu') return block.options
    return block.type === 'buttons' ? block.buttons : []
  })
}

/** How many postings fit a screen of so many lines. */
export function fitCards(rows: number): number {
  const { otherRows, rowsPerCard, minCards, maxCards } = TERMINAL_LIMITS
  return Math.min(maxCards, Math.max(minCards, Math.floor((rows - otherRows) / rowsPerCard)))
}
