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
  ...phrasesOf('ms or phd|ms/phd|msc/phd|phd/ms|phd or ms|ms phd', ['master', 'phd']),
  ...phrasesOf('bs/ms|bs or ms|bs ms|bachelors/masters', ['bachelor', 'master']),
  ...phrasesOf('phd|ph d|phds|doctorate|doctoral degree|phd degree|doctoral', ['phd']),
  ...phrasesOf(
    'degree required|requires a degree|requiring a degree|require a degree|with a degree|degree|need a degree|needs a degree|degree holders|i have a degree',
    ANY_DEGREE,
  ),
] as const)

/** What denies, before a noun for higher education: "didn't go to college", "don't care about degrees". */
const DENIALS = createPhraseTable(
  phrasesOf(
    'no|without|without a|without any|without having a|dont have a|dont have|dont have any|do not have a|i have no|havent got a|have not got a|didnt get a|never got a|didnt finish|did not finish|never finished|didnt complete|never completed|never went to|didnt go to|did not go to|havent been to|never been to|didnt attend|never attended|dropped out of|drop out of|lacking a|lack a|doesnt need a|doesnt need|doesnt require a|doesnt require|doesnt ask for a|dont need a|dont need|dont require a|dont require|dont ask for a|not require a|not need a|not requiring a|no need for a|not needing a|without needing a|without requiring a|dont care about|dont care about a|doesnt care about|doesnt care about a|dont care about my|dont have to have a|isnt requiring a|sin|ohne|sans|sem|senza',
    true,
  ),
)
const STUDIES = createPhraseTable(
  phrasesOf(
    'degree|degrees|college|college degree|college degrees|university|university degree|university degrees|uni|uni degree|diploma|diplomas|formal education|higher education|academic degree|college education|university education|cs degree|computer science degree|tech degree|titulo|titulo universitario|carrera|diplome|abschluss|hochschulabschluss|studium|diploma universitario|laurea|formacao superior',
    true,
  ),
)
const UNSCHOOLED = createPhraseTable(
  phrasesOf(
    'high school diploma|high school diploma only|high school only|only high school|just high school|ged|college dropout|university dropout|dropout|dropouts|dropout friendly|drop out|im a dropout|self taught dev friendly|autodidact|nondegree|non degree',
    true,
  ),
)

const TAILS = createPhraseTable(
  phrasesOf(
    'required|needed|degree required|degree needed|is required|holders|graduates|level|degrees|or higher|or equivalent|or equivalent experience|or similar|in computer science|computer science|in cs|in engineering|in a related field|in mathematics|in stem|in a technical field',
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

/** Who has no degree asks for work that needs none. */
function readDenied(tokens: readonly Token[], at: number): Found<AnyOf<Degree>> | null {
  const unschooled = UNSCHOOLED.find(tokens, at)
  if (unschooled) return { value: anyOf<Degree>(['none']), count: unschooled.count }
  const denial = DENIALS.find(tokens, at)
  const studies = STUDIES.find(tokens, at + (denial?.count ?? 0))
  if (!studies) return null
  const end = at + (denial?.count ?? 0) + studies.count
  const tail = (denial ? NEEDED : NOT_NEEDED).find(tokens, end)
  if (!denial && !tail) return null
  return { value: anyOf<Degree>(['none']), count: end - at + (tail?.count ?? 0) }
}

const NEEDED = createPhraseTable(
  phrasesOf(
    'required|needed|necessary|requirement|requirements|is required|is needed|at all|holder|holders',
    true,
  ),
)
const NOT_NEEDED = createPhraseTable(
  phrasesOf(
    'not required|not needed|isnt required|isnt needed|is not required|is not needed|not necessary|optional|not mandatory|unnecessary|doesnt matter|dont matter|does not matter|is irrelevant|irrelevant|is optional|are optional|arent required|arent needed|not a must|no must|isnt necessary|is not necessary',
    true,
  ),
)

function readDegree(tokens: readonly Token[], at: number): Found<AnyOf<Degree>> | null {
  const denied = readDenied(tokens, at)
  const hit = DEGREE_WORDS.find(tokens, at)
  if (denied && denied.count >= (hit?.count ?? 0)) return denied
  if (!hit) return null
  const not = NOT_NEEDED.find(tokens, at + hit.count)
  if (not)
    return { value: anyOf(hit.value), count: hit.count + not.count, isExcluded: !hit.value.includes('none') }
  const tail = TAILS.find(tokens, at + hit.count)
  return { value: anyOf(hit.value), count: hit.count + (tail?.count ?? 0) }
}
