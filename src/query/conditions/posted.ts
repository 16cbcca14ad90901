import { complement, selectBits } from '../../catalog/bit-set.ts'
import { dateOfDay, dayOf, toDay } from '../../catalog/calendar-day.ts'
import { describeAge } from '../../posting/describe-posting.ts'
import type { ConditionKind, Found, Loosening, ReadScope } from '../condition.ts'
import { readNumber } from '../number-words.ts'
import { createPhraseTable, phrasesOf } from '../phrase-table.ts'
import { readDate } from '../read-date.ts'
import type { Token } from '../tokenize.ts'

/** When a posting was posted. Days are relative, so that a subscription goes along with time; dates are fixed. */
export interface PostedAsk {
  /** At most this many days ago; null where not asked. */
  readonly withinDays: number | null
  /** At least this many days ago; null where not asked. */
  readonly olderThanDays: number | null
  /** ISO 8601, from this day on; null where not asked. */
  readonly since: string | null
  /** ISO 8601, before this day; null where not asked. */
  readonly before: string | null
}

const NO_BOUND: PostedAsk = { withinDays: null, olderThanDays: null, since: null, before: null }
const within = (withinDays: number): PostedAsk => ({ ...NO_BOUND, withinDays })

const NAMED = createPhraseTable<PostedAsk>([
  ...phrasesOf(
    'today|posted today|hoy|aujourdhui|oggi|todays|from today|since this morning|new today|of today|heute',
    within(0),
  ),
  ...phrasesOf(
    'yesterday|posted yesterday|since yesterday|from yesterday|today or yesterday|last 24 hours|past 24 hours|within 24 hours|in the last 24 hours|in the past 24 hours|24h|gestern',
    within(1),
  ),
  ...phrasesOf(
    'last week|past week|this weeks|last weeks|diese woche|cette semaine|esta semana|this week|posted last week|posted this week|from last week|in the last week|in the past week|within a week|within the last week|within the past week|the last week|from this week|since last week|less than a week old|a week old|newer than a week|posted in the last week|posted in the past week|posted within the last week|posted within a week|of this week|of last week',
    within(7),
  ),
  ...phrasesOf(
    'last month|past month|this months|last months|diesen monat|ce mois|este mes|this month|posted last month|posted this month|from last month|in the last month|in the past month|within a month|within the last month|within the past month|the last month|from this month|since last month|less than a month old|a month old|newer than a month|posted in the last month|posted in the past month|posted within the last month|posted within a month',
    within(30),
  ),
  ...phrasesOf(
    'last year|past year|this year|in the last year|in the past year|posted this year|posted in the last year|within a year|within the last year',
    within(365),
  ),
  ...phrasesOf('older than a week', { ...NO_BOUND, olderThanDays: 7 }),
  ...phrasesOf('older than a month', { ...NO_BOUND, olderThanDays: 30 }),
])

const RECENT_LEADS = createPhraseTable<'within' | 'older'>([
  ...phrasesOf(
    'last|past|within|within the last|within the past|in the last|in the past|in last|posted within|posted in the last|posted in the past|posted within the last|posted within the past|less than|newer than|not older than|no older than|during the last|over the last|over the past|the last|the past|posted less than|posted last|posted past|from the last|from the past|posted at most|at most|up to|under|max|<|< =|≤',
    'within',
  ),
  ...phrasesOf('older than|more than|over|posted more than|>|> =', 'older'),
] as const)
const UNITS = createPhraseTable<number>([
  ...phrasesOf('hour|hours|hr|hrs|h', 1 / 24),
  ...phrasesOf('day|days|d|tage', 1),
  ...phrasesOf('week|weeks|wk|wks|w', 7),
  ...phrasesOf('month|months|mo|mos', 30),
  ...phrasesOf('year|years', 365),
])
/** Leads that ask for an age only with one of these words after the number. */
const AGE_TAILS = createPhraseTable(phrasesOf('old|ago|or newer|or less old', true))
const ONLY_WITH_TAIL = new Set([
  'less than',
  'at most',
  'up to',
  'more than',
  'over',
  'under',
  'max',
  'within',
])

const DATE_LEADS = createPhraseTable<'since' | 'before' | 'in'>([
  ...phrasesOf(
    'since|posted since|after|posted after|from|posted from|starting|newer than|as of|posted on or after|later than|>|> =',
    'since',
  ),
  ...phrasesOf('before|posted before|until|older than|earlier than|prior to|posted until|<|< =', 'before'),
  ...phrasesOf('in|posted in|from|posted|posted on|on|dated|published in|published on|listed in', 'in'),
] as const)

