import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { makePngChunk, makePngNumbers, readPngChunks, writePng } from '../../scripts/png-chunks.ts'
import { writeAnimatedPng } from '../../scripts/write-animated-png.ts'

/** A grey picture of one brightness. */
function makePng(width: number, height: number, brightness: number, depth = 8): Buffer {
  const kind = Buffer.from([depth, 0, 0, 0, 0])
  const row = Buffer.from([0, ...Array.from({ length: width }, () => brightness)])
  const pixels = Buffer.concat(Array.from({ length: height }, () => row))
  const header = Buffer.concat([makePngNumbers([width, height]), kind])
  return writePng([makePngChunk('IHDR', header), makePngChunk('IDAT', deflateSync(pixels))])
}

describe('writeAnimatedPng', () => {
  const [large, small] = [makePng(4, 4, 10), makePng(2, 1, 200)]
  const animated = writeAnimatedPng([
    { png: large, x: 0, y: 0, showMs: 500 },
    { png: small, x: 2, y: 3, showMs: 70 },
  ])

  it('is the first picture for whoever knows no animations', () => {
    expect(readPngChunks(animated, 'IHDR')).toEqual(readPngChunks(large, 'IHDR'))
    expect(readPngChunks(animated, 'IDAT')).toEqual(readPngChunks(large, 'IDAT'))
  })

  it('says of each picture where it stands and how long', () => {
    const controls = readPngChunks(animated, 'fcTL').map(chunk => ({
      size: [chunk.readUInt32BE(4), chunk.readUInt32BE(8)],
      place: [chunk.readUInt32BE(12), chunk.readUInt32BE(16)],
      seconds: chunk.readUInt16BE(20) / chunk.readUInt16BE(22),
    }))
    expect(controls).toEqual([
      { size: [4, 4], place: [0, 0], seconds: 0.5 },
      { size: [2, 1], place: [2, 3], seconds: 0.07 },
    ])
  })

  it('numbers its chunks and keeps the pixels of later pictures', () => {
    const [data] = readPngChunks(animated, 'fdAT')
    expect(data?.readUInt32BE(0)).toBe(2)
    expect([...inflateSync(data?.subarray(4) ?? Buffer.alloc(0))]).toEqual([0, 200, 200])
  })

  it('refuses pictures of another kind, and none at all', () => {
    const other = makePng(2, 2, 0, 16)
    const frames = [large, other].map(png => ({ png, x: 0, y: 0, showMs: 1 }))
    expect(() => writeAnimatedPng(frames)).toThrow('several kinds')
    expect(() => writeAnimatedPng([])).toThrow('needs a picture')
  })
})
