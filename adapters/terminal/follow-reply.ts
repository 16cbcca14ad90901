import type { Reply } from '../../src/reply.ts'
import { sanitize } from './style.ts'

const CLEAR_LINE = '\r\u001b[K'

/**
 * Waits for the end of a reply that still changes, with its first line shown meanwhile where the screen can.
 * @returns what it ends with
 */
export async function followReply(reply: Reply, output: NodeJS.WriteStream): Promise<Reply> {
  if (reply.updates === undefined) return reply
  let last = reply
  for await (const update of reply.updates) {
    last = update
    const line = readFirstLine(update).slice(0, Math.max(0, (output.columns ?? 80) - 1))
    if (output.isTTY) output.write(`${CLEAR_LINE}${line}`)
  }
  if (output.isTTY) output.write(CLEAR_LINE)
  return last
}

function readFirstLine({ blocks }: Reply): string {
  const text = blocks.find(block => block.type === 'text')
  return text === undefined ? '' : sanitize(text.spans.map(span => span.text).join(''))
}
