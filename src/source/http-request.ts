import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** One request, without redirects or retries. */
export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly lookup: LookupFunction
  /** How long the server may stay silent (milliseconds). */
  readonly silenceMs: number
  /** How long the whole answer may take (milliseconds). */
  readonly totalMs: number
  /** Largest body, unpacked (bytes). */
  readonly maxBytes: number
  /** Whether a larger body is cut instead of refused. */
  readonly isCut?: boolean
}

/** The answer to a request, read to its end. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

/** A body that is larger than allowed; no more of it was read. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
}

/** Sends a GET request and reads the answer, at the most `maxBytes` of it, packed or unpacked. */
export async function sendRequest(url: URL, options: RequestOptions): Promise<HttpAnswer> {
  const silence = new AbortController()
  const signal = AbortSignal.any([silence.signal, AbortSignal.timeout(options.totalMs)])
  try {
    return await readAnswer(await openAnswer(url, options, signal, silence), options, signal)
  } catch (error) {
    // What was cut off by us looks like a broken connection otherwise.
    throw signal.aborted ? signal.reason : error
  }
}

async function readAnswer(
  message: IncomingMessage,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  try {
    const status = message.statusCode ?? 0
    // The body of anything but a good answer is of no use.
    const body = status === 200 ? await readBody(message, options, signal) : new Uint8Array()
    return { status, headers: readHeaders(message), body }
  } finally {
    message.destroy()
  }
}

function openAnswer(
  url: URL,
  { headers, lookup, silenceMs }: RequestOptions,
  signal: AbortSignal,
  silence: AbortController,
): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getSecure : getPlain
  return new Promise((resolve, reject) => {
    // No agent: a connection is used once, for the address that was checked for it.
    const request = get(url, { headers, lookup, signal, agent: false, maxHeaderSize: 32_768 }, resolve)
    request.setTimeout(silenceMs, () => silence.abort(new Error(`no answer for ${silenceMs} ms`)))
    request.on('error', reject)
  })
}

function readHeaders(message: IncomingMessage): HttpAnswer['headers'] {
  const entries = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')])
  return Object.fromEntries(entries)
}

/** What unpacks a body, by its Content-Encoding. */
const UNPACKERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
])

async function readBody(
  message: IncomingMessage,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { maxBytes, isCut = false } = options
  const declared = Number(message.headers['content-length'])
  if (declared > maxBytes && !isCut) throw new BodyTooLargeError(`${declared} bytes are announced`)
  const chunks: Uint8Array[] = []
  try {
    await pipeline([message, ...chooseUnpacker(message), createCollector(maxBytes, chunks)], { signal })
  } catch (error) {
    if (!(isCut && error instanceof BodyTooLargeError)) throw error
  }
  return Buffer.concat(chunks)
}

function chooseUnpacker(message: IncomingMessage): Transform[] {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return []
  const create = UNPACKERS.get(encoding)
  if (!create) throw new Error(`the answer is packed as "${encoding.slice(0, 40)}", which was not asked for`)
  return [create()]
}

/** The end of the pipe: keeps what fits and fails at the first byte too many. */
function createCollector(maxBytes: number, chunks: Uint8Array[]): Writable {
  let size = 0
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.length
      const fits = size <= maxBytes
      chunks.push(fits ? chunk : chunk.subarray(0, chunk.length - (size - maxBytes)))
      done(fits ? null : new BodyTooLargeError(`more than ${maxBytes} bytes`))
    },
  })
}
