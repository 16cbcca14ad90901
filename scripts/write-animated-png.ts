import { crc32 } from 'node:zlib'

/** A picture of an animation; it covers the pictures before it where it stands. */
export interface Frame {
  /** A PNG of the same kind as the first one, which is the largest. */
  readonly png: Buffer
  /** Where it stands, in pixels. */
  readonly x: number
  readonly y: number
  readonly showMs: number
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const FOREVER = 0

/**
 * Writes pictures as one animated PNG that runs forever: the pictures' own compressed data under other names, so that
 * nothing is lost. Format: https://www.w3.org/TR/png-3/ (chunks acTL, fcTL, fdAT).
 * @throws {TypeError} where a picture is of another kind than the first
 */
export function writeAnimatedPng(frames: readonly Frame[]): Buffer {
  const [first] = frames
  if (!first) throw new TypeError('an animation needs a picture')
  const header = readHeader(first.png)
  const chunks = [makeChunk('IHDR', header), makeChunk('acTL', makeNumbers([frames.length, FOREVER]))]
  let sequence = 0
  for (const [index, frame] of frames.entries()) {
    const own = readHeader(frame.png)
    // Colours and depth, after width and height.
    if (!own.subarray(8).equals(header.subarray(8))) throw new TypeError('the pictures are of several kinds')
    chunks.push(makeControl(sequence++, own, frame))
    for (const data of readChunks(frame.png, 'IDAT'))
      chunks.push(
        index === 0
          ? makeChunk('IDAT', data)
          : makeChunk('fdAT', Buffer.concat([makeNumbers([sequence++]), data])),
      )
  }
  return Buffer.concat([SIGNATURE, ...chunks, makeChunk('IEND', Buffer.alloc(0))])
}

function makeControl(sequence: number, header: Buffer, { x, y, showMs }: Frame): Buffer {
  const place = makeNumbers([sequence, header.readUInt32BE(0), header.readUInt32BE(4), x, y])
  // How long it is shown as a fraction of a second; then: leave it standing, and do not blend it.
  const rest = Buffer.from([0, 0, 0, 0, 0, 0])
  rest.writeUInt16BE(showMs, 0)
  rest.writeUInt16BE(1000, 2)
  return makeChunk('fcTL', Buffer.concat([place, rest]))
}

function readHeader(png: Buffer): Buffer {
  const [header] = readChunks(png, 'IHDR')
  if (!header) throw new TypeError('this is no PNG')
  return header
}

function readChunks(png: Buffer, wanted: string): readonly Buffer[] {
  const found: Buffer[] = []
  for (let at = SIGNATURE.length; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return found
}

function makeChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  return Buffer.concat([makeNumbers([data.length]), named, makeNumbers([crc32(named)])])
}

function makeNumbers(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4)
  return bytes
}
