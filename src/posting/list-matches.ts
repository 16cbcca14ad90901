/**
 * Every match of a pattern with the flag g, as `matchAll` gives them but without a copy of the pattern for each text, which
 * takes longer than most short texts themselves.
 * @example listMatches(/\d/g, 'a1b2').map(match => match.index) // [1, 3]
 */
export function listMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += pattern.unicode && isPair(text, pattern.lastIndex) ? 2 : 1
  }
  return found
}

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff
