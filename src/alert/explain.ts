import { answerQuery } from '../answer/answer-query.ts'
import { matchQuery } from '../answer/match-query.ts'
import { countBits } from '../catalog/bit-set.ts'
import { dayOf, toDay } from '../catalog/calendar-day.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { selectEntriesInSteps } from '../catalog/select-entries.ts'
import { runSteps } from '../catalog/steps.ts'
import { describeCondition } from '../query/describe-query.ts'
import type { Query } from '../query/query.ts'
import type { Store } from '../store/store.ts'
import type { Delivery } from './delivery.ts'
import { type MatchSetting, readAsked } from './match-questions.ts'
import { isMuted } from './plan-deliveries.ts'
import type { Sighting } from './sighting.ts'
import { placeKey, type Subscription } from './subscription.ts'

/** One step on the way of a posting to a place; the first that did not let it through is the reason. */
export type WhyStep =
  /** It is among the postings, and takes applications. */
  | { readonly step: 'open'; readonly isPassed: boolean; readonly closedSince: Date | null }
  /** It turned up after the alert was made. */
  | {
      readonly step: 'new'
      readonly isPassed: boolean
      readonly firstSeen: Date
      /** False for what was there when its source was loaded first. */
      readonly isArrival: boolean
      readonly since: Date
    }
  /** The question finds it. */
  | {
      readonly step: 'question'
      readonly isPassed: boolean
      /** Why it matches, in words. */
      readonly reasons: readonly string[]
      readonly failing: readonly { readonly label: string; readonly isStated: boolean }[]
      /** Whether it is older than its source's limit. */
      readonly isOld: boolean
    }
  /** Its company is not left out. */
  | { readonly step: 'company'; readonly isPassed: boolean; readonly company: string }
  /** The alert does not rest. */
  | { readonly step: 'active'; readonly isPassed: boolean; readonly paused: Subscription['paused'] }
  /** What the ledger says; null where nothing was planned. */
  | { readonly step: 'ledger'; readonly isPassed: boolean; readonly delivery: Delivery | null }

/** What became of a posting on its way to one alert. */
export interface Explanation {
  readonly subscription: Subscription
  readonly title: string
  readonly steps: readonly WhyStep[]
}

/** Says for a posting and an alert which step let it through or stopped it. */
export async function explainPosting(
  store: Store,
  catalog: Catalog,
  posting: { readonly id: string },
  subscription: Subscription,
  setting: MatchSetting,
): Promise<Explanation> {
  const number = catalog.numberOf(posting.id)
  const entry = number === undefined ? undefined : catalog.entries[number]
  const seen = await loadSighting(store, [posting.id, ...(entry?.alsoIds ?? [])])
  const firstId = seen?.postingId ?? posting.id
  const place = placeKey(subscription.target)
  const deliveries = (await store.deliveries.listByPostings([firstId])).filter(
    delivery => delivery.place === place && delivery.kind === 'posting',
  )
  const delivery = deliveries.at(-1) ?? null
  const isOpen = entry !== undefined && !(toDay(entry.posting.closesAt) < dayOf(setting.now))
  const steps: readonly (WhyStep | null)[] = [
    { step: 'open', isPassed: isOpen, closedSince: seen?.closedSince ?? null },
    number === undefined ? null : explainQuestion(catalog, number, subscription, setting),
    entry?.posting.company == null
      ? null
      : {
          step: 'company',
          isPassed: !isMuted(entry.posting, subscription.mutedCompanies),
          company: entry.posting.company,
        },
    { step: 'active', isPassed: subscription.paused === null, paused: subscription.paused },
    seen && delivery === null ? explainNew(seen, subscription) : null,
    { step: 'ledger', isPassed: delivery?.state === 'sent', delivery },
  ]
  const title = entry?.posting.title ?? delivery?.body.title ?? posting.id
  return { subscription, title, steps: steps.flatMap(step => step ?? []) }
}

async function loadSighting(store: Store, ids: readonly string[]): Promise<Sighting | null> {
  return (await store.sightings.listByIds(ids))[0] ?? null
}

function explainNew({ firstSeen, isArrival }: Sighting, { since }: Subscription): WhyStep {
  return { step: 'new', isPassed: isArrival && firstSeen >= since, firstSeen, isArrival, since }
}

function explainQuestion(
  catalog: Catalog,
  number: number,
  subscription: Subscription,
  setting: MatchSetting,
): WhyStep {
  const { part } = runSteps(selectEntriesInSteps(catalog, [number]))
  const query = readAsked(subscription, catalog, setting)
  const { matches } = answerQuery(part, query, setting)
  const failing = query.conditions.flatMap(condition => {
    const alone: Query = {
      ...query,
      conditions: [condition],
      unread: [],
      includeClosed: true,
      includeOld: true,
    }
    const found = matchQuery(part, alone, setting.now)
    if (countBits(found.matches) > 0) return []
    return [{ label: describeCondition(condition, catalog), isStated: found.notStatedTotal === 0 }]
  })
  const { leftOut } = matchQuery(part, query, setting.now)
  const reasons = matches[0]?.reasons.map(({ label }) => label) ?? []
  return { step: 'question', isPassed: matches.length > 0, reasons, failing, isOld: leftOut.old > 0 }
}
