import { foldWord } from './fold-word.ts'

/** What a phrase stands for, and how many of the given words it took. */
export interface PhraseHit<T> {
  readonly entry: T
  /** In words as they were given, at least 1. */
  readonly length: number
}

/** Finds phrases in a list of words, the longest first; an empty word ends every phrase. */
export interface PhraseIndex<T> {
  /** The longest phrase that starts at the word `at`; null where none does. */
  readonly lookUp: (words: readonly string[], at: number) => PhraseHit<T> | null
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  entry: T | null
}

const createNode = <T>(): Node<T> => ({ next: new Map(), entry: null })

/**
 * Builds an index over phrases; of two entries with the same phrase the first stays.
 * @example createPhraseIndex([['front end', 'frontend']]).lookUp(['Front-End'], 0) // { entry: 'frontend', length: 1 }
 */
export function createPhraseIndex<T>(phrases: Iterable<readonly [phrase: string, entry: T]>): PhraseIndex<T> {
  const root = createNode<T>()
  for (const [phrase, entry] of phrases) add(root, phrase, entry)
  return { lookUp: (words, at) => lookUp(root, words, at) }
}

function add<T>(root: Node<T>, phrase: string, entry: T): void {
  let node = root
  for (const part of phrase.split(' ').flatMap(foldWord)) {
    const next = node.next.get(part) ?? createNode<T>()
    node.next.set(part, next)
    node = next
  }
  if (node !== root) node.entry ??= entry
}

function lookUp<T>(root: Node<T>, words: readonly string[], at: number): PhraseHit<T> | null {
  let node: Node<T> | undefined = root
  let best: PhraseHit<T> | null = null
  for (let i = at; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '') return best
    for (const part of foldWord(word)) {
      node = node.next.get(part)
      if (node === undefined) return best
    }
    if (node.entry !== null) best = { entry: node.entry, length: i - at + 1 }
  }
  return best
}
