import { type BitSet, intersect, isEmpty } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { selectStated } from '../catalog/figure-index.ts'
import { countVisible } from '../catalog/hide-postings.ts'
import type { ConditionKind, MatchScope } from '../query/condition.ts'
import { kindOf } from '../query/conditions/index.ts'
import { describeCondition, describeQuery } from '../query/describe-query.ts'
import type { DetailAsk } from '../query/detail/detail-ask.ts'
import type { Condition, Query } from '../query/query.ts'
import { MAX_QUESTION_LENGTH } from '../query/tokenize.ts'
import type { Answer, Match, MatchReason, UnderstoodPart } from './answer.ts'
import { countParts } from './count-parts.ts'
import { describeAnswer } from './describe-answer.ts'
import { answerDetail } from './detail/answer-detail.ts'
import type { DetailContext } from './detail/find-posting.ts'
import { countFacets } from './facets.ts'
import { countMatches, matchQuery } from './match-query.ts'
import { type Ranking, rankMatches } from './rank.ts'
import { createRememberingJudge } from './remember-verdicts.ts'
import { makeStatistic } from './statistic.ts'
import { suggest } from './suggest.ts'

/** What is known while a query is answered. */
export interface AnswerOptions {
  readonly now: Date
  /** ISO 4217 of figures, unless the question names another or asks for one country. */
  readonly defaultCurrency: string
  /** Ids of postings that the asker does not want to see; none where absent. */
  readonly dismissed?: readonly string[]
  /** What the asker has before their eyes, for "the second one" and "does it …"; nothing where absent. */
  readonly context?: DetailContext | null
}

/**
 * Says what a catalog has for a query: matches in order, what they lack, and what would change the result.
 * @example answerQuery(catalog, readQuery('remote go', options), options).total
 */
export function answerQuery(catalog: Catalog, query: Query, options: AnswerOptions): Answer {
  if (query.text.length > MAX_QUESTION_LENGTH) return refuseLong(catalog, query, options)
  return query.detail && isAboutOne(query, query.detail, options)
    ? answerAboutOne(catalog, query, query.detail, options)
    : answerAboutMany(catalog, query, options)
}

/** "is there on-call?" is about the posting that was shown last; where none was, it asks for a list. */
function isAboutOne(query: Query, { isImplied }: DetailAsk, { context }: AnswerOptions): boolean {
  if (!isImplied) return true
  const isShown = context && (context.lastShownId !== null || context.listedIds.length === 1)
  return isShown || (query.conditions.length === 0 && (context?.listedIds.length ?? 0) > 0)
}

/** A question that is too long to be read whole is not half answered; what was read of it is a suggestion. */
function refuseLong(catalog: Catalog, query: Query, options: AnswerOptions): Answer {
  const read = { ...query, detail: null, unread: [] }
  const { total } = answerAboutMany(catalog, read, options)
  const suggestion = { label: 'what I read of it', query: describeQuery(read, catalog), total }
  const text = `This question has ${query.text.length.toLocaleString('en-US')} characters, and I read at most ${MAX_QUESTION_LENGTH.toLocaleString('en-US')}. Please ask it in fewer words.`
  return {
    ...answerNothing(catalog, query),
    kind: 'clarify',
    suggestions: query.conditions.length > 0 ? [suggestion] : [],
    text,
  }
}

/** What an answer is before it says anything. */
function answerNothing(catalog: Catalog, query: Query): Answer {
  return {
    query,
    kind: query.kind,
    understood: [],
    matches: [],
    listMatches: () => [],
    countParts: () => [],
    total: 0,
    notStated: [],
    notStatedTotal: 0,
    suggestions: [],
    leftOut: { closed: 0, old: 0, dismissed: 0 },
    statistic: null,
    facets: [],
    found: false,
    evidence: [],
    text: '',
    catalogSize: catalog.size,
    detail: null,
  }
}

