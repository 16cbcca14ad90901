import { toCondition } from '../query/condition.ts'
import { describeCondition } from '../query/describe-query.ts'
import type { Condition, Query } from '../query/query.ts'
import { type ReadOptions, readQuery } from '../query/read-query.ts'

/** What a person says about themselves, to be kept until "forget". */
export type AboutAsker =
  /** Where they are, in words that a question understands: "in Poland". */
  { readonly type: 'remember'; readonly place: string } | { readonly type: 'forget' }

const SITTING =
  /^(?:btw |by the way |hi |hey |note that |remember |remember that |fyi )?(?:i am|i['’]?m|im|we are|i live|i work|i reside|i sit|my location is|my country is|my city is|i am based|i['’]?m based|i am located|i['’]?m located|i am currently|i['’]?m currently|i stay)\b/
const FORGET =
  /^(?:forget|forget me|forget (?:where i am|my (?:place|location|country|city))|i moved|clear my (?:place|location))$/
const LONGEST = 120

/**
 * Reads "I am in Poland" and "forget"; null for everything else, also for questions that name a place besides.
 * @example readAboutAsker('I live in Berlin', options) // { type: 'remember', place: 'in Berlin, Germany' }
 */
export function readAboutAsker(text: string, options: ReadOptions): AboutAsker | null {
  const words = text
    .slice(0, LONGEST + 1)
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s!.]+$/, '')
  if (FORGET.test(words)) return { type: 'forget' }
  if (words.length > LONGEST || !SITTING.test(words)) return null
  const { conditions, unread } = readQuery(text, options)
  const [only] = conditions
  if (conditions.length !== 1 || unread.length > 0 || !only || !isPlace(only)) return null
  return { type: 'remember', place: describeCondition(only, options.catalog) }
}

function isPlace({ id, isExcluded, value }: Condition): boolean {
  return id === 'place' && !isExcluded && (value as { mode: string }).mode === 'in'
}

/** What the receipt says beside the place that nobody typed. */
export const REMEMBERED_NOTE = 'where you are; say “forget” to drop it'

/**
 * A query with the asker's place as a condition of its own, marked as such; the query itself where it names a place,
 * a posting or asks for help.
 * @param place as `readAboutAsker` gave it; null where nothing is remembered
 */
export function addAskerPlace(query: Query, place: string | null, options: ReadOptions): Query {
  const isOpen = query.conditions.length > 0 || query.asksForAll
  if (place === null || !isOpen || query.detail !== null || query.conditions.some(({ id }) => id === 'place'))
    return query
  const value = readQuery(place, options).conditions.find(isPlace)?.value
  if (value === undefined) return query
  return {
    ...query,
    conditions: [...query.conditions, toCondition('place', value, { note: REMEMBERED_NOTE })],
  }
}
