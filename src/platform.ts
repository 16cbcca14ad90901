import type { CommandCall } from './commands.ts'
import type { FormValues, Reply, Viewers } from './reply.ts'

/** What a person did: wrote words, used a command, is still typing, pressed a button, or sent a form back. */
export type RequestContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'command'; readonly call: CommandCall }
  | { readonly type: 'typing'; readonly text: string; readonly completes: 'question' | 'alert' }
  | { readonly type: 'press'; readonly key: string }
  | { readonly type: 'form'; readonly key: string; readonly values: FormValues }

/** Somebody who talks to the bot. */
export interface Member {
  /** One id a person, such as `discord:123`. */
  readonly id: string
  /** What else the settings may call them, such as `discord:role:456` or `slack:workspace-admins`. */
  readonly groups: readonly string[]
  /** Whether the platform lets them manage the server or workspace that they are in. */
  readonly managesServer: boolean
  /** Whether the platform lets them decide what is posted in the channel that they are in. */
  readonly managesChannel: boolean
  /** Whether they are there as a guest, or from another workspace. */
  readonly isGuest: boolean
}

/** Where something is said, by the platform's own ids. */
export interface Place {
  /** The id of the platform. */
  readonly platform: string
  /** The server or workspace; null in a direct message. */
  readonly serverId: string | null
  readonly channelId: string
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
  /** Absent where there is only one person, who then is the host. */
  readonly member?: Member
  /** Absent where nothing can be posted later. */
  readonly place?: Place
  /** Absent for a private place without forms, such as a terminal. */
  readonly surface?: Surface
  /** True where nobody spoke to the bot: what it reads nothing in is answered by no blocks at all. */
  readonly isOverheard?: true
}

/** The one door of the bot, as platforms see it. What is still being typed is answered by choices. */
export type Handle = (request: Request) => Promise<Reply>

/** How the bot behaves in one server or workspace. */
export interface ServerSettings {
  /** Who sees the answer to a command. */
  readonly answers: Viewers
  /** Ids of the channels where the bot may speak without being asked by a command; empty for all. */
  readonly channels: readonly string[]
  /** Ids of the channels where every message is a question. */
  readonly listens: readonly string[]
}

/** The bot, as platforms see it. */
export interface BotSide {
  readonly handle: Handle
  readonly loadServer: (platform: string, serverId: string) => Promise<ServerSettings>
  /**
   * Forgets everything about a server or workspace that the bot was removed from.
   * @param keepsMembers true where its members may be reached by other servers
   */
  readonly forgetServer: (platform: string, serverId: string, keepsMembers?: boolean) => Promise<void>
  /** Says true the first time it is given an event's id within a day, also across restarts. */
  readonly claimEvent: (eventId: string) => Promise<boolean>
  /** Whether a conversation is remembered. */
  readonly knows: (conversationId: string) => Promise<boolean>
}

/** A place to post to without being asked: a channel, or a member by direct message. */
export type Target =
  | {
      readonly type: 'channel'
      readonly platform: string
      readonly serverId: string | null
      readonly channelId: string
    }
  | {
      readonly type: 'member'
      readonly platform: string
      readonly serverId: string | null
      readonly memberId: string
    }

/** What became of a message that the bot wanted to post. */
export type SendOutcome =
  | { readonly type: 'sent'; readonly messageId: string }
  /** Nothing was posted; it may work after a while. */
  | { readonly type: 'later'; readonly afterMs: number; readonly reason: string }
  /** Nothing was posted, and there is no such place any more or the bot may not post there. */
  | { readonly type: 'gone'; readonly reason: string }
  /** Nothing was posted: the platform does not take this message. */
  | { readonly type: 'refused'; readonly reason: string }
  /** Nobody can tell whether it was posted. */
  | { readonly type: 'unknown'; readonly reason: string }

/** What came of looking for a message: it is there, or whether it is cannot be told now. */
export type FindOutcome = Extract<SendOutcome, { readonly type: 'sent' | 'later' | 'unknown' }>

/** What somebody is in a server or workspace: not there or no more, a bot, a guest; `unknown` where it cannot be told now. */
export type Standing = 'member' | 'guest' | 'bot' | 'absent' | 'unknown'

/** Posts without being asked. Nothing here throws: what went wrong is an outcome. */
export interface Outbox {
  /**
   * Posts a reply.
   * @param key at most 25 characters; within a few minutes the same key never posts twice where the platform can tell
   */
  send(target: Target, reply: Reply, key: string): Promise<SendOutcome>
  /** Answers a posted message in its thread, or beside it where there are none. */
  sendBelow(target: Target, messageId: string, reply: Reply, key: string): Promise<SendOutcome>
  /** Changes a posted message. */
  edit(target: Target, messageId: string, reply: Reply): Promise<SendOutcome>
  /**
   * Looks among the latest messages of the place for one that was posted under a key.
   * @returns null where there is none, or where nobody can ever tell
   */
  find(target: Target, key: string): Promise<FindOutcome | null>
  /**
   * Looks up who is to answer for something.
   * @param memberId as in `Member`, which people may have made up
   */
  findStanding(serverId: string, memberId: string): Promise<Standing>
}

/** A place where people talk to the bot. */
export interface ChatPlatform {
  readonly id: string
  /** Connects and begins to answer; resolves once it is ready. */
  start(bot: BotSide): Promise<void>
  /** null where nothing can be posted without being asked. */
  readonly outbox: Outbox | null
  /** Whether it can be talked to at this moment. */
  isConnected(): boolean
  /** Resolves once the platform has ended by itself, as a terminal does at the end of its input. */
  readonly ended: Promise<void>
  /** Stops answering and frees what it holds. */
  stop(): Promise<void>
}
