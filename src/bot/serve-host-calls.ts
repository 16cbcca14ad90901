import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'
import type { Handle } from '../platform.ts'
import type { HostCallStore } from '../store/store.ts'

/** How often the store is looked at. */
const POLL_MS = 500
/** How often the bot says that it takes calls. */
const ATTEND_MS = 20_000
/** How often the command line hears that its command is still worked on. */
const SIGN_MS = 2000
const CONVERSATION_ID = 'terminal:host'
const PAGE_SIZE = 10

export interface HostCallDeps {
  readonly calls: HostCallStore
  readonly handle: Handle
  readonly log: Log
  readonly now: () => Date
}

/**
 * Answers commands that the command line puts into the store; whoever can write there is the host.
 * Returns what ends it, after the command in hand.
 */
export function serveHostCalls(deps: HostCallDeps): () => Promise<void> {
  const { calls, log, now } = deps
  const ending = new AbortController()
  const botId = `bot:${randomUUID()}`
  const attend = () =>
    calls
      .attend(botId, now())
      .catch((error: unknown) => log.error({ err: error }, 'the state cannot be written'))
  const attending = setInterval(attend, ATTEND_MS).unref()
  const serving = attend().then(() => serve(deps, ending.signal))
  return async () => {
    ending.abort()
    clearInterval(attending)
    await serving
    await calls.leave(botId)
  }
}

async function serve(deps: HostCallDeps, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    try {
      await answerNext(deps, ending)
    } catch (error) {
      deps.log.error({ err: error }, 'a command of the command line was not answered')
    }
    await sleep(POLL_MS, undefined, { signal: ending, ref: false }).catch(() => undefined)
  }
}

async function answerNext({ calls, handle, now }: HostCallDeps, ending: AbortSignal): Promise<void> {
  const taken = await calls.claim(now())
  if (taken === null) return
  const { id, call } = taken
  const sign = setInterval(
    () => void calls.report(id, 'running', null, now()).catch(() => undefined),
    SIGN_MS,
  )
  try {
    const content = { type: 'command', call } as const
    let reply = await handle({ conversationId: CONVERSATION_ID, content, pageSize: PAGE_SIZE })
    for await (const update of reply.updates ?? []) {
      reply = update
      if (ending.aborted) return
      await calls.report(id, 'running', { blocks: update.blocks }, now())
    }
    await calls.report(id, 'done', { blocks: reply.blocks }, now())
  } finally {
    clearInterval(sign)
  }
}