/** An answer about one posting: the posting is its only match. */
function answerAboutOne(
  catalog: Catalog,
  query: Query,
  ask: DetailAsk,
  { now, context }: AnswerOptions,
): Answer {
  const said = answerDetail(catalog, query.text, ask, context ?? null, now)
  const { kind, found, lead, evidence, text, suggestions } = said
  const entries = said.numbers.flatMap(number => catalog.entries[number] ?? [])
  const isOne = kind === 'detail' && entries.length === 1
  const matches = (isOne ? entries : []).map(({ posting, alsoPaths }) => ({
    posting,
    alsoPaths,
    reasons: [],
  }))
  return {
    ...answerNothing(catalog, query),
    kind,
    matches,
    listMatches: (offset, count) => matches.slice(offset, offset + count),
    total: matches.length,
    suggestions,
    found,
    evidence,
    text,
    detail: { postingIds: entries.map(({ posting }) => posting.id), lead },
  }
}

function answerAboutMany(catalog: Catalog, query: Query, options: AnswerOptions): Answer {
  const { now, defaultCurrency } = options
  const judge = createRememberingJudge(catalog)
  const found = matchQuery(catalog, query, now, options.dismissed, judge)
  const ranking = rankMatches(catalog, query, found.matches, now)
  const { total } = ranking
  const isUndated = lacksDates(catalog, query, found.matches)
  const figures = {
    query,
    understood: query.conditions.map(condition => toUnderstood(condition, catalog)),
    total,
    catalogSize: countVisible(catalog),
    statistic: makeStatistic(catalog, query, { set: found.matches, ranking }, defaultCurrency),
    facets: countFacets(catalog, query, found.matches),
  }
  const text = describeAnswer(figures)
  const listMatches = createMatchLister(catalog, query, ranking, now)
  return {
    ...figures,
    understood: isUndated ? [...figures.understood, UNDATED] : figures.understood,
    kind: query.kind,
    get matches() {
      return listMatches(0, total)
    },
    listMatches,
    countParts: (field, most) => countParts(catalog, found.matches, field, most),
    notStated: found.notStated,
    notStatedTotal: found.notStatedTotal,
    suggestions: suggest(catalog, query, found, total, other => countMatches(catalog, other, now, judge)),
    leftOut: found.leftOut,
    found: total > 0,
    evidence: [],
    detail: null,
    text: isUndated ? `${text} Note: ${UNDATED.note}.` : text,
  }
}

const UNDATED = {
  id: 'posted',
  label: 'newest first',
  spans: [],
  note: 'no match states a date: the order is not by date',
} as const satisfies UnderstoodPart

/** Whether the newest are asked for while no match says when it was posted. */
function lacksDates({ columns }: Catalog, { sort }: Query, matches: BitSet): boolean {
  return (
    sort === 'newest' && !isEmpty(matches) && isEmpty(intersect(matches, selectStated(columns.postedDay)))
  )
}

function toUnderstood(condition: Condition, catalog: Catalog): UnderstoodPart {
  return {
    id: condition.id,
    label: describeCondition(condition, catalog),
    spans: condition.spans,
    note: condition.note,
  }
}

function createMatchLister(catalog: Catalog, query: Query, ranking: Ranking, now: Date) {
  const explain = createExplainer(catalog, query, { now, conditions: query.conditions })
  const toMatch = (number: number): readonly Match[] => {
    const entry = catalog.entries[number]
    if (!entry) return []
    const { posting, alsoPaths } = entry
    // Reasons are made when they are looked at: an answer may have a hundred thousand matches and shows five.
    return [
      {
        posting,
        alsoPaths,
        get reasons() {
          return explain(number)
        },
      },
    ]
  }
  return (offset: number, count: number) => ranking.list(offset, count).flatMap(toMatch)
}

function createExplainer(
  catalog: Catalog,
  query: Query,
  scope: MatchScope,
): (posting: number) => readonly MatchReason[] {
  const wanted = query.conditions.filter(({ isExcluded }) => !isExcluded)
  const explainers = wanted.map(({ id, value }) => {
    let explain: ReturnType<ConditionKind['explain']> | null = null
    return (posting: number): MatchReason => {
      explain ??= (kindOf(id) as ConditionKind).explain(catalog, value, scope)
      return { id, ...explain(posting) }
    }
  })
  return posting => explainers.map(explain => explain(posting))
}
