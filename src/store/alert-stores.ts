import type {
  Delivery,
  DeliveryRule,
  DeliveryState,
  NewDelivery,
  PostingOutcome,
  Settlement,
  Verdict,
} from '../alert/delivery.ts'
import type { KeptReading } from '../alert/kept-reading.ts'
import type { SeenSource, Sighting, SightingKey } from '../alert/sighting.ts'
import type { Subscription } from '../alert/subscription.ts'

/** A stretch of a list. */
export interface ListPage<T> {
  readonly items: readonly T[]
  /** How many there are on all pages. */
  readonly total: number
}

/** Who wants to be told of what, and where. */
export interface SubscriptionStore {
  /**
   * @param first what its place is told first, written in the same transaction
   * @returns false where its id is taken; then nothing is written
   */
  add(subscription: Subscription, first?: NewDelivery): Promise<boolean>
  save(subscription: Subscription): Promise<void>
  remove(id: string): Promise<boolean>
  load(id: string): Promise<Subscription | null>
  /** All of them, the oldest first. */
  listAll(): Promise<readonly Subscription[]>
  /** Those of a place, the oldest first; see `placeKey`. */
  listByPlace(place: string): Promise<readonly Subscription[]>
  /** Those that a member answers for, the oldest first. */
  listByOwner(ownerId: string): Promise<readonly Subscription[]>
  list(offset: number, limit: number): Promise<ListPage<Subscription>>
  /**
   * @param serverId see `serverKey`
   * @param keepsMembers true for only those of its channels
   */
  removeServer(serverId: string, keepsMembers?: boolean): Promise<void>
}

/** Which postings were seen when; written together with the deliveries that follow. */
export interface SightingStore {
  /** @returns at most `limit` of those after an id, by id; null begins */
  listKeys(afterId: string | null, limit: number): Promise<readonly SightingKey[]>
  listByIds(ids: readonly string[]): Promise<readonly Sighting[]>
  /** All ids that postings were known under. */
  listByPostings(postingIds: readonly string[]): Promise<readonly Sighting[]>
  /** Those of the same company and role. */
  listByLikeness(likenesses: readonly string[]): Promise<readonly SightingKey[]>
  listSources(): Promise<readonly SeenSource[]>
  /** Ids of postings that turned up since a time, those aside that were there when their source was loaded first. */
  listArrivals(since: Date): Promise<readonly string[]>
}

/** What follows from a change of the catalog; written in one transaction. */
export interface LedgerPlan {
  readonly at: Date
  /** Names of the sources that were loaded. */
  readonly sources: readonly string[]
  /** New ones, and others as they are now. */
  readonly sightings: readonly Sighting[]
  readonly deliveries: readonly NewDelivery[]
  /** Postings that are open again: what was dropped since they closed is planned again. */
  readonly revived: readonly string[]
  /** Postings of which nothing more is to be told. */
  readonly stopped: readonly { readonly postingId: string; readonly rule: DeliveryRule }[]
  /** What became of postings that were told; null where one is as it was told again. */
  readonly outcomes: readonly { readonly postingId: string; readonly outcome: PostingOutcome | null }[]
}

/** What a message is put together from. */
export interface LeaseOrder {
  readonly messageKey: string
  readonly ids: readonly number[]
  readonly until: Date
  readonly now: Date
  /** What is put off or stopped at the same time. */
  readonly verdicts: readonly Verdict[]
}

/** The ledger: what is to be told where, and what became of it. */
export interface DeliveryStore {
  /** @returns how many deliveries are new */
  plan(plan: LedgerPlan): Promise<number>
  /**
   * Places where something is due, nothing is being sent and no wait is on, the longest waiting first.
   * @param place the only one that is asked about; all unless given
   */
  listPlacesDue(now: Date, limit: number, place?: string): Promise<readonly string[]>
  /** What is due in a place; what is part of a message comes first. */
  listDue(place: string, now: Date, limit: number): Promise<readonly Delivery[]>
  /** Makes deliveries part of a message that is being sent. @returns false where another was faster */
  lease(order: LeaseOrder): Promise<boolean>
  settle(messageKey: string, settlement: Settlement): Promise<void>
  /** Counts one more send of a message of which nobody can tell whether it arrived before. */
  noteUnknown(messageKey: string): Promise<void>
  /** Makes two messages of one, to be sent one after the other. */
  split(messageKey: string, keys: readonly [string, string]): Promise<void>
  /** How many messages a place got since a time, first messages of alerts aside. */
  countMessages(place: string, since: Date): Promise<number>
  listByMessage(messageKey: string): Promise<readonly Delivery[]>
  listByPostings(postingIds: readonly string[]): Promise<readonly Delivery[]>
  /** Those of a place that are not sent yet. */
  listOpen(place: string): Promise<readonly Delivery[]>
  /** Puts off, stops, or gives another time to what is not sent yet. */
  judge(verdicts: readonly Verdict[]): Promise<void>
  /** Gives what is not sent yet another time. */
  reschedule(times: readonly { readonly id: number; readonly dueAt: Date }[]): Promise<void>
  /** Keys of sent messages that are to be edited, with how often they were. */
  listEditsDue(
    now: Date,
    limit: number,
  ): Promise<readonly { readonly messageKey: string; readonly edits: number }[]>
  /** @param retryAt when it is tried again; null where it is done, or given up */
  settleEdit(messageKey: string, retryAt: Date | null): Promise<void>
  /** How many deliveries are in each state. */
  countStates(): Promise<Readonly<Partial<Record<DeliveryState, number>>>>
  /** The time at which something is due next; null where nothing waits. */
  nextDue(): Promise<Date | null>
}

/** How the questions of subscriptions were read; what is lost of it is read again. */
export interface ReadingStore {
  /** @returns at most `limit` of those after a key, by key; null begins */
  list(afterKey: string | null, limit: number): Promise<readonly KeptReading[]>
  /** Takes the place of what was kept under the same keys. @param version names the way of reading */
  save(version: string, readings: readonly KeptReading[]): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  /** Removes all that was read in another way. */
  removeOthers(version: string): Promise<void>
}
