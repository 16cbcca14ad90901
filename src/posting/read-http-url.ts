/**
 * An address that a person may safely open: http or https, absolute; null for anything else.
 * @example readHttpUrl('javascript:alert(1)') // null
 */
export function readHttpUrl(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > 2048 || !/^https?:\/\/[^\s]{1,}$/i.test(trimmed) || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (url.username !== '' || url.password !== '') return null
  return url.href
}
