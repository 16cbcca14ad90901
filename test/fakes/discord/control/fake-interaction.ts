import type { APIInteraction, APIMessage, APIModalInteractionResponseCallbackData } from 'discord.js'

/** A suggestion that a member can pick. */
export interface Suggestion {
  readonly name: string
  readonly value: string | number
}

/** What a member did, and ways to wait for what they see of it. Every wait ends with an error after its time (default 5 s). */
export interface FakeInteraction {
  readonly id: string
  readonly token: string
  readonly channelId: string
  readonly userId: string
  /** As the gateway sent it. */
  readonly payload: APIInteraction
  /** The first callback: its type and after how many milliseconds of the fake's clock it came. */
  readonly acknowledged: (timeoutMs?: number) => Promise<{ readonly type: number; readonly afterMs: number }>
  /** The answer once it shows more than "thinking", private or not; for presses also the changed message. */
  readonly response: (timeoutMs?: number) => Promise<APIMessage>
  /** The answer as it is now; null when there is none. */
  readonly message: () => APIMessage | null
  /** Waits until the answer fits, for example after a further edit. */
  readonly messageThat: (fits: (message: APIMessage) => boolean, timeoutMs?: number) => Promise<APIMessage>
  readonly followUps: () => readonly APIMessage[]
  /** The n-th follow-up, from 0. */
  readonly followUp: (index?: number, timeoutMs?: number) => Promise<APIMessage>
  /** The suggestions to what was typed. */
  readonly choices: (timeoutMs?: number) => Promise<readonly Suggestion[]>
  /** The form that opened. */
  readonly modal: (timeoutMs?: number) => Promise<APIModalInteractionResponseCallbackData>
}
