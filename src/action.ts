import { z } from 'zod'

const place = z.int().nonnegative()
const asker = z.string().exactOptional()

/**
 * Everything that a button does or that a person's words ask for, by its type: how it is written into the store and
 * read again, perhaps by another version.
 */
export const ACTION_SCHEMAS = {
  /** The postings for a question, from a place in the list on. */
  search: z.object({
    type: z.literal('search'),
    question: z.string(),
    offset: place,
    /** The catalog in which `offset` was counted; absent where any will do. */
    revision: z.string().exactOptional(),
    /** Id of the member whose message the button is on; absent where it is anybody's. */
    asker,
    /** What it goes on from, for the receipt; absent for a question of its own. */
    continues: z.string().exactOptional(),
  }),
  /** One posting with all its facts. */
  show: z.object({
    type: z.literal('show'),
    postingId: z.string(),
    /** The question that listed it, so that what it matches can be said; absent where there was none. */
    question: z.string().exactOptional(),
  }),
  /** An answer once more, for everybody in the place. */
  share: z.object({ type: z.literal('share'), question: z.string(), offset: place }),
  /** What a question can be changed to: conditions dropped, another order, what is not stated let in. */
  edit: z.object({ type: z.literal('edit'), question: z.string(), asker }),
  /** A form to write the question anew. */
  refine: z.object({ type: z.literal('refine'), question: z.string(), asker }),
  /** Keeps in mind where a member is, as a condition of a question: "in Poland". */
  'remember-place': z.object({ type: z.literal('remember-place'), place: z.string() }),
  'forget-place': z.object({ type: z.literal('forget-place') }),
  /** Forgets the question before. */
  'start-over': z.object({ type: z.literal('start-over') }),
  help: z.object({ type: z.literal('help') }),
  stats: z.object({ type: z.literal('stats') }),
  /** The postings that a member keeps. */
  saved: z.object({ type: z.literal('saved'), offset: place }),
  save: z.object({ type: z.literal('save'), postingId: z.string() }),
  unsave: z.object({ type: z.literal('unsave'), postingId: z.string() }),
  /** Leaves a posting out of what this member asks. */
  dismiss: z.object({ type: z.literal('dismiss'), postingId: z.string() }),
  undismiss: z.object({ type: z.literal('undismiss'), postingId: z.string() }),
  /** A form to tell the admins what is wrong with a posting. */
  report: z.object({ type: z.literal('report'), postingId: z.string() }),
  /** What a question would be told of, before it becomes an alert. */
  'alert-preview': z.object({ type: z.literal('alert-preview'), question: z.string() }),
  /** A form with when and how to be told; sending it makes the alert. */
  'alert-create': z.object({
    type: z.literal('alert-create'),
    question: z.string(),
    to: z.enum(['channel', 'member']),
  }),
  /** The alerts of a place and of whoever asks. */
  'alert-list': z.object({ type: z.literal('alert-list'), offset: place }),
  /** A form with when and how an alert tells; with a question or company, changes that at once. */
  'alert-edit': z.object({
    type: z.literal('alert-edit'),
    /** Begins with the id of the alert. */
    alert: z.string(),
    question: z.string().exactOptional(),
    /** Leaves out a company, or lets it in again. */
    mute: z.string().exactOptional(),
  }),
  'alert-pause': z.object({ type: z.literal('alert-pause'), alert: z.string(), isPaused: z.boolean() }),
  'alert-delete': z.object({ type: z.literal('alert-delete'), alert: z.string() }),
  /** Makes somebody else the owner; without `to` whoever asks. */
  'alert-transfer': z.object({
    type: z.literal('alert-transfer'),
    alert: z.string(),
    to: z.string().exactOptional(),
  }),
  'alert-test': z.object({ type: z.literal('alert-test'), alert: z.string() }),
  /** Which step let a posting through or stopped it. */
  'alert-why': z.object({
    type: z.literal('alert-why'),
    /** Its id, its number in the last list, its address, or words of its title. */
    posting: z.string(),
    /** Absent for all alerts of the place and of whoever asks. */
    alert: z.string().exactOptional(),
  }),
  /** Why the postings of one message were told. */
  'alert-reasons': z.object({ type: z.literal('alert-reasons'), messageKey: z.string() }),
  /** Every alert there is. */
  'admin-alerts': z.object({ type: z.literal('admin-alerts'), offset: place }),
  /** Pauses an alert, or with `all` every one, or lets it go on. */
  'admin-pause': z.object({ type: z.literal('admin-pause'), alert: z.string(), isPaused: z.boolean() }),
  /** A form with what the bot does in this server. */
  'server-settings': z.object({ type: z.literal('server-settings') }),
  /** Reads the sources anew; a dry run only says what would change. */
  reload: z.object({ type: z.literal('reload'), isDryRun: z.boolean() }),
  /** Puts the catalog in force that was held back, or drops it; `candidate` is its revision, absent for whichever is. */
  'confirm-reload': z.object({ type: z.literal('confirm-reload'), candidate: z.string().exactOptional() }),
  'discard-reload': z.object({ type: z.literal('discard-reload'), candidate: z.string().exactOptional() }),
  /** Goes back to the catalog before; `revision` is the one to leave, absent for whichever is in force. */
  'undo-reload': z.object({ type: z.literal('undo-reload'), revision: z.string().exactOptional() }),
  status: z.object({ type: z.literal('status') }),
  /** Where postings come from: `list`, `add` (shows a few first), `keep`, `remove`, `pause`, `resume`. */
  sources: z.object({ type: z.literal('sources'), step: z.string(), address: z.string() }),
  /** Takes out of every answer: `what` is `posting`, `company` or `domain`. */
  hide: z.object({ type: z.literal('hide'), what: z.string(), value: z.string() }),
  /** Shows again what was hidden; lists it where `what` is empty. */
  unhide: z.object({ type: z.literal('unhide'), what: z.string(), value: z.string() }),
  /** Who did what. */
  'audit-log': z.object({ type: z.literal('audit-log') }),
} as const

/** What a button does, or what a person's words ask for. */
export type Action = { [T in keyof typeof ACTION_SCHEMAS]: z.infer<(typeof ACTION_SCHEMAS)[T]> }[ActionType]

export type ActionType = keyof typeof ACTION_SCHEMAS

/** The actions of one type. */
export type ActionOf<T extends ActionType> = Extract<Action, { type: T }>
