/** The FNV-1a hash of nothing, in 32 bits. */
export const FNV_START = 0x811c9dc5 | 0

const FNV_PRIME = 0x01000193

/** The hash of what was hashed before and one more byte or code unit. */
export const addToFnv = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME)

/** The hash of a text's code units. */
export function hashText(text: string): number {
  let hash = FNV_START
  for (let at = 0; at < text.length; at++) hash = addToFnv(hash, text.charCodeAt(at))
  return hash
}
