import { makePngChunk, makePngNumbers, readPngChunks, writePng } from './png-chunks.ts'

/** A picture of an animation; it covers the pictures before it where it stands. */
export interface Frame {
  /** A PNG of the same kind as the first one, which is the largest. */
  readonly png: Buffer
  /** Where it stands, in pixels. */
  readonly x: number
  readonly y: number
  readonly showMs: number
}

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
  const chunks = [
    makePngChunk('IHDR', header),
    makePngChunk('acTL', makePngNumbers([frames.length, FOREVER])),
  ]
  let sequence = 0
  for (const [index, frame] of frames.entries()) {
    const own = readHeader(frame.png)
    // Colours and depth, after width and height.
    if (!own.subarray(8).equals(header.subarray(8))) throw new TypeError('the pictures are of several kinds')
    chunks.push(makeControl(sequence++, own, frame))
    for (const data of readPngChunks(frame.png, 'IDAT'))
      chunks.push(
        index === 0
          ? makePngChunk('IDAT', data)
          : makePngChunk('fdAT', Buffer.concat([makePngNumbers([sequence++]), data])),
      )
  }
  return writePng(chunks)
}

function makeControl(sequence: number, header: Buffer, { x, y, showMs }: Frame): Buffer {
  const place = makePngNumbers([sequence, header.readUInt32BE(0), header.readUInt32BE(4), x, y])
  // How long it is shown as a fraction of a second; then: leave it standing, and do not blend it.
  const rest = Buffer.from([0, 0, 0, 0, 0, 0])
  rest.writeUInt16BE(showMs, 0)
  rest.writeUInt16BE(1000, 2)
  return makePngChunk('fcTL', Buffer.concat([place, rest]))
}

function readHeader(png: Buffer): Buffer {
  const [header] = readPngChunks(png, 'IHDR')
  if (!header) throw new TypeError('this is no PNG')
  return header
}
