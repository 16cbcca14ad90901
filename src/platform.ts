import type { Reply } from './reply.ts'

/** What a person did: wrote words, or pressed a button. */
export type RequestContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'press'; readonly key: string }

/** A person's request, the same from every platform. */
export interface Request {
  /** Says where it comes from, such as `terminal:local` or `slack:T1:C2:U3`; one conversation each. */
  readonly conversationId: string
  readonly content: RequestContent
  /** How many postings one answer shows: what fits the screen at hand. */
  readonly pageSize: number
}

/** The one door of the bot, as platforms see it. */
export type Handle = (request: Request) => Promise<Reply>

/** A place where people talk to the bot. */
export interface ChatPlatform {
  readonly id: string
  /** Connects and begins to answer; resolves once it is ready. */
  start(handle: Handle): Promise<void>
  /** Resolves once the platform has ended by itself, as a terminal does at the end of its input. */
  readonly ended: Promise<void>
  /** Stops answering and frees what it holds. */
  stop(): Promise<void>
}
