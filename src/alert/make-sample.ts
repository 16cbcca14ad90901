import { answerQuery } from '../answer/answer-query.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { findEntry } from '../catalog/find-entry.ts'
import { readAsked } from './match-questions.ts'
import type { MessageBase, SampleMessage } from './message.ts'

const EXAMPLES = 3

interface SampleDeps {
  /** null while there is none. */
  readonly catalog: () => Catalog | null
  /** ISO 4217 of a pay without currency. */
  readonly defaultCurrency: string
}

/** Shows the best of what a subscription finds now. */
export function makeSample(
  { catalog: current, defaultCurrency }: SampleDeps,
  type: SampleMessage['type'],
  base: MessageBase,
): SampleMessage {
  const [subscription] = base.subscriptions
  const catalog = current()
  if (!subscription || catalog === null) return { type, ...base, items: [], total: 0 }
  const setting = { now: base.now, defaultCurrency }
  const { matches, total } = answerQuery(catalog, readAsked(subscription, catalog, setting), setting)
  const items = matches.slice(0, EXAMPLES).flatMap(({ posting }) => {
    const entry = findEntry(catalog, posting.id)
    return entry ? [{ entry }] : []
  })
  return { type, ...base, items, total }
}
