import type { IncomingMessage } from 'node:http'
import { DiscordError } from '../discord-error.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { UploadedFile } from '../uploads.ts'

/** The body of a request, whichever way it came. */
export interface RequestBody {
  readonly body: JsonObject
  readonly list: readonly unknown[]
  readonly files: readonly UploadedFile[]
  /** What was in the JSON, for the check against the schema; undefined for no body. */
  readonly json: unknown
}

/** Reads a body as JSON or as a form with `payload_json` and `files[n]`. */
export async function readRequest(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await collect(request)
  const type = request.headers['content-type'] ?? ''
  if (bytes.byteLength === 0) return wrap(undefined, [])
  if (!type.startsWith('multipart/')) return wrap(parseJson(bytes.toString('utf8')), [])
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const payload = form.get('payload_json')
  return wrap(typeof payload === 'string' ? parseJson(payload) : {}, await readFiles(form))
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DiscordError(50109)
  }
}

async function readFiles(form: FormData): Promise<readonly UploadedFile[]> {
  const files: UploadedFile[] = []
  for (const [key, value] of form) {
    const index = /^files\[(\d{1,2})\]$/.exec(key)?.[1]
    if (index === undefined || typeof value === 'string') continue
    const bytes = new Uint8Array(await value.arrayBuffer())
    files.push({
      index: Number(index),
      name: value.name,
      type: value.type || 'application/octet-stream',
      bytes,
    })
  }
  return files
}

function wrap(json: unknown, files: readonly UploadedFile[]): RequestBody {
  return { body: isObject(json) ? json : {}, list: Array.isArray(json) ? json : [], files, json }
}
