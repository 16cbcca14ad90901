import { type Token, tokenize } from './tokenize.ts'

/** A phrase that was found, and how many tokens it took. */
export interface PhraseHit<T> {
  readonly value: T
  readonly count: number
}

/** Phrases with what they mean. */
export interface PhraseTable<T> {
  /** The longest phrase that starts at the token; null where none does. */
  readonly find: (tokens: readonly Token[], at: number) => PhraseHit<T> | null
  /** The single words of all phrases: words that are no typing errors. */
  readonly words: ReadonlySet<string>
}

/**
 * Makes a table of phrases; a hyphen, dot or slash inside a phrase may be written or not.
 * @example createPhraseTable([['entry level', 'junior']]).find(tokenize('Entry-level jobs'), 0) // junior, 3 tokens
 */
export function createPhraseTable<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseTable<T> {
  const values = new Map<string, T>()
  // How many parts the longest phrase with this first part has: most words begin no phrase at all.
  const longest = new Map<string, number>()
  for (const [phrase, value] of entries) {
    const parts = tokenize(phrase).filter(token => !isJoint(token))
    if (!values.has(keyOf(parts))) values.set(keyOf(parts), value)
    const first = parts[0]?.key ?? ''
    longest.set(first, Math.max(longest.get(first) ?? 0, parts.length))
  }
  const words = new Set([...values.keys()].flatMap(key => key.split(' ')))
  return { find: (tokens, at) => find(values, longest, tokens, at), words }
}

/** One meaning for several phrases, written as one string with bars between them. */
export function phrasesOf<const T>(phrases: string, value: T): readonly (readonly [string, T])[] {
  return phrases.split('|').map(phrase => [phrase.trim(), value] as const)
}

function find<T>(
  values: ReadonlyMap<string, T>,
  longestBy: ReadonlyMap<string, number>,
  tokens: readonly Token[],
  at: number,
): PhraseHit<T> | null {
  const longest = longestBy.get(tokens[at]?.key ?? '')
  if (longest === undefined) return null
  let key = ''
  let parts = 0
  let best: PhraseHit<T> | null = null
  for (let i = at; i < tokens.length && parts < longest; i++) {
    const token = tokens[i]
    if (!token) break
    if (isJoint(token)) {
      if (i === at) break
      continue
    }
    key = parts === 0 ? token.key : `${key} ${token.key}`
    parts++
    const value = values.get(key)
    if (value !== undefined) best = { value, count: i - at + 1 }
  }
  return best
}

const JOINTS = new Set(['-', '–', '‐', '.', '/'])

/** A sign inside a phrase that people write or leave out. */
function isJoint(token: Token): boolean {
  return token.type === 'sign' && token.isGlued && JOINTS.has(token.text)
}

function keyOf(parts: readonly Token[]): string {
  return parts.map(token => token.key).join(' ')
}
