/** What the bot remembers of a conversation, so that "more" and "show 2" mean something. */
export interface Conversation {
  /** Empty where nothing was asked for that makes a list. */
  readonly question: string
  /** Position of the first posting that was not shown yet. */
  readonly nextOffset: number
  /** Ids of the postings by their number in the list, from 1 on. */
  readonly listedIds: readonly string[]
  /** The catalog in which `nextOffset` was counted; absent in what older versions kept. */
  readonly revision?: string
  /** Id of the posting whose details were shown last; absent where none was. */
  readonly lastShownId?: string
}
