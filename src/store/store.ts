import type { Action } from '../action.ts'
import type {
  Delivery,
  DeliveryRule,
  DeliveryState,
  NewDelivery,
  PostingOutcome,
  Settlement,
  Verdict,
} from '../alert/delivery.ts'
import type { SeenSource, Sighting, SightingKey } from '../alert/sighting.ts'
import type { Subscription } from '../alert/subscription.ts'
import type { CommandCall } from '../commands.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Place, ServerSettings } from '../platform.ts'
import type { KeptPosting } from '../posting/kept-posting.ts'
import type { Reply } from '../reply.ts'

/** A conversation with when it was saved last. */
export interface KeptConversation extends Conversation {
  readonly savedAt: Date
}

/** What the bot remembers of conversations; `deleteExpired` forgets those not saved for 30 days. */
export interface ConversationStore {
  /** @returns null when nothing is remembered */
  load(conversationId: string): Promise<KeptConversation | null>
  save(conversationId: string, conversation: Conversation, now: Date): Promise<void>
  remove(conversationId: string): Promise<void>
}

/** What buttons do, behind keys short enough for every platform; kept for seven days after the last save. */
export interface ButtonStore {
  /** @returns a key of 16 characters, the same for the same action */
  save(action: Action, now: Date): Promise<string>
  /** Saves several at once. @returns their keys in the same order */
  saveAll(actions: readonly Action[], now: Date): Promise<string[]>
  /** @returns null when the key is unknown or older than seven days */
  load(key: string, now: Date): Promise<Action | null>
}

/** What a member makes of a posting: keeps it, or does not want to see it again. */
export const MARKS = ['saved', 'dismissed'] as const
export type Mark = (typeof MARKS)[number]

/** What members make of postings, kept until they take it back. */
export interface MarkStore {
  save(memberId: string, mark: Mark, posting: KeptPosting, now: Date): Promise<void>
  remove(memberId: string, mark: Mark, postingId: string): Promise<void>
  /** @returns the last one first, as the postings were when they were marked */
  list(memberId: string, mark: Mark): Promise<readonly KeptPosting[]>
  listIds(memberId: string, mark: Mark): Promise<readonly string[]>
}

/** How the bot behaves in each server or workspace; ids begin with the platform's. */
export interface ServerStore {
  /** @returns null where nobody has changed anything */
  load(serverId: string): Promise<ServerSettings | null>
  save(serverId: string, settings: ServerSettings, now: Date): Promise<void>
  remove(serverId: string): Promise<void>
}

/** One use of something that not everybody may use, or a report. */
export interface AuditEntry {
  readonly at: Date
  readonly memberId: string
  /** null where it was used in a terminal. */
  readonly place: Place | null
  /** The type of the action. */
  readonly action: string
  /** What it was given, as JSON values. */
  readonly detail: unknown
  readonly isAllowed: boolean
}

/** Who did what; entries are never changed, and kept for a year. */
export interface AuditStore {
  add(entry: AuditEntry): Promise<void>
  /** @returns at most `limit`, the last one first */
  list(limit: number): Promise<readonly AuditEntry[]>
}

/** What a hide can name. */
export const HIDE_KINDS = ['posting', 'company', 'domain'] as const
export type HideKind = (typeof HIDE_KINDS)[number]

/** Something that an admin took out of every answer and alert. */
export interface Hide {
  readonly kind: HideKind
  /** The id of a posting, the name of a company, or the domain of the link. */
  readonly value: string
  readonly memberId: string
  readonly at: Date
}

/** What is hidden, until an admin shows it again; outlives reloads. */
export interface HideStore {
  add(hide: Hide): Promise<void>
  /** @returns whether it was hidden */
  remove(kind: HideKind, value: string): Promise<boolean>
  list(): Promise<readonly Hide[]>
}

/** What one source gave to a catalog. */
export interface VersionSource {
  readonly id: string
  readonly name: string
  readonly postings: number
  readonly rejected: number
}

