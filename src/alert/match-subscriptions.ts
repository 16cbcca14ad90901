import type { Catalog } from '../catalog/catalog.ts'
import type { Steps } from '../catalog/steps.ts'
import { type AskedQuestion, createMatcherInSteps, type MatchSetting } from './match-questions.ts'
import type { QuestionReader } from './read-questions.ts'
import type { Subscription } from './subscription.ts'

/** Which subscriptions find a posting, by its number in the catalog. */
export type Found = ReadonlyMap<number, readonly Subscription[]>

/** More postings at once would make the sets of those that match too large. */
const POSTINGS_AT_ONCE = 5000

/** For each posting the subscriptions whose questions find it. Each distinct question is asked once. */
export function* matchSubscriptions(
  catalog: Catalog,
  numbers: readonly number[],
  subscriptions: readonly Subscription[],
  setting: MatchSetting,
  reader: QuestionReader,
): Steps<Found> {
  const found = new Map<number, Subscription[]>()
  if (numbers.length === 0 || subscriptions.length === 0) return found
  yield* reader.turnTo(catalog)
  const groups = [...Map.groupBy(subscriptions, keyOfQuestion).values()]
  for (let from = 0; from < numbers.length; from += POSTINGS_AT_ONCE) {
    const some = numbers.slice(from, from + POSTINGS_AT_ONCE)
    const find = yield* createMatcherInSteps(catalog, some, setting.now)
    for (const askers of groups) {
      const [first] = askers
      if (!first) continue
      const query = reader.read(first, setting)
      yield
      for (const number of find(query)) addTo(found, number, askers)
      yield
    }
  }
  return found
}

function addTo(found: Map<number, Subscription[]>, number: number, askers: readonly Subscription[]): void {
  const known = found.get(number)
  if (known) known.push(...askers)
  else found.set(number, [...askers])
}

/** The same for questions that find the same. */
export function keyOfQuestion({ question, withNotStated }: AskedQuestion): string {
  return `${withNotStated ? '+' : '-'}${question}`
}

/** The question of such a key. */
export function questionOf(key: string): string {
  return key.slice(1)
}
