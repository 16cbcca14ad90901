import type { Request } from '../../src/platform.ts'
import { TERMINAL_LIMITS } from './limits.ts'

const QUIT = /^(?:quit|exit|bye|:q)$/i

/** What a line typed at the prompt means: a request, the wish to leave, or nothing. */
export type TypedLine =
  | { readonly type: 'request'; readonly request: Request }
  | { readonly type: 'quit' | 'empty' }

/** Reads a line typed at the prompt. */
export function readLine(line: string, conversationId: string): TypedLine {
  const text = line.trim()
  if (text === '') return { type: 'empty' }
  if (QUIT.test(text)) return { type: 'quit' }
  const content = { type: 'text', text: text.slice(0, TERMINAL_LIMITS.maxMessageLength) } as const
  return { type: 'request', request: { conversationId, content } }
}
