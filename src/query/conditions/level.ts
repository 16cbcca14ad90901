import { LEADING_LEVELS, SENIORITIES, type Seniority } from '../../posting/vocabulary.ts'
import { type AnyOf, anyOf, describeList, evaluateAnyOf, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found } from '../condition.ts'
import {
  LEVEL_AFTER,
  LEVEL_BEFORE,
  LEVEL_WORDS,
  levelsBeside,
  levelsFrom,
  levelsUpTo,
  NO_LEVELS,
  NO_RULERS,
} from '../level-words.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import type { Token } from '../tokenize.ts'

/** The level of the role. */
export const levelKind: ConditionKind<AnyOf<Seniority>> = {
  id: 'level',
  title: 'level',
  examples: ['senior', 'staff+', 'entry level', 'lead or principal', 'internships', 'not managers'],
  fields: ['level', 'seniority'],
  severalMean: 'any',
  words: () => [...LEVEL_WORDS.words, ...LEVEL_AFTER.words],
  read: readLevel,
  join: joinAnyOf,
  evaluate: ({ columns }, value) => evaluateAnyOf(columns.level, value.anyOf),
  describe: value => describeList(bySeniority(value.anyOf).map(describeLevel)),
  explain:
    ({ entries }) =>
    posting => ({
      label: entries[posting]?.posting.seniority ?? 'level not stated',
      caveat: null,
    }),
  loosen: value => loosenLevel(value),
  titleWords: value => value.anyOf,
}

/** Levels whose bare word could be read as something else are written out. */
function describeLevel(level: Seniority): string {
  return level === 'head' ? 'head of' : level
}

function bySeniority(levels: readonly Seniority[]): readonly Seniority[] {
  return SENIORITIES.filter(level => levels.includes(level))
}

function readLevel(tokens: readonly Token[], at: number): Found<AnyOf<Seniority>> | null {
  const none = NO_RULERS.find(tokens, at)
  if (none) return { value: anyOf<Seniority>(LEADING_LEVELS), count: none.count, isExcluded: true }
  const before = LEVEL_BEFORE.find(tokens, at)
  const opened = before && LEVEL_WORDS.find(tokens, at + before.count)
  if (before && opened)
    return { value: openLevel(opened.value, before.value), count: before.count + opened.count }
  const level = findLevel(tokens, at)
  if (!level || (NO_LEVELS.find(tokens, at)?.count ?? 0) > level.count) return null
  const range = readRange(tokens, at, level)
  if (range) return range
  const after = isSum(tokens, at + level.count) ? null : LEVEL_AFTER.find(tokens, at + level.count)
  if (!after || isPayNext(tokens, at + level.count + after.count))
    return { value: anyOf(level.value), count: level.count }
  return { value: openLevel(level.value, after.value), count: level.count + after.count }
}

/** "senior/staff" are two levels, though "senior staff" is one. */
function findLevel(tokens: readonly Token[], at: number) {
  const whole = LEVEL_WORDS.find(tokens, at)
  const slash = tokens.findIndex(({ text }, i) => i > at && text === '/')
  const isSplit = whole !== null && slash > at && slash < at + whole.count
  return (isSplit ? LEVEL_WORDS.find(tokens.slice(0, slash), at) : null) ?? whole
}

/** "senior+lead" names two levels. */
function isSum(tokens: readonly Token[], at: number): boolean {
  const [plus, next] = [tokens[at], tokens[at + 1]]
  return plus?.text === '+' && next?.type === 'word' && next.isGlued
}

const RANGE_JOINTS = createPhraseTable(
  phrasesOf('to|through|up to|all the way to|all the way up to|until', true),
)

/** "senior to principal" takes in what lies between. */
function readRange(
  tokens: readonly Token[],
  at: number,
  from: { readonly value: readonly Seniority[]; readonly count: number },
): Found<AnyOf<Seniority>> | null {
  const joint = RANGE_JOINTS.find(tokens, at + from.count)
  const to = joint && LEVEL_WORDS.find(tokens, at + from.count + joint.count)
  const [lowest] = from.value
  const [highest] = to?.value ?? []
  if (!joint || !to || !lowest || !highest) return null
  const between = levelsFrom(lowest).filter(level => levelsUpTo(highest).includes(level))
  const count = from.count + joint.count + to.count
  return between.length === 0 ? null : { value: anyOf(between), count }
}

/** "senior plus 180k" is no "senior+". */
function isPayNext(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.type === 'number'
}

const OPENINGS: Readonly<
  Record<'up' | 'down' | 'above' | 'below', (level: Seniority) => readonly Seniority[]>
> = {
  up: levelsFrom,
  down: levelsUpTo,
  above: level => levelsFrom(level).slice(1),
  below: level => levelsUpTo(level).slice(0, -1),
}

function openLevel(levels: readonly Seniority[], way: 'up' | 'down' | 'above' | 'below'): AnyOf<Seniority> {
  const opened = anyOf(levels.flatMap(OPENINGS[way]))
  return opened.anyOf.length > 0 ? opened : anyOf(levels)
}

function loosenLevel({ anyOf: levels }: AnyOf<Seniority>) {
  const beside = levels.flatMap(levelsBeside).filter(level => !levels.includes(level))
  if (beside.length === 0) return []
  return [
    {
      value: anyOf([...levels, ...beside]),
      label: `also ${describeList([...new Set(beside)].map(describeLevel), 'and')}`,
    },
  ]
}
