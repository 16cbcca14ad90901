/** A pattern written as a list, so that its words can be read and added to. */
export interface PatternParts {
  /** What every alternative begins with. */
  readonly before?: string
  /** Each line may hold several alternatives that belong together, parted by "|". */
  readonly words: readonly string[]
  /** What every alternative ends with. */
  readonly after?: string
  readonly flags?: string
}

/**
 * Makes one pattern out of a list of words; ignores case unless the flags say otherwise.
 * @example listPattern({ before: '\\b', words: ['visas?', 'work permits?'], after: '\\b' }) // /\b(?:visas?|work permits?)\b/i
 */
export function listPattern({ before = '', words, after = '', flags = 'i' }: PatternParts): RegExp {
  const alternatives = words.join('|')
  const isBare = before === '' && after === ''
  return new RegExp(isBare ? alternatives : `${before}(?:${alternatives})${after}`, flags)
}
