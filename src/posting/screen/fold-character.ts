/**
 * Makes characters comparable that patterns without regard to case take for the same; every white space is a plain one.
 * A character stays one code unit long.
 */
export function foldCharacter(character: string): string {
  if (/^\s$/.test(character)) return ' '
  if (character.length > 1) return character
  const upper = character.toUpperCase()
  const lower = (upper.length === character.length ? upper : character).toLowerCase()
  return lower.length === character.length ? lower : character
}
