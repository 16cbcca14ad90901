import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { runSteps, type Steps } from '../steps.ts'
import type { CatalogImage } from './catalog-image.ts'
import { type ImageArray, mapArrays } from './share-image.ts'

/** Goes up whenever images become others, so that those of an older version are not read. */
const FORMAT = 'rolecall image 3'
const ENDING = '.image'
/** What is read, checked or written in one step; takes a millisecond or two. */
const CHUNK_BYTES = 2_097_152
/** Longest head that is believed. */
const MAX_HEAD_BYTES = 1_048_576

const ARRAY_TYPES = { Uint8Array, Uint16Array, Uint32Array, Float64Array } as const
type ArrayType = keyof typeof ARRAY_TYPES

/** Stands in the head of a file for an array, which follows it. */
interface ArrayPlace {
  readonly array: ArrayType
  readonly bytes: number
  readonly sum: number
}

/**
 * Writes an image to disk, whole or not at all.
 * @param versionId names it; letters, digits, `-` and `_`
 * @returns why it could not be written; null when it was
 */
export function saveImage(folder: string, versionId: string, image: CatalogImage): string | null {
  const path = join(folder, `${versionId}${ENDING}`)
  const draft = `${path}.${process.pid}.draft`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeImage(draft, image)
    renameSync(draft, path)
    return null
  } catch (error) {
    removeIfThere(draft)
    return error instanceof Error ? error.message : String(error)
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The folder is none.
  }
}

/** Reads an image into shared memory; null where there is none, or a damaged one, or one of another version. */
export function loadImage(folder: string, versionId: string): CatalogImage | null {
  return runSteps(loadImageInSteps(folder, versionId))
}

/** As `loadImage`, in steps of a millisecond or two. */
export function* loadImageInSteps(folder: string, versionId: string): Steps<CatalogImage | null> {
  let file: number | null = null
  try {
    file = openSync(join(folder, `${versionId}${ENDING}`), 'r')
    return yield* readImageInSteps(file)
  } catch {
    return null
  } finally {
    if (file !== null) closeSync(file)
  }
}

/** Removes all images but these, and what writing left behind. */
export function dropImages(folder: string, keepIds: readonly string[]): void {
  const kept = new Set(keepIds.map(id => `${id}${ENDING}`))
  try {
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true })
  } catch {
    // No folder, no images.
  }
}

function writeImage(path: string, image: CatalogImage): void {
  const arrays: Uint8Array[] = []
  const content = mapArrays(image, array => {
    const bytes = bytesOf(array)
    arrays.push(bytes)
    return { array: array.constructor.name, bytes: bytes.length, sum: crc32(bytes) }
  })
  const head = Buffer.from(JSON.stringify({ format: FORMAT, content }))
  const file = openSync(path, 'w', 0o600)
  try {
    const lengths = Buffer.alloc(8)
    lengths.writeUInt32LE(head.length)
    lengths.writeUInt32LE(crc32(head), 4)
    // Nobody waits for the disk: what a power cut leaves half written is noticed by its checksums.
    for (const bytes of [lengths, head, ...arrays]) writeAll(file, bytes)
  } finally {
    closeSync(file)
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(file, bytes, at, Math.min(CHUNK_BYTES, bytes.length - at))
}

function bytesOf({ buffer, byteOffset, byteLength }: ImageArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** @throws when the file is not what was written */
function* readImageInSteps(file: number): Steps<CatalogImage | null> {
  const [headLength = 0, headSum] = new Uint32Array(readBytes(file, 8).buffer)
  if (headLength > MAX_HEAD_BYTES) return null
  const head = readBytes(file, headLength)
  if (crc32(head) !== headSum) return null
  const { format, content } = JSON.parse(Buffer.from(head).toString())
  // A whole head with wrong lengths behind it may ask for more memory than there is.
  if (format !== FORMAT || 8 + headLength + sumBytes(content) !== fstatSync(file).size) return null
  return (yield* readArraysInSteps(file, content)) as CatalogImage
}

const isPlace = (part: unknown): part is ArrayPlace =>
  typeof part === 'object' && part !== null && 'array' in part && 'sum' in part

function sumBytes(part: unknown): number {
  if (isPlace(part)) return part.bytes
  if (part === null || typeof part !== 'object') return 0
  return Object.values(part).reduce((sum, value) => sum + sumBytes(value), 0)
}

function* readArraysInSteps(file: number, part: unknown): Steps<unknown> {
  if (isPlace(part)) return yield* readArrayInSteps(file, part)
  if (part === null || typeof part !== 'object') return part
  const read: [string, unknown][] = []
  for (const [name, value] of Object.entries(part)) read.push([name, yield* readArraysInSteps(file, value)])
  return Object.fromEntries(read)
}

function* readArrayInSteps(file: number, { array, bytes, sum }: ArrayPlace): Steps<ImageArray> {
  const shared = new SharedArrayBuffer(bytes)
  let found = 0
  for (let at = 0; at < bytes; ) {
    const chunk = new Uint8Array(shared, at, Math.min(CHUNK_BYTES, bytes - at))
    const length = readSync(file, chunk, 0, chunk.length, null)
    if (length === 0) throw new Error('the file ends early')
    found = crc32(chunk.subarray(0, length), found)
    at += length
    yield
  }
  if (found !== sum) throw new Error('the file is damaged')
  const Constructor: new (buffer: SharedArrayBuffer) => ImageArray = ARRAY_TYPES[array]
  return new Constructor(shared)
}

function readBytes(file: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  if (readSync(file, bytes, 0, length, null) !== length) throw new Error('the file ends early')
  return bytes
}
