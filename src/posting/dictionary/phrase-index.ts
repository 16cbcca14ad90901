import { foldWord } from './fold-word.ts'
import type { Word } from './split-words.ts'
import { createWordFilter, hashWord, type WordFilter } from './word-filter.ts'
import { createWordTrie, type WordTrie } from './word-trie.ts'

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
  /** The same for the words of a text; no phrase goes over a sign that parts them, such as a comma. */
  readonly lookUpJoined: (text: string, words: readonly Word[], at: number) => PhraseHit<T> | null
  /** The same, whatever signs stand between the words. */
  readonly lookUpAcross: (text: string, words: readonly Word[], at: number) => PhraseHit<T> | null
}

/**
 * Builds an index over phrases; of two entries with the same phrase the first stays.
 * @example createPhraseIndex([['front end', 'frontend']]).lookUp(['Front-End'], 0) // { entry: 'frontend', length: 1 }
 */
export function createPhraseIndex<T>(phrases: Iterable<readonly [phrase: string, entry: T]>): PhraseIndex<T> {
  const folded = Array.from(phrases, ([phrase, entry]) => ({
    key: phrase.split(' ').flatMap(foldWord).join(' '),
    entry,
  }))
  const trie = createWordTrie(folded)
  const firstWords = createWordFilter(folded.map(({ key }) => key.split(' ', 1)[0] ?? ''))
  return {
    lookUp: (words, at) => lookUp(trie, words, at),
    lookUpJoined: (text, words, at) =>
      mayStart(firstWords, words[at]) ? lookUpIn(trie, text, words, at, true) : null,
    lookUpAcross: (text, words, at) =>
      mayStart(firstWords, words[at]) ? lookUpIn(trie, text, words, at, false) : null,
  }
}

/** Most words start no phrase: the trie is too large to be asked about each. */
const mayStart = (firstWords: WordFilter, word: Word | undefined): boolean =>
  word !== undefined && (word.hash === null || firstWords.mayHold(word.hash))

function lookUp<T>(trie: WordTrie<T>, words: readonly string[], at: number): PhraseHit<T> | null {
  let node: number | null = trie.root
  let best: PhraseHit<T> | null = null
  for (let i = at; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '') return best
    node = stepParts(trie, node, foldWord(word))
    if (node === null) return best
    const entry = trie.entryAt(node)
    if (entry !== null) best = { entry, length: i - at + 1 }
  }
  return best
}

function lookUpIn<T>(
  trie: WordTrie<T>,
  text: string,
  words: readonly Word[],
  at: number,
  heedsSigns: boolean,
): PhraseHit<T> | null {
  let node: number | null = trie.root
  let best: PhraseHit<T> | null = null
  for (let i = at; i < words.length; i++) {
    const word = words[i]
    if (word === undefined || (heedsSigns && word.isParted && i > at)) return best
    node = stepWord(trie, node, text, word)
    if (node === null) return best
    const entry = trie.entryAt(node)
    if (entry !== null) best = { entry, length: i - at + 1 }
  }
  return best
}

function stepWord<T>(trie: WordTrie<T>, node: number, text: string, word: Word): number | null {
  if (word.parts !== null || word.hash === null) return stepParts(trie, node, word.parts ?? [])
  return trie.step(node, word.hash, text, word.start, word.end)
}

function stepParts<T>(trie: WordTrie<T>, start: number, parts: readonly string[]): number | null {
  let node: number | null = start
  for (const part of parts) {
    if (node === null) return null
    node = trie.step(node, hashWord(part), part, 0, part.length)
  }
  return node
}
