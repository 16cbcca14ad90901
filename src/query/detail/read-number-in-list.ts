import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'

/** A posting named by its place in the last list. */
export interface NumberInList {
  /** From 1 on. */
  readonly number: number | 'last'
  /** The tokens that said so. */
  readonly at: ReadonlySet<number>
}

const ORDINALS = new Map<string, number | 'last'>([
  ...'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, at) => [word, at + 1] as const),
  ['last', 'last'],
])
const NOUNS = new Set('one job role position posting result listing'.split(' '))
const LEADS = createPhraseTable(
  phrasesOf('#|number|no|nr|job|role|posting|result|position|number #|job #|listing|option', true),
)
const MOST = 9999

/**
 * Reads "#2", "number 2", "the second one", "job 3"; null where the question names no place in a list.
 * @example readNumberInList(tokenize('does the second one need a degree?'))?.number // 2
 */
export function readNumberInList(tokens: readonly Token[]): NumberInList | null {
  for (let at = 0; at < tokens.length; at++) {
    const found = readOrdinal(tokens, at) ?? readNumbered(tokens, at)
    if (found) return found
  }
  return null
}

function readOrdinal(tokens: readonly Token[], at: number): NumberInList | null {
  const [token, next] = [tokens[at], tokens[at + 1]]
  const suffixed = token?.type === 'number' && /^(?:st|nd|rd|th)$/.test(next?.key ?? '') ? token.amount : null
  const number = suffixed ?? ORDINALS.get(token?.key ?? '')
  const noun = at + (suffixed === null ? 1 : 2)
  const isDefinite = ['the', 'this', 'that'].includes(tokens[at - 1]?.key ?? '')
  if (number === undefined || !isDefinite) return null
  if (NOUNS.has(tokens[noun]?.key ?? '')) return { number, at: range(at - 1, noun) }
  const isEnd = tokens.slice(noun).every(({ type }) => type === 'sign')
  return isEnd && number !== 'last' ? { number, at: range(at - 1, noun - 1) } : null
}

function readNumbered(tokens: readonly Token[], at: number): NumberInList | null {
  const lead = LEADS.find(tokens, at) ?? (tokens[at]?.text === '#' ? { count: 1 } : null)
  const token = lead ? tokens[at + lead.count] : undefined
  if (!lead || token?.type !== 'number' || !Number.isInteger(token.amount)) return null
  if (token.amount < 1 || token.amount > MOST) return null
  return { number: token.amount, at: range(at, at + lead.count) }
}

function range(from: number, to: number): ReadonlySet<number> {
  return new Set(Array.from({ length: to - from + 1 }, (_, i) => from + i))
}
