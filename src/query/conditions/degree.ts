import { complement, createBitSet, unite } from '../../catalog/bit-set.ts'
import { postingsWith } from '../../catalog/value-column.ts'
import { DEGREES, type Degree } from '../../posting/vocabulary.ts'
import { type AnyOf, anyOf, describeList, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found } from '../condition.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'

const ANY_DEGREE = ['bachelor', 'master', 'phd'] as const

const DEGREE_WORDS = createPhraseTable<readonly Degree[]>([
  ...phrasesOf(
    'no degree|no degree required|no degree needed|no degree necessary|no degree requirement|no degree requirements|without a degree|without degree|degree not required|degree is not required|degree not needed|degree optional|no college degree|no college degree required|no university degree|no university degree required|dont require a degree|doesnt require a degree|dont need a degree|not require a degree|not requiring a degree|without a college degree|without a university degree|i dont have a degree|i have no degree|no formal education|no diploma|no college|no education required|degree free|not need a degree|do not require a degree|does not require a degree|no bachelors|no bachelors degree|self taught|without requiring a degree|that dont need a degree|dont have a degree|no degree|degreeless|without bachelors degree|without a bachelors degree|doesnt need a degree|ohne studium',
    ['none'],
  ),
  ...phrasesOf(
    'bachelor|bachelors|bachelors degree|bachelor degree|bsc|b sc|bs degree|ba degree|bs in|undergraduate degree|bachelor of science|bachelor of arts|college degree|university degree|undergrad degree|4 year degree|ba/bs|bs/ba',
    ['bachelor'],
  ),
  ...phrasesOf(
    'masters|masters degree|master degree|msc|m sc|ms degree|mba|graduate degree|master of science|advanced degree|postgraduate degree|ms in',
    ['master'],
  ),
  ...phrasesOf('phd|ph d|phds|doctorate|doctoral degree|phd degree|doctoral', ['phd']),
  ...phrasesOf(
    'degree required|requires a degree|requiring a degree|require a degree|with a degree|degree|need a degree|needs a degree|degree holders|i have a degree',
    ANY_DEGREE,
  ),
] as const)

const TAILS = createPhraseTable(
  phrasesOf(
    'required|needed|degree required|degree needed|is required|holders|graduates|level|degrees|or higher|or equivalent|or equivalent experience|or similar|in computer science|in cs|in engineering|in a related field|in mathematics|in stem|in a technical field',
    true,
  ),
)

/** The degree that is required. */
export const degreeKind: ConditionKind<AnyOf<Degree>> = {
  id: 'degree',
  title: 'degree',
  examples: ['no degree required', "master's degree", 'phd or masters required'],
  fields: ['degree', 'education'],
  severalMean: 'any',
  words: () => DEGREE_WORDS.words,
  read: readDegree,
  readField: (tokens, at) =>
    tokens[at]?.key === 'none' ? { value: anyOf<Degree>(['none']), count: 1 } : readDegree(tokens, at),
  join: joinAnyOf,
  // "that don't require a degree" asks for more than silence about it.
  negate: ({ anyOf: degrees }) => (degrees.includes('bachelor') ? anyOf<Degree>(['none']) : null),
  evaluate: ({ columns, size }, { anyOf: degrees }) => {
    const named = postingsWith(columns.degree, degrees)
    const equivalent = degrees.includes('none')
      ? postingsWith(columns.degreeOrEquivalent, ['yes'])
      : createBitSet(size)
    return { yes: unite(named, equivalent), notStated: complement(columns.degree.stated) }
  },
  describe: ({ anyOf: degrees }) =>
    describeList(DEGREES.filter(degree => degrees.includes(degree)).map(degree => NAMES[degree])),
  explain:
    ({ entries }) =>
    posting => {
      const facts = entries[posting]?.posting
      const orEquivalent = facts?.degreeOrEquivalent ? ' or equivalent experience' : ''
      return {
        label: `${facts?.degree ? NAMES[facts.degree] : 'degree not stated'}${orEquivalent}`,
        caveat: null,
      }
    },
  loosen: () => [],
}

const NAMES: Readonly<Record<Degree, string>> = {
  none: 'no degree required',
  bachelor: "bachelor's degree",
  master: "master's degree",
  phd: 'PhD',
}

const NOT_NEEDED = createPhraseTable(
  phrasesOf(
    'not required|not needed|isnt required|isnt needed|is not required|is not needed|not necessary|optional|not mandatory',
    true,
  ),
)

function readDegree(tokens: readonly Token[], at: number): Found<AnyOf<Degree>> | null {
  const hit = DEGREE_WORDS.find(tokens, at)
  if (!hit) return null
  const not = NOT_NEEDED.find(tokens, at + hit.count)
  if (not)
    return { value: anyOf(hit.value), count: hit.count + not.count, isExcluded: !hit.value.includes('none') }
  const tail = TAILS.find(tokens, at + hit.count)
  return { value: anyOf(hit.value), count: hit.count + (tail?.count ?? 0) }
}
