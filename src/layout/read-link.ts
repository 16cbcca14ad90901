/**
 * A link with nothing in it that could end it in some markup; null where the address is no http(s) address or longer
 * than allowed.
 */
export function readLink(url: string, max: number): string | null {
  if (url.length > max || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  const safe = href.replace(/[^\x21-\x7e]|[()<>\\"'`*_|~[\]]/g, encodeCharacter)
  return safe.length <= max ? safe : null
}

function encodeCharacter(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x80 ? `%${code.toString(16).padStart(2, '0')}` : encodeURIComponent(character.toWellFormed())
}