/** A catalog that was current once; its postings are not kept. */
export interface CatalogVersion {
  readonly at: Date
  /** Who replaced the catalog before: a member, or `schedule` or `start`. */
  readonly memberId: string
  readonly cause: 'start' | 'reload' | 'undo'
  readonly revision: string
  /** Distinct postings. */
  readonly size: number
  readonly sources: readonly VersionSource[]
  /** How many postings came, changed and went. */
  readonly added: number
  readonly changed: number
  readonly gone: number
}

/** Which catalogs there were; kept for a year. */
export interface VersionStore {
  add(version: CatalogVersion): Promise<void>
  /** @returns at most `limit`, the last one first */
  list(limit: number): Promise<readonly CatalogVersion[]>
}

/** What admins decided about a source while the bot runs. */
export interface KeptSource {
  /** As it was given: an address, or a path. */
  readonly address: string
  /** False for one of the settings. */
  readonly isAdded: boolean
  readonly isPaused: boolean
  readonly memberId: string
  readonly at: Date
}

/** The sources that were added or paused by a command. */
export interface KeptSourceStore {
  /** Takes the place of what was decided before about the same address. */
  save(source: KeptSource): Promise<void>
  /** @returns whether there was something */
  remove(address: string): Promise<boolean>
  /** @returns in the order of their times */
  list(): Promise<readonly KeptSource[]>
}

/** How far the running bot is with a command that the command line gave it. */
export interface HostCallState {
  readonly state: 'waiting' | 'running' | 'done'
  /** What is to be shown by now; null while there is nothing. */
  readonly reply: Reply | null
  /** When it last gave a sign; null while nobody took it. */
  readonly reportedAt: Date | null
}

/** Commands from the command line for the bot that runs on the same state. */
export interface HostCallStore {
  /** A bot that takes calls says so, at least each half minute. @param botId of this very run */
  attend(botId: string, now: Date): Promise<void>
  /** It takes no more. */
  leave(botId: string): Promise<void>
  /** Whether a bot said within the last minute that it takes calls. */
  isAttended(now: Date): Promise<boolean>
  add(id: string, call: CommandCall, now: Date): Promise<void>
  /** Takes the oldest that nobody took; null where there is none younger than a minute. */
  claim(now: Date): Promise<{ readonly id: string; readonly call: CommandCall } | null>
  /** Says what is to be shown now; null for a mere sign of life. */
  report(id: string, state: 'running' | 'done', reply: Reply | null, now: Date): Promise<void>
  /** @returns null where it is not there any more */
  load(id: string): Promise<HostCallState | null>
  /** Takes it back. @returns false where the bot took it already */
  withdraw(id: string): Promise<boolean>
  remove(id: string): Promise<void>
}

/** The events that platforms delivered, so that each is answered once; kept for a day. */
export interface EventStore {
  /** @returns whether it was new */
  claim(eventId: string, now: Date): Promise<boolean>
}

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

/** What people said about themselves, kept until they take it back. */
export interface PeopleStore {
  /** @param place as a condition of a question: "in Poland" */
  savePlace(memberId: string, place: string, now: Date): Promise<void>
  /** @returns null where nothing is remembered */
  loadPlace(memberId: string): Promise<string | null>
  removePlace(memberId: string): Promise<void>
}

/** Everything that outlives a restart. */
export interface Store {
  readonly conversations: ConversationStore
  readonly buttons: ButtonStore
  readonly marks: MarkStore
  readonly servers: ServerStore
  readonly audit: AuditStore
  readonly hides: HideStore
  readonly events: EventStore
  readonly people: PeopleStore
  readonly versions: VersionStore
  readonly keptSources: KeptSourceStore
  readonly hostCalls: HostCallStore
  readonly subscriptions: SubscriptionStore
  readonly sightings: SightingStore
  readonly deliveries: DeliveryStore
  /** Deletes what is past its time; cheap enough to call at every start. */
  deleteExpired(now: Date): Promise<void>
  close(): Promise<void>
}
