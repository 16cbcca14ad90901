import type { Reply, Viewers } from './reply.ts'

/** What a person did: wrote words, is still typing them, pressed a button, or sent a form back. */
export type RequestContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'typing'; readonly text: string }
  | { readonly type: 'press'; readonly key: string }
  | { readonly type: 'form'; readonly key: string; readonly value: string }

/** Somebody who talks to the bot. */
export interface Member {
  /** One id a person, such as `discord:123`. */
  readonly id: string
  /** Whether the platform lets them manage the place. */
  readonly isAdmin: boolean
}

/** Where an answer is shown. */
export interface Surface {
  /** True where nobody but the member and the bot is, as in a direct message. */
  readonly isPrivate: boolean
  /** Who sees the answer unless the bot says otherwise. */
  readonly viewers: Viewers
  /** Whether buttons can stand beside cards and open forms. */
  readonly isRich: boolean
}

/** A person's request, the same from every platform. */
export interface Request {
  /** Says where it comes from, such as `terminal:local` or `slack:T1:C2:U3`; one conversation each. */
  readonly conversationId: string
  readonly content: RequestContent
  /** How many postings one answer shows: what fits the screen at hand. */
  readonly pageSize: number
  /** Absent where there is only one person. */
  readonly member?: Member
  /** Absent for a private place without forms, such as a terminal. */
  readonly surface?: Surface
}

/** The one door of the bot, as platforms see it. What is still being typed is answered by choices. */
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
