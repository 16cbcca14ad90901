import { bitSetOf, createBitSet, unite } from '../../catalog/bit-set.ts'
import { splitWords, stemWord } from '../../catalog/split-words.ts'
import { type AnyOf, anyOf, describeList, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found } from '../condition.ts'
import type { Token } from '../tokenize.ts'

/** A word that no other condition knows, by its stem, in title, company, duties or requirements. */
export const wordKind: ConditionKind<AnyOf> = {
  id: 'word',
  title: 'other words',
  examples: ['fintech', 'payments', 'word:startup'],
  fields: ['word', 'text', 'keyword', 'contains'],
  severalMean: 'all',
  words: () => ['word'],
  read: (tokens, at) => {
    const isLed = tokens[at]?.key === 'the' && tokens[at + 1]?.key === 'word'
    const found = isLed ? readWord(tokens, at + 2) : null
    return found && { ...found, count: found.count + 2 }
  },
  readField: readWord,
  join: joinAnyOf,
  evaluate: ({ size, words }, value) => ({
    yes: value.anyOf
      .map(word => bitSetOf(size, words.postingsOf(stemWord(word))))
      .reduce(unite, createBitSet(size)),
    notStated: createBitSet(size),
  }),
  describe: value => describeList(value.anyOf.map(word => `the word ${word}`)),
  explain: (_catalog, value) => () => ({
    label: `mentions ${describeList(value.anyOf.map(word => `“${word}”`))}`,
    caveat: null,
  }),
  loosen: () => [],
  titleWords: value => value.anyOf,
}

function readWord(tokens: readonly Token[], at: number): Found<AnyOf> | null {
  const [word] = splitWords(tokens[at]?.key ?? '')
  return word === undefined ? null : { value: anyOf([word]), count: 1 }
}
