import { GatewayIntentBits, GatewayOpcodes } from 'discord.js'
import { findShard } from '../snowflakes.ts'
import type { GatewayEvent } from './gateway-event.ts'

/** What a bot has once it has identified; outlives its connection so that it can be resumed. */
export interface GatewaySession {
  readonly id: string
  readonly shard: number
  readonly shardCount: number
  readonly intents: number
  /** Sends an event, or keeps it for a resume while nobody is connected. */
  readonly dispatch: (name: string, data: object) => void
  /** Sends an event when the session is meant to hear it. */
  readonly offer: (event: GatewayEvent) => void
  /** Sends again what came after `seq`; false when `seq` lies ahead of everything sent. */
  readonly replay: (seq: number) => boolean
  /** Says where events go from now on. */
  readonly attach: (send: SendText) => void
  /** Says that a way is closed; a newer one stays. */
  readonly detach: (send: SendText) => void
}

type SendText = (text: string) => void

interface LoggedEvent {
  readonly seq: number
  readonly text: string
}

/** Makes a session that nobody is connected to yet. */
export function createSession(
  identity: Pick<GatewaySession, 'id' | 'shard' | 'shardCount' | 'intents'>,
): GatewaySession {
  const log: LoggedEvent[] = []
  let send: SendText | null = null
  const dispatch = (name: string, data: object) => {
    const seq = log.length + 1
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: seq, d: data })
    log.push({ seq, text })
    send?.(text)
  }
  return {
    ...identity,
    dispatch,
    offer: event => {
      if (!hears(identity, event)) return
      dispatch(event.name, readsContent(identity) ? event.data : (event.blanked ?? event.data))
    },
    replay: seq => {
      if (seq > log.length) return false
      for (const event of log.slice(seq)) send?.(event.text)
      return true
    },
    attach: next => {
      send = next
    },
    detach: closed => {
      if (send === closed) send = null
    },
  }
}

function hears(
  session: Pick<GatewaySession, 'shard' | 'shardCount' | 'intents'>,
  event: GatewayEvent,
): boolean {
  if (findShard(event.guildId, session.shardCount) !== session.shard) return false
  return event.intent === 0 || (session.intents & event.intent) !== 0
}

function readsContent(session: Pick<GatewaySession, 'intents'>): boolean {
  return (session.intents & GatewayIntentBits.MessageContent) !== 0
}
