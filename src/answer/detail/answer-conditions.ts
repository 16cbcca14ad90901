import { hasBit } from '../../catalog/bit-set.ts'
import { findSkill } from '../../posting/dictionary/skills.ts'
import type { Posting, PostingField } from '../../posting/posting.ts'
import type { ConditionKind } from '../../query/condition.ts'
import { kindOf } from '../../query/conditions/index.ts'
import type { Condition, ConditionId } from '../../query/query.ts'
import { isOnlyWelcome, WELCOME } from './answer-passage.ts'
import type { AnswerScope, Said } from './answer-scope.ts'
import { CUES } from './cues/index.ts'
import { findNaming } from './find-passages.ts'
import { readPolarity } from './polarity.ts'
import { quoteFields } from './quote-field.ts'

/** The conditions that say yes or no of a posting; an unnamed technology is not denied, it is not named. */
const JUDGED: readonly ConditionId[] = ['workplace', 'place', 'employment', 'level', 'pay', 'skill']
const FIELDS_OF: Readonly<Partial<Record<ConditionId, readonly PostingField[]>>> = {
  workplace: ['workplace'],
  place: ['countries', 'cities', 'regions', 'states'],
  employment: ['employment'],
  level: ['seniority'],
  pay: ['salary'],
  skill: ['skills'],
}

/** Answers yes or no from the conditions that a question names; null where none of them is judged. */
export function answerConditions(scope: AnswerScope): Said | null {
  const asked = scope.ask.conditions.filter(({ id }) => JUDGED.includes(id))
  const said = asked.map(condition => answerCondition(scope, condition, asked))
  const known = said.flatMap(each => each ?? [])
  if (known.length === 0) return null
  return {
    lead: known.map(({ lead }) => lead).join(' '),
    quotes: known.flatMap(({ quotes }) => quotes).slice(0, 3),
  }
}

function answerCondition(
  scope: AnswerScope,
  condition: Condition,
  conditions: readonly Condition[],
): Said | null {
  const { catalog, number, posting, now } = scope
  const kind: ConditionKind = kindOf(condition.id)
  const { yes, notStated } = kind.evaluate(catalog, condition.value, { now, conditions })
  const isYes = hasBit(yes, number)
  const names = condition.id === 'skill' ? skillNames([condition]) : []
  if (names.length > 0 && (!isYes || isOnlyWelcome(scope.ask, findNaming(posting, names))))
    return quoteNaming(scope, names)
  if (!isYes && hasBit(notStated, number)) return null
  const { label } = kind.explain(catalog, condition.value, { now, conditions })(number)
  const quotes =
    (names.length > 0 ? quoteNaming(scope, names)?.quotes : undefined) ??
    quoteFields(posting, FIELDS_OF[condition.id] ?? [])
  return quotes === undefined || quotes.length === 0
    ? null
    : { lead: `${isYes ? 'Yes' : 'No'}: ${label}.`, quotes: quotes.slice(0, 2) }
}

/** The sentences that name a technology. */
export function quoteNaming({ posting, ask }: AnswerScope, names: readonly string[]): Said | null {
  const passages = findNaming(posting, names)
  const [first] = passages
  if (!first) return null
  const quotes = passages.map(({ quote }) => quote)
  if (isOnlyWelcome(ask, passages)) return { lead: WELCOME, quotes }
  const polarity = readPolarity(first.sentence, first.at, first.at + (names[0]?.length ?? 0))
  return { lead: polarity === 'no' || ask.form !== 'yes-no' ? '' : 'Yes.', quotes }
}

/** All names of the technologies that are asked for. */
export function skillNames(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap(({ id, value }) => {
    if (id !== 'skill') return []
    const { anyOf } = value as { anyOf: readonly string[] }
    return anyOf.flatMap(name => [name, ...(findSkill(name)?.otherNames ?? [])])
  })
}

/** "how many years of Java": years that stand in one sentence with the technology. */
export function quoteYearsOf(posting: Posting, skills: readonly string[]): Said | null {
  const found = findNaming(posting, skills).filter(({ sentence }) => CUES.experience.says.test(sentence))
  return found.length === 0 ? null : { lead: '', quotes: found.map(({ quote }) => quote) }
}
