import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger, SocketModeReceiver } from '@slack/bolt'

const CONNECT_TIMEOUT_MS = 30_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 60_000

/** One connection at a time, with a new one in its place as soon as it ends or is asked to. */
export interface SocketLine {
  /** @throws what Slack says against the first connection */
  readonly connect: () => Promise<void>
  /** Connects, however often it takes. */
  readonly keep: () => Promise<void>
  readonly isOpen: () => boolean
  readonly stop: () => void
}

/**
 * Makes a line that is not connected yet.
 * @param open makes a receiver for one connection, which does not connect again by itself
 */
export function createLine(open: () => SocketModeReceiver, logger: Logger): SocketLine {
  const living = new Set<SocketModeReceiver>()
  let current: SocketModeReceiver | null = null
  let isStopped = false
  const connect = async (): Promise<void> => {
    const receiver = open()
    living.add(receiver)
    receiver.client.once('disconnected', () => living.delete(receiver))
    const left = untilLeaving(receiver)
    try {
      await within(CONNECT_TIMEOUT_MS, receiver.start())
    } catch (error) {
      void receiver.stop()
      throw error
    }
    current = receiver
    void left.then(() => {
      if (current === receiver) current = null
      return keep()
    })
  }
  const keep = async (): Promise<void> => {
    for (let failures = 0; !isStopped; failures += 1) {
      try {
        return await connect()
      } catch (error) {
        logger.error('no connection to Slack', error)
        await sleep(choosePause(failures), null, { ref: false })
      }
    }
  }
  return {
    connect,
    keep,
    isOpen: () => current !== null,
    stop: () => {
      isStopped = true
      current = null
      for (const receiver of living) void receiver.stop()
    },
  }
}

/** Resolves once the connection is closed, or Slack says that it will be. */
function untilLeaving({ client }: SocketModeReceiver): Promise<void> {
  return new Promise(resolve => {
    client.once('disconnected', () => resolve())
    client.on('ws_message', (data: unknown) => {
      if (typeof data === 'string' && data.length < 1000 && isFarewell(data)) resolve()
    })
  })
}

function isFarewell(data: string): boolean {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null && 'type' in value && value.type === 'disconnect'
  } catch {
    return false
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new AbortController()
  const timer = sleep(ms, null, { signal: late.signal, ref: false })
  try {
    return await Promise.race([
      work,
      timer.then(() => Promise.reject(new Error(`no greeting within ${ms} ms`))),
    ])
  } finally {
    late.abort()
    timer.catch(() => undefined)
  }
}

function choosePause(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10))
}
