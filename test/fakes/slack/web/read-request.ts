import type { IncomingMessage } from 'node:http'
import { isObject, type JsonObject } from '../../discord/json.ts'

/** Arguments that forms carry as JSON. */
const JSON_ARGUMENTS: readonly string[] = ['blocks', 'view', 'attachments', 'metadata']

/** The body of a request as arguments, whichever way it came; null when it cannot be read. */
export async function readRequest(request: IncomingMessage): Promise<JsonObject | null> {
  const text = await collect(request)
  const type = request.headers['content-type'] ?? ''
  const url = new URL(request.url ?? '/', 'http://localhost')
  const query = Object.fromEntries(url.searchParams)
  if (text === '') return query
  if (!type.startsWith('application/json')) return { ...query, ...readForm(text) }
  const body = parseJson(text)
  return isObject(body) ? { ...query, ...body } : null
}

async function collect(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function readForm(text: string): JsonObject {
  const entries = [...new URLSearchParams(text)]
  return Object.fromEntries(
    entries.map(([key, value]) => [key, JSON_ARGUMENTS.includes(key) ? (parseJson(value) ?? value) : value]),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
