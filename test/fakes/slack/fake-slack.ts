import type { FakeInvocation } from './control/fake-invocation.ts'
import type { FaultControl } from './control/fault-control.ts'
import type { PickedValue } from './control/pick-value.ts'
import type { FormValues } from './control/submit-form.ts'
import type { ElementPlace, MessageAddress } from './control/use-element.ts'
import type {
  FakeChannel,
  FakeUser,
  FakeWorkspace,
  Identified,
  WorldControl,
} from './control/world-control.ts'
import type { WriteOptions } from './control/write-message.ts'
import type { LoggedDelivery } from './delivery/delivery.ts'
import type { Timeline } from './timeline.ts'
import type { RateLimitRules } from './web/rate-limits.ts'
import type { LoggedRequest } from './web/request-log.ts'
import type { SlackMessage, SlackView } from './world.ts'

/** What a Slack for a test is like; everything has a default. */
export interface FakeSlackOptions {
  /** Of the bot token; default what a bot needs that reads no history. */
  readonly scopes?: readonly string[]
  /** Subscribed events; default mentions, direct messages, the home tab, and what concerns the app itself. */
  readonly events?: readonly string[]
  /** Registered commands (default `/jobs`). */
  readonly commands?: readonly string[]
  /** Limits of calls; true for what Slack promises, default none. */
  readonly rateLimits?: boolean | Partial<RateLimitRules>
  /** How long a WebSocket stays half open after both sides said goodbye (default 30 s: Slack leaves it to the client). */
  readonly lingerMs?: number
}

/** Which messages to look at. */
export interface MessageFilter {
  /** Whose eyes: their private messages are seen, too. */
  readonly as?: Identified
  /** Only this thread, its first message included. */
  readonly thread?: { readonly ts: string }
}

/** A stand-in for Slack on one port of this machine, with a hand on everything that people and Slack do. */
export interface FakeSlack extends WorldControl {
  /** For `SLACK_API_URL`, `http://127.0.0.1:PORT/api/`. */
  readonly url: string
  /** `xoxb-…` of the first workspace. */
  readonly token: string
  /** `xapp-…`. */
  readonly appToken: string
  readonly signingSecret: string
  readonly appId: string
  readonly workspace: FakeWorkspace
  readonly bot: FakeUser
  /** Time as Slack sees it; putting it forward lets deadlines pass and retries happen. */
  readonly clock: Timeline
  readonly faults: FaultControl

  /** Sends everything for the app to its own address from now on; null switches back to Socket Mode. */
  readonly deliverTo: (url: string | null) => void

  /** Sends a slash command: `slash(user, '/jobs', 'remote baker', { channel })`; without a channel the first that they are in. */
  readonly slash: (
    user: Identified,
    command: string,
    text?: string,
    place?: { readonly channel?: Identified },
  ) => FakeInvocation
  /** Writes in a channel. */
  readonly say: (channel: Identified, user: Identified, text: string, options?: WriteOptions) => SlackMessage
  /** Writes in a channel to the bot. */
  readonly mention: (
    channel: Identified,
    user: Identified,
    text: string,
    options?: WriteOptions,
  ) => SlackMessage
  /** Writes to the bot in private. */
  readonly dm: (user: Identified, text: string, options?: WriteOptions) => SlackMessage
  /** Answers a message in its thread. */
  readonly threadReply: (message: MessageAddress, user: Identified, text: string) => SlackMessage
  /** Changes what somebody wrote. */
  readonly rewrite: (message: MessageAddress, text: string) => SlackMessage
  /** Deletes a message. */
  readonly erase: (message: MessageAddress) => void
  /** Presses a button in a message, form or home tab, by `action_id` or label; a question in between is answered with yes. */
  readonly click: (place: ElementPlace, wanted: string, user: Identified) => FakeInvocation
  /** Picks from a menu or the like, by text or value of the options. */
  readonly select: (
    place: ElementPlace,
    wanted: string,
    user: Identified,
    picked: PickedValue,
  ) => FakeInvocation
  /** Fills in a form without sending it, by label, `action_id` or `block_id`. */
  readonly fillModal: (view: Pick<SlackView, 'id'>, values: FormValues) => SlackView
  /** Fills in and sends a form. */
  readonly submitModal: (view: Pick<SlackView, 'id'>, values?: FormValues) => FakeInvocation
  /** Closes a form; null when the app did not ask to be told. */
  readonly closeModal: (view: Pick<SlackView, 'id'>) => FakeInvocation | null
  /** The form that somebody has in front of them; null for none. */
  readonly modalOf: (user: Identified) => SlackView | null
  readonly homeOf: (user: Identified) => SlackView | null
  /** Looks at the app's home tab. */
  readonly openHome: (user: Identified) => void

  /** The messages of a channel, oldest first; with `as` also those that only this person sees. */
  readonly messages: (channel: Identified, filter?: MessageFilter) => readonly SlackMessage[]
  /** A message as it is now; null when it is gone. */
  readonly message: (address: MessageAddress) => SlackMessage | null
  /** The first message of the bot in a channel after another message, as soon as there is one. */
  readonly nextMessage: (
    channel: Identified,
    options?: MessageFilter & { readonly after?: { readonly ts: string }; readonly timeoutMs?: number },
  ) => Promise<SlackMessage>
  /** Whom a message notifies: `@U…`, `!channel`, `!here`, … */
  readonly pings: (message: SlackMessage) => readonly string[]
  /** Waits until something is neither null nor undefined; asked again whenever something happens. */
  readonly until: <T>(read: () => T | null | undefined, what: string, timeoutMs?: number) => Promise<T>

  /** Every call so far, without its token. */
  readonly requests: readonly LoggedRequest[]
  /** Every try so far to hand the app something. */
  readonly deliveries: readonly LoggedDelivery[]
  /** WebSockets open now and ever. */
  readonly sockets: () => { readonly open: number; readonly opened: number }
  /** What the app did that Slack takes in silence although it is a mistake; empty it to forgive. */
  readonly violations: string[]
  /**
   * Ends the server.
   * @throws Error listing the violations, so that no test passes with them
   */
  readonly stop: () => Promise<void>
}

export type { FakeChannel, FakeUser, FakeWorkspace, Identified }
