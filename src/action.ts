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
  /** A form with what the bot does in this server. */
  'server-settings': z.object({ type: z.literal('server-settings') }),
} as const

/** What a button does, or what a person's words ask for. */
export type Action = { [T in keyof typeof ACTION_SCHEMAS]: z.infer<(typeof ACTION_SCHEMAS)[T]> }[ActionType]

export type ActionType = keyof typeof ACTION_SCHEMAS

/** The actions of one type. */
export type ActionOf<T extends ActionType> = Extract<Action, { type: T }>
