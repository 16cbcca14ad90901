/**
 * Copies of all parts in one buffer, which is then moved to another thread in one piece: the parts may be views of
 * something larger, and to move many small buffers takes longer than to copy them.
 * @example const { copies, buffer } = copyTogether([title, body])
 */
export function copyTogether(parts: readonly Uint8Array[]): {
  readonly copies: readonly Uint8Array<ArrayBuffer>[]
  readonly buffer: ArrayBuffer
} {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let end = 0
  const copies = parts.map(part => {
    const start = end
    end += part.length
    all.set(part, start)
    return all.subarray(start, end)
  })
  return { copies, buffer: all.buffer }
}
