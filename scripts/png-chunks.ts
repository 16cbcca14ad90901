import { crc32 } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG of chunks; its end is added. */
export function writePng(chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([SIGNATURE, ...chunks, makePngChunk('IEND', Buffer.alloc(0))])
}

/** What the chunks of a name hold, in their order. */
export function readPngChunks(png: Buffer, wanted: string): readonly Buffer[] {
  const found: Buffer[] = []
  for (let at = SIGNATURE.length; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return found
}

/** A chunk with its length and checksum. */
export function makePngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  return Buffer.concat([makePngNumbers([data.length]), named, makePngNumbers([crc32(named)])])
}

/** Numbers of four bytes each. */
export function makePngNumbers(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4)
  return bytes
}