/** When it was posted. */
export const postedKind: ConditionKind<PostedAsk> = {
  id: 'posted',
  title: 'posted',
  examples: ['posted this week', 'last 3 days', 'since monday', 'today', 'since 2024-10-01'],
  fields: ['posted', 'since', 'date', 'age', 'published'],
  severalMean: 'all',
  words: () => [
    'posted',
    'published',
    'since',
    'today',
    'yesterday',
    'week',
    'month',
    'last',
    'past',
    'days',
    'older',
    'newer',
  ],
  read: readPosted,
  readField: readPostedField,
  join: () => null,
  evaluate: ({ columns, size }, value, { now }) => {
    const range = toDayRange(value, now)
    const days = columns.postedDay
    const yes = selectBits(size, posting => {
      const day = days[posting] ?? Number.NaN
      return day >= range.start && day < range.end
    })
    return {
      yes,
      notStated: complement(selectBits(size, posting => !Number.isNaN(days[posting] ?? Number.NaN))),
    }
  },
  describe: describePosted,
  explain:
    ({ entries }, _value, { now }) =>
    posting => ({
      label: describeAge(entries[posting]?.posting.postedAt ?? null, now),
      caveat: null,
    }),
  loosen: loosenPosted,
}

function readPostedField(tokens: readonly Token[], at: number, scope: ReadScope): Found<PostedAsk> | null {
  const lead = RECENT_LEADS.find(tokens, at) ?? { value: 'within' as const, count: 0 }
  return readPosted(tokens, at, scope) ?? readAge(tokens, at, lead, true)
}

function toDayRange(
  { withinDays, olderThanDays, since, before }: PostedAsk,
  now: Date,
): { start: number; end: number } {
  const today = dayOf(now)
  return {
    start:
      withinDays !== null ? today - withinDays : since !== null ? toDay(since) : Number.NEGATIVE_INFINITY,
    end:
      olderThanDays !== null
        ? today - olderThanDays
        : before !== null
          ? toDay(before)
          : Number.POSITIVE_INFINITY,
  }
}

function describePosted({ withinDays, olderThanDays, since, before }: PostedAsk): string {
  if (withinDays === 0) return 'posted today'
  if (withinDays !== null) return `posted within the last ${withinDays} days`
  if (olderThanDays !== null) return `older than ${olderThanDays} days`
  if (since !== null && before !== null) return `posted since ${since} before ${before}`
  return since === null ? `posted before ${before}` : `posted since ${since}`
}

function readPosted(tokens: readonly Token[], at: number, { now }: ReadScope): Found<PostedAsk> | null {
  const named = NAMED.find(tokens, at)
  const lead = RECENT_LEADS.find(tokens, at)
  const age =
    (lead && readAge(tokens, at, lead, false)) ?? readAge(tokens, at, { value: 'within', count: 0 }, false)
  const found = [named, age, readSince(tokens, at, now)].filter(each => each !== null)
  return found.reduce<Found<PostedAsk> | null>(
    (best, each) => (best && best.count >= each.count ? best : each),
    null,
  )
}

function readAge(
  tokens: readonly Token[],
  at: number,
  lead: { value: 'within' | 'older'; count: number },
  isField: boolean,
): Found<PostedAsk> | null {
  const start = at + lead.count
  const number =
    readNumber(tokens, start) ??
    (lead.count > 0 && tokens[start]?.key === 'few' ? { amount: 3, count: 1 } : null)
  const unit = number && UNITS.find(tokens, start + number.count)
  if (!number || !unit) return null
  const end = start + number.count + unit.count
  const tail = AGE_TAILS.find(tokens, end)
  const words = tokens
    .slice(at, start)
    .map(token => token.key)
    .join(' ')
  if (!isField && !tail && (lead.count === 0 || ONLY_WITH_TAIL.has(words))) return null
  const days = Math.ceil(number.amount * unit.value)
  const value = lead.value === 'within' ? within(days) : { ...NO_BOUND, olderThanDays: days }
  return { value, count: end - at + (tail?.count ?? 0) }
}

function readSince(tokens: readonly Token[], at: number, now: Date): Found<PostedAsk> | null {
  const lead = DATE_LEADS.find(tokens, at)
  const date = lead && readDate(tokens, at + lead.count, now)
  if (!lead || !date) return null
  const [first, after] = [dateOfDay(date.start), dateOfDay(date.end)]
  const values = {
    since: { ...NO_BOUND, since: first },
    before: { ...NO_BOUND, before: first },
    in: { ...NO_BOUND, since: first, before: after },
  }
  const count = lead.count + date.count
  const end = lead.value === 'since' ? readSince(tokens, at + count, now) : null
  const isClosed = end !== null && tokens[at + count]?.key === 'before'
  return isClosed
    ? { value: { ...values.since, before: end.value.before }, count: count + end.count }
    : { value: values[lead.value], count }
}

const STEPS = [7, 30, 90]

function loosenPosted(value: PostedAsk): readonly Loosening<PostedAsk>[] {
  const { withinDays } = value
  if (withinDays === null) return []
  return STEPS.filter(days => days > withinDays).map(days => ({
    value: within(days),
    label: describePosted(within(days)),
  }))
}
