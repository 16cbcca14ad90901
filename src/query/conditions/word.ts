import { bitSetOf, createBitSet, intersect, unite } from '../../catalog/bit-set.ts'
import { splitWords, stemWord } from '../../catalog/split-words.ts'
import { type AnyOf, anyOf, describeList, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found } from '../condition.ts'
import { createPhraseTable } from '../phrase-table.ts'
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
    if (found) return { ...found, count: found.count + 2 }
    const named = NAMES.find(tokens, at)
    return readQuoted(tokens, at) ?? (named && { value: anyOf([named.value]), count: named.count })
  },
  readField: readWord,
  join: joinAnyOf,
  evaluate: ({ size, words }, value) => ({
    yes: value.anyOf
      .map(name =>
        splitWords(name)
          .map(word => bitSetOf(size, words.postingsOf(stemWord(word))))
          .reduce(intersect, createBitSet(size, true)),
      )
      .reduce(unite, createBitSet(size)),
    notStated: createBitSet(size),
  }),
  describe: value => `${describeList(value.anyOf.map(word => `“${word}”`))} in the text`,
  explain: (_catalog, value) => () => ({
    label: `mentions ${describeList(value.anyOf.map(word => `“${word}”`))}`,
    caveat: null,
  }),
  loosen: () => [],
  titleWords: value => value.anyOf.flatMap(splitWords),
}

/** Names of several words that courtesy words are part of: each of their words must occur. */
const NAMES = createPhraseTable(
  'open source|open data|open banking|open standards|real estate|real time|live streaming|live video|live events|top secret|on call|fast food|fast paced|fast growing|social good|young people|small business|small businesses|general contractor|quality control|used cars|landing page|landing pages|time series|early stage|late stage|growth stage|event driven|test driven|domain driven|data driven|mission driven|space industry|space tech|space exploration|life sciences|pair programming|clean code|work life balance|public sector|big tech|large scale|high frequency|mental health|next generation|home care|personal care|child care|stock options|work from office|iso 27001|iso 9001|iso 13485|iso 26262|soc 2|pci dss|section 508|ad tech|legal tech|health tech|fin tech|ed tech|bio tech|med tech|clean tech|climate tech|hr tech|deep tech|prop tech|green tech|food tech|data center|data centers|data structures|data privacy|data protection|data entry clerk|go to market|b2b saas|b2b sales'
    .split('|')
    .map(name => [name, name] as const)
    // Two letters of it are too little to tell by one.
    .concat([
      ['ci/cd', 'ci cd'],
      // "search" alone is a word of courtesy.
      ['search engineer', 'search'],
      ['search engineers', 'search'],
    ]),
)

const OPENING = new Set(['“', '"'])
const CLOSING = new Set(['”', '"'])
const MOST_QUOTED = 6

/** “quantum” or “open source” in the text: as descriptions write it. */
function readQuoted(tokens: readonly Token[], at: number): Found<AnyOf> | null {
  const names: string[] = []
  let next = at
  for (;;) {
    const quoted = readQuotation(tokens, next)
    if (!quoted) return null
    names.push(quoted.name)
    next = quoted.end
    const joint = tokens[next]?.key ?? ''
    if (joint !== ',' && joint !== 'or') break
    next++
  }
  const isText =
    tokens[next]?.key === 'in' && tokens[next + 1]?.key === 'the' && tokens[next + 2]?.key === 'text'
  return isText ? { value: anyOf(names), count: next + 3 - at } : null
}

function readQuotation(tokens: readonly Token[], at: number): { name: string; end: number } | null {
  if (!OPENING.has(tokens[at]?.text ?? '')) return null
  const words: string[] = []
  for (let next = at + 1; next <= at + 1 + MOST_QUOTED; next++) {
    const token = tokens[next]
    if (!token) return null
    if (CLOSING.has(token.text)) return words.length > 0 ? { name: words.join(' '), end: next + 1 } : null
    words.push(...splitWords(token.key))
  }
  return null
}

function readWord(tokens: readonly Token[], at: number): Found<AnyOf> | null {
  const [word] = splitWords(tokens[at]?.key ?? '')
  return word === undefined ? null : { value: anyOf([word]), count: 1 }
}
