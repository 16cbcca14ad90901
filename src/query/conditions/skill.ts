import { deriveTable } from '../../catalog/derived-table.ts'
import type { Steps } from '../../catalog/steps.ts'
import type { ValueColumn } from '../../catalog/value-column.ts'
import {
  findSkill,
  lookUpSkills,
  SKILL_NAMES,
  type Skill,
  type SkillHit,
} from '../../posting/dictionary/skills.ts'
import { lookUpTopics } from '../../posting/dictionary/topics.ts'
import { memoizeByText } from '../../posting/memoize-by-text.ts'
import { type AnyOf, anyOf, describeList, evaluateAnyOf, joinAnyOf } from '../any-of.ts'
import type { ConditionKind, Found, ReadScope } from '../condition.ts'
import { lookUpWords } from '../look-up-words.ts'
import { type Token, tokenize } from '../tokenize.ts'

/** A technology, tool or language that the work uses. */
export const skillKind: ConditionKind<AnyOf> = {
  id: 'skill',
  title: 'skills',
  examples: ['python', 'go and kubernetes', 'scala or kotlin', 'java without spring', 'c++'],
  fields: ['skill', 'skills', 'tech', 'stack', 'uses', 'using'],
  severalMean: 'all',
  words: () => SKILL_NAMES,
  read: readSkill,
  readField: (tokens, at, scope) => readSkill(tokens, at, scope, true),
  join: joinAnyOf,
  evaluate: ({ columns }, value) => evaluateAnyOf(columns.skill, value.anyOf),
  describe: value => describeList(value.anyOf.map(describeSkill)),
  explain:
    ({ entries }, value) =>
    posting => {
      const named = entries[posting]?.posting.skills.filter(skill => value.anyOf.includes(skill)) ?? []
      return { label: `names ${describeList(named.map(describeSkill), 'and')}`, caveat: null }
    },
  loosen: () => [],
  titleWords: value => value.anyOf,
}

/** By its label where that reads back to it: other names, kinds of work and ordinary words get in the way of some. */
const describeSkill = memoizeByText((name: string): string => {
  const skill = findSkill(name)
  if (!skill || !isPlainLabel(skill)) return `skill:${name}`
  return skill.ordinaryNames.includes(name) && skill.kind === 'tool' ? `${skill.label} skills` : skill.label
})

function isPlainLabel({ name, label }: Skill): boolean {
  const { words } = lookUpWords(tokenize(label), 0)
  const hit = lookUpSkills(words, 0)
  return (
    hit?.skill.name === name && hit.length === words.length && lookUpTopics(words, 0)?.length !== words.length
  )
}

function readSkill(
  tokens: readonly Token[],
  at: number,
  scope: ReadScope,
  isField = false,
): Found<AnyOf> | null {
  const { words, counts } = lookUpWords(tokens, at)
  const hit = lookUpSkills(words, 0)
  const count = hit ? counts[hit.length - 1] : undefined
  const signed = readSignedSkill(tokens, at, scope)
  if (signed && signed.count > (count ?? 0)) return signed
  if (!hit || count === undefined) return readCatalogSkill(words, counts, scope, isField)
  if (hit.isOrdinary && !isField && !isMeantAsSkill(tokens, at, count, hit)) return null
  return { value: anyOf([hit.skill.name]), count }
}

const MAX_SIGNED_TOKENS = 5

/** A skill that the postings name with signs inside, such as "ci/cd". */
function readSignedSkill(tokens: readonly Token[], at: number, scope: ReadScope): Found<AnyOf> | null {
  let name = tokens[at]?.key ?? ''
  let found: Found<AnyOf> | null = null
  for (let i = at + 1; i < at + MAX_SIGNED_TOKENS; i++) {
    const token = tokens[i]
    if (!token?.isGlued) break
    name += token.key
    if (scope.catalog.columns.skill.postings.has(name)) found = { value: anyOf([name]), count: i - at + 1 }
  }
  return found
}

const MAX_CATALOG_WORDS = 4

