import type { TextSpan } from '../reply.ts'

/**
 * Writes spans one after another behind the start of a line, as long as there is room; empty where nothing is left to
 * read.
 * @param write a span in the platform's markup, at most so long
 */
export function joinSpans(
  start: string,
  spans: readonly TextSpan[],
  max: number,
  write: (span: TextSpan, room: number) => string,
): string {
  let line = ''
  for (const span of spans) {
    const room = max - start.length - line.length
    if (room <= 0) break
    line += write(span, room)
  }
  return line.trim() === '' ? '' : `${start}${line.trim()}`
}
