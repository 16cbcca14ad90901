/**
 * One pattern out of alternatives, each on a line of its own so that they can be read and added to; ignores case.
 * @example anyOf([/\bvisa\b/, /\bwork permit\b/])
 */
export function anyOf(alternatives: readonly (RegExp | string)[]): RegExp {
  const sources = alternatives.map(part => (typeof part === 'string' ? part : part.source))
  return new RegExp(sources.join('|'), 'iu')
}
