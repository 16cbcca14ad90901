import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CommandCall } from '../commands.ts'
import { AppError } from '../errors.ts'
import type { Reply } from '../reply.ts'
import type { HostCallStore } from '../store/store.ts'

const POLL_MS = 250
/** A running bot looks twice a second, but may be slow; one that was killed is not noticed sooner. */
const TAKEN_WITHIN_MS = 15_000
/** A running bot gives a sign every two seconds. */
const SILENT_AFTER_MS = 20_000

/**
 * Has a command done by the bot that runs on the same state.
 * @param onProgress is shown what the bot says until it is done
 * @returns its last word; null where no bot runs
 * @throws {AppError} `HOST_CALL_LOST` when it falls silent
 */
export async function askRunning(
  calls: HostCallStore,
  call: CommandCall,
  onProgress: (reply: Reply) => void,
): Promise<Reply | null> {
  if (!(await calls.isAttended(new Date()))) return null
  const id = randomUUID()
  await calls.add(id, call, new Date())
  try {
    const isTaken = await untilTaken(calls, id)
    return isTaken ? await untilDone(calls, id, onProgress) : null
  } finally {
    await calls.remove(id)
  }
}

async function untilTaken(calls: HostCallStore, id: string): Promise<boolean> {
  const deadlineMs = performance.now() + TAKEN_WITHIN_MS
  while (performance.now() < deadlineMs) {
    await sleep(POLL_MS)
    const state = await calls.load(id)
    if (state !== null && state.state !== 'waiting') return true
  }
  // Whoever takes it at this very moment does it.
  return !(await calls.withdraw(id))
}

async function untilDone(
  calls: HostCallStore,
  id: string,
  onProgress: (reply: Reply) => void,
): Promise<Reply> {
  let [signAt, signMs] = [0, performance.now()]
  for (;;) {
    const state = await calls.load(id)
    if (state?.state === 'done' && state.reply) return state.reply
    const at = state?.reportedAt?.getTime() ?? 0
    if (at !== signAt) [signAt, signMs] = [at, performance.now()]
    if (performance.now() - signMs > SILENT_AFTER_MS)
      throw new AppError('HOST_CALL_LOST', 'it took the command and fell silent')
    if (state?.reply) onProgress(state.reply)
    await sleep(POLL_MS)
  }
}
