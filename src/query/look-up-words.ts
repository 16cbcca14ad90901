import type { Token } from './tokenize.ts'

/** The words from a token on as the dictionaries want them, with the tokens that each one ends before. */
export interface LookUpWords {
  readonly words: readonly string[]
  /** How many tokens from the first on the words up to and including each one take. */
  readonly counts: readonly number[]
}

const MAX_WORDS = 8
const JOINTS = new Set(['-', '–', '‐', '/'])

/**
 * Prepares the words from a token on for a dictionary: "3" and "d" of "3d" are one word, hyphens part words,
 * an ampersand goes with the word after it, other signs end the list.
 */
export function lookUpWords(tokens: readonly Token[], at: number, written = false): LookUpWords {
  if (written) return collectWords(tokens, at, true)
  // Several kinds of conditions ask for the same words.
  const known = collected.get(tokens) ?? []
  collected.set(tokens, known)
  const words = known[at] ?? collectWords(tokens, at, false)
  known[at] = words
  return words
}

const collected = new WeakMap<readonly Token[], LookUpWords[]>()

const ABBREVIATIONS = new Set(['st', 'ft', 'mt'])

/** "St. Louis": the dot ends no sentence. */
function isAbbreviated(before: Token | undefined, token: Token): boolean {
  return token.text === '.' && ABBREVIATIONS.has(before?.key ?? '')
}

function collectWords(tokens: readonly Token[], at: number, written: boolean): LookUpWords {
  const words: string[] = []
  const counts: number[] = []
  for (let i = at; i < tokens.length && words.length < MAX_WORDS; i++) {
    const token = tokens[i]
    const before = tokens[i - 1]
    if (!token) break
    if (token.type === 'sign') {
      const isJoined =
        token.text === '&' || (token.isGlued && (JOINTS.has(token.text) || isAbbreviated(before, token)))
      if (i === at || !isJoined) break
      continue
    }
    const word = written ? token.text : token.key
    if (token.isGlued && before?.type === 'number' && words.length > 0) words.push(`${words.pop()}${word}`)
    else words.push(before?.text === '&' && words.length > 0 ? `& ${word}` : word)
    counts[words.length - 1] = i - at + 1
  }
  return { words, counts }
}