/** A skill that the postings name and no dictionary knows. */
function readCatalogSkill(
  words: readonly string[],
  counts: readonly number[],
  scope: ReadScope,
  isField: boolean,
): Found<AnyOf> | null {
  if (!firstSkillWords.of(scope.catalog.columns.skill).has(words[0] ?? '')) return null
  for (let length = Math.min(MAX_CATALOG_WORDS, words.length); length > 0; length--) {
    const name = words.slice(0, length).join(' ')
    const count = counts[length - 1]
    const isKnown = scope.catalog.columns.skill.postings.has(name)
    if (count !== undefined && isKnown && (isField || name.length > 2)) return { value: anyOf([name]), count }
  }
  return null
}

/** The first words of the skills that the postings name; by the column of skills. */
export const firstSkillWords = deriveTable(function* ({ postings }: ValueColumn): Steps<ReadonlySet<string>> {
  return new Set(Array.from(postings.keys(), name => name.split(' ', 1)[0] ?? ''))
})

const NEVER_BEFORE = new Set(
  'to the can lets we i you would will a an let us should could must your my their its not'.split(' '),
)
const NEVER_AFTER = new Set('than to of for into through ahead away'.split(' '))
const SHOWING_BEFORE = new Set(
  'with using use uses in know knows knowing without write writing code coding learn learning and or like love no not for on by about language'.split(
    ' ',
  ),
)
const SHOWING_AFTER = new Set(
  'developer developers dev devs engineer engineers programmer programmers programming coder experience skills jobs roles job role positions and or expert experts stack backend frontend remote work lang language'.split(
    ' ',
  ),
)

const ARTICLES = new Set('a an the my our your'.split(' '))
const PEOPLE_AND_JOBS = new Set(
  'developer developers dev devs engineer engineers programmer programmers coder job jobs role roles position gig opening openings'.split(
    ' ',
  ),
)
const USING = new Set('in with using use used know coding code'.split(' '))

/** Whether a word that is also an ordinary one is meant as a skill: its neighbours tell. */
function isMeantAsSkill(tokens: readonly Token[], at: number, count: number, { skill }: SkillHit): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + count]
  if (!before && !after) return true
  if (isNamedAsSkill(before, after)) return true
  if (NEVER_AFTER.has(after?.key ?? '') || (NEVER_BEFORE.has(before?.key ?? '') && before?.key !== 'not'))
    return false
  const isShown = SHOWING_BEFORE.has(before?.key ?? '') || SHOWING_AFTER.has(after?.key ?? '')
  if (isShown || isBesideSkill(tokens, at, count)) return true
  const isShort = (tokens[at]?.key.length ?? 0) < 2
  return isShort ? tokens[at]?.text === tokens[at]?.text.toUpperCase() : skill.kind !== 'tool'
}

/** "a react job", "worked with react for 3 years" leave no doubt. */
function isNamedAsSkill(before: Token | undefined, after: Token | undefined): boolean {
  const [first, last] = [before?.key ?? '', after?.key ?? '']
  // Alone between commas it is a member of a list.
  if (first === ',' && (last === ',' || last === '')) return true
  return (ARTICLES.has(first) && PEOPLE_AND_JOBS.has(last)) || (USING.has(first) && last === 'for')
}

/** "java, c" and "spring/hibernate": a list of skills explains its members. */
function isBesideSkill(tokens: readonly Token[], at: number, count: number): boolean {
  const sides = [stepOver(tokens, at - 1, -1), stepOver(tokens, at + count, 1)]
  return sides.some((side, i) => {
    const { words } = lookUpWords(tokens, side)
    const hit = side >= 0 && lookUpSkills(words, 0)
    // "node, express": with a sign between them two ordinary words explain each other.
    const isListed = tokens[i === 0 ? at - 1 : at + count]?.type === 'sign'
    return hit && (!hit.isOrdinary || isListed)
  })
}

function stepOver(tokens: readonly Token[], at: number, step: number): number {
  const isJoint =
    tokens[at]?.type === 'sign' || ['and', 'or', 'but', 'not', 'nor'].includes(tokens[at]?.key ?? '')
  return isJoint ? at + step : at
}
