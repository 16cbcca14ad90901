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
  /** The same for words that `foldWord` has split already; null ends every phrase. */
  readonly lookUpFolded: (words: readonly FoldedWord[], at: number) => PhraseHit<T> | null
}

/** The parts of a word; null for what no phrase goes across. */
export type FoldedWord = readonly string[] | null

const foldOrBreak = (word = ''): FoldedWord => (word === '' ? null : foldWord(word))

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
  return {
    lookUp: (words, at) => lookUp(root, words.length, at, i => foldOrBreak(words[i])),
    lookUpFolded: (words, at) => lookUp(root, words.length, at, i => words[i] ?? null),
  }
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

function lookUp<T>(
  root: Node<T>,
  length: number,
  at: number,
  partsOf: (at: number) => FoldedWord,
): PhraseHit<T> | null {
  let node: Node<T> | undefined = root
  let best: PhraseHit<T> | null = null
  for (let i = at; i < length; i++) {
    const parts = partsOf(i)
    if (parts === null) return best
    for (const part of parts) {
      node = node.next.get(part)
      if (node === undefined) return best
    }
    if (node.entry !== null) best = { entry: node.entry, length: i - at + 1 }
  }
  return best
}
