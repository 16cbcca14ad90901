import { setImmediate } from 'node:timers/promises'
import type { Catalog } from '../catalog/catalog.ts'
import { type AskedQuestion, createMatcher, type MatchSetting } from './match-questions.ts'
import type { Subscription } from './subscription.ts'

/** Which subscriptions find a posting, by its number in the catalog. */
export type Found = ReadonlyMap<number, readonly Subscription[]>

/** Milliseconds after which others get a turn. */
const TURN_MS = 15

/** For each posting the subscriptions whose questions find it. Each distinct question is asked once, in turns with others. */
export async function matchSubscriptions(
  catalog: Catalog,
  numbers: readonly number[],
  subscriptions: readonly Subscription[],
  setting: MatchSetting,
): Promise<Found> {
  const found = new Map<number, Subscription[]>()
  if (numbers.length === 0 || subscriptions.length === 0) return found
  const match = createMatcher(catalog, numbers, setting)
  let turn = performance.now()
  for (const askers of Map.groupBy(subscriptions, keyOfQuestion).values()) {
    const [first] = askers
    for (const number of first ? match(first) : []) addTo(found, number, askers)
    if (performance.now() - turn < TURN_MS) continue
    await setImmediate()
    turn = performance.now()
  }
  return found
}

function addTo(found: Map<number, Subscription[]>, number: number, askers: readonly Subscription[]): void {
  const known = found.get(number)
  if (known) known.push(...askers)
  else found.set(number, [...askers])
}

function keyOfQuestion({ question, withNotStated }: AskedQuestion): string {
  return `${withNotStated ? '+' : '-'}${question}`
}
