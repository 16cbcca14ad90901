import type { Action, ActionOf, ActionType } from '../action.ts'
import type { Alerts } from '../alert/alerts.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { Audience } from '../commands.ts'
import type { Log } from '../log.ts'
import type { Request } from '../platform.ts'
import type { Upkeep } from '../reload/upkeep.ts'
import type { BlockDraft } from '../reply/draft.ts'
import { type FormValues, type Reply, styled, textBlock, type Viewers } from '../reply.ts'
import type { Store } from '../store/store.ts'

export interface BotDeps {
  /** The current catalog; null while no source is set up. */
  readonly catalog: () => Catalog | null
  readonly store: Store
  readonly log: Log
  readonly now: () => Date
  /** ISO 4217; what a question means that names no currency. */
  readonly defaultCurrency: string
  /** Ids of the members and groups who are admins of the bot. */
  readonly admins: readonly string[]
  /** Posts to the admins' channel. @returns whether there is one and it was posted */
  readonly tellAdmins: (reply: Reply) => Promise<boolean>
  /** Tells people of new postings; absent where nothing can be posted without being asked. */
  readonly alerts?: Alerts
  /** Who may make alerts in channels; whoever the platform lets manage the channel where absent. */
  readonly alertsBy?: 'members' | 'admins'
  /** IANA; of those who name none. UTC where absent. */
  readonly timeZone?: string
  /** Platforms where the bot hears only what is said to it; none where absent. */
  readonly deafOn?: readonly string[]
  /** Keeps the postings current; absent where they are loaded once, as for a single question. */
  readonly upkeep?: Upkeep
}

/** What a reply is before its buttons have keys, and where it goes. */
export interface Draft extends Omit<Reply, 'blocks' | 'updates'> {
  readonly blocks: readonly BlockDraft[]
  readonly updates?: AsyncIterable<Draft>
}

/** One request on its way. */
export interface Turn {
  readonly deps: BotDeps
  readonly request: Request
  readonly now: Date
  /** The catalog that answers this request, whatever is loaded meanwhile. */
  readonly catalog: Catalog | null
}

/** What the bot does for one type of action. */
export interface Handler<A extends Action> {
  readonly audience: Audience
  readonly run: (turn: Turn, action: A) => Promise<Draft>
  /** Takes what was filled into the form that `run` opened; absent where it opens none. */
  readonly submit?: (turn: Turn, action: A, values: FormValues) => Promise<Draft>
}

/** The handlers of some types of actions. */
export type Handlers<T extends ActionType> = { readonly [K in T]: Handler<ActionOf<K>> }

/** The answer to a press stands beside the message that was pressed, for the presser alone. */
export function answerBeside({ content }: Request): { readonly viewers?: Viewers } {
  return content.type === 'press' || content.type === 'form' ? { viewers: 'asker' } : {}
}

/** An answer of a few lines about what is wrong. */
export function sayProblem(request: Request, ...lines: readonly string[]): Draft {
  return { ...answerBeside(request), blocks: lines.map(problemBlock) }
}

/** An answer of a few lines about what was done, for whoever did it. */
export function sayDone(request: Request, ...lines: readonly string[]): Draft {
  return { ...answerBeside(request), blocks: lines.map(line => textBlock('body', line)) }
}

/** A line about what is wrong. */
export function problemBlock(line: string): BlockDraft {
  return textBlock('problem', styled('warning', line))
}

/** The first value of a field of a form, without the blanks around it; empty where there is none. */
export function readField(values: FormValues, name: string): string {
  return values[name]?.[0]?.trim() ?? ''
}
