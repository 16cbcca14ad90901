import type { Action } from '../action.ts'
import type { CommandCall } from '../commands.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Place, ServerSettings } from '../platform.ts'
import type { KeptPosting } from '../posting/kept-posting.ts'
import type { Reply } from '../reply.ts'
import type { DeliveryStore, ReadingStore, SightingStore, SubscriptionStore } from './alert-stores.ts'

export type * from './alert-stores.ts'

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
  readonly readings: ReadingStore
  /** Deletes what is past its time; cheap enough to call at every start. */
  deleteExpired(now: Date): Promise<void>
  close(): Promise<void>
}
