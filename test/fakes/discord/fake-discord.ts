import type { APIApplicationCommand, APIMessage } from 'discord.js'
import type { FakeClock } from './clock.ts'
import type { FakeInteraction } from './control/fake-interaction.ts'
import type { FaultControl } from './control/fault-control.ts'
import type { OptionValue } from './control/fill-options.ts'
import type { FieldValue } from './control/submit-form.ts'
import type { MessageAddress } from './control/use-component.ts'
import type { FakeUser, Identified, WorldControl } from './control/world-control.ts'
import type { WriteOptions } from './control/write-message.ts'
import type { RateLimitRules } from './rest/rate-limits.ts'
import type { LoggedRequest } from './rest/request-log.ts'

/** What a Discord for a test is like; everything has a default. */
export interface FakeDiscordOptions {
  readonly token?: string
  /** Privileged intents that are switched on in the portal (default none), as gateway bits. */
  readonly privilegedIntents?: number
  /** Limits of requests; true for numbers like Discord's, default none. */
  readonly rateLimits?: boolean | RateLimitRules
  /** Shards that Discord recommends (default 1). */
  readonly shards?: number
  /** Shards that may identify in one go (default 16, so that tests need not wait 5 s between them). */
  readonly maxConcurrency?: number
  /** Whether to hold bodies against Discord's document where it is there (default true; costs time in benchmarks). */
  readonly checksSchema?: boolean
  /** Default 41,250. */
  readonly heartbeatIntervalMs?: number
}

/** Where a member types a command. */
export interface CommandPlace {
  /** Default: the first channel of a server that the member is in, else the conversation with the bot. */
  readonly channel?: Identified
  /** Sends the command even where Discord's client would hide it. */
  readonly force?: boolean
}

/** A stand-in for Discord on one port of this machine, with a hand on everything that members and Discord do. */
export interface FakeDiscord extends WorldControl {
  /** For `DISCORD_API_URL`, `http://127.0.0.1:PORT/api`. */
  readonly url: string
  readonly token: string
  readonly applicationId: string
  readonly bot: FakeUser
  readonly clock: FakeClock
  readonly faults: FaultControl

  /** Sends a slash command: `slash(user, 'jobs search', { question: '…' })`. */
  readonly slash: (
    user: Identified,
    command: string,
    values?: Readonly<Record<string, OptionValue>>,
    place?: CommandPlace,
  ) => FakeInteraction
  /** Asks for suggestions; the option being typed is the last of `values` unless named. */
  readonly autocomplete: (
    user: Identified,
    command: string,
    values: Readonly<Record<string, OptionValue>>,
    place?: CommandPlace & { readonly focused?: string },
  ) => FakeInteraction
  readonly click: (message: MessageAddress, customId: string, user: Identified) => FakeInteraction
  readonly select: (
    message: MessageAddress,
    customId: string,
    user: Identified,
    values: readonly string[],
  ) => FakeInteraction
  /** Sends the form that an interaction opened, as the member who opened it. */
  readonly submitModal: (
    opened: FakeInteraction,
    values: Readonly<Record<string, FieldValue>>,
  ) => FakeInteraction
  /** Writes in a channel. */
  readonly say: (channel: Identified, user: Identified, text: string, options?: WriteOptions) => APIMessage
  /** Writes to the bot in private. */
  readonly dm: (user: Identified, text: string, options?: WriteOptions) => APIMessage
  /** Changes what a member wrote. */
  readonly rewrite: (message: MessageAddress, text: string) => APIMessage
  /** Deletes a message as a member or moderator. */
  readonly erase: (message: MessageAddress) => void

  /** The messages of a channel, oldest first; with `as` also those that only this member sees. */
  readonly messages: (channel: Identified, options?: { readonly as?: Identified }) => readonly APIMessage[]
  /** A message as it is now; null when it is gone. */
  readonly message: (address: MessageAddress) => APIMessage | null
  /** The first message of the bot in a channel after another message, as soon as there is one. */
  readonly nextMessage: (
    channel: Identified,
    after?: MessageAddress,
    timeoutMs?: number,
  ) => Promise<APIMessage>
  /** Waits until something is neither null nor undefined; asked again whenever something happens. */
  readonly until: <T>(read: () => T | null | undefined, what: string, timeoutMs?: number) => Promise<T>
  /** The registered commands, of all servers or of one. */
  readonly commands: (guild?: Identified) => readonly APIApplicationCommand[]
  /** Every request so far. */
  readonly requests: readonly LoggedRequest[]
  /** Gateway sessions opened and resumed so far, and connections open now. */
  readonly gateway: () => {
    readonly identified: number
    readonly resumed: number
    readonly connected: number
  }
  /** Whether Discord's OpenAPI document was there to hold requests and answers against. */
  readonly hasSchema: boolean
  /** Contradictions to that document so far; empty it to forgive them. */
  readonly violations: string[]
  /**
   * Ends the server.
   * @throws Error listing the violations, so that no test passes with them
   */
  readonly stop: () => Promise<void>
}
