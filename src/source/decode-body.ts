/** How much of a body is looked at to find the encoding it names (bytes). */
const SAMPLE = 2048

/**
 * Decodes what an address answered: by byte order mark, by the charset of its media type, by the one that
 * the XML declaration or the page names; else as UTF-8, and as Windows-1252 where it is none.
 */
export function decodeBody(body: Uint8Array, contentType: string | null): string {
  const marked = findMark(body)
  if (marked !== null) return new TextDecoder(marked).decode(body)
  const decoder = openDecoder(findCharset(body, contentType))
  if (decoder) return decoder.decode(body)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return new TextDecoder('windows-1252').decode(body)
  }
}

function findMark(body: Uint8Array): string | null {
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le'
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be'
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 'utf-8' : null
}

function findCharset(body: Uint8Array, contentType: string | null): string | null {
  const inHeader = /charset\s{0,5}=\s{0,5}"?([\w-]{1,40})/i.exec(contentType ?? '')?.[1]
  if (inHeader !== undefined) return inHeader
  const head = new TextDecoder('latin1').decode(body.subarray(0, SAMPLE))
  const inText =
    /^<\?xml[^>]{0,100}encoding\s{0,5}=\s{0,5}["']([\w-]{1,40})/.exec(head) ??
    /<meta[^>]{0,100}charset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i.exec(head)
  return inText?.[1] ?? null
}

/** null for an encoding that nobody knows, and for UTF-8, which is checked. */
function openDecoder(charset: string | null): InstanceType<typeof TextDecoder> | null {
  if (charset === null || /^utf-?8$/i.test(charset)) return null
  try {
    return new TextDecoder(charset)
  } catch {
    return null
  }
}
