import { setImmediate as takeBreath } from 'node:timers/promises'
import { MESSAGES } from '../messages.ts'
import type { Handle, Request } from '../platform.ts'

/** Besides the examples: a typing error, a figure, a breakdown, something that nobody has, and two that go on. */
const QUESTIONS = [
  'remote pyhton over 100k',
  'median pay for senior',
  'most wanted skills',
  'staff quantum beekeeper over 900k',
  'only remote',
  'more',
]
const ROUNDS = 2

/**
 * Asks a bot what people will ask it, so that code that runs for the first time keeps nobody waiting.
 * @param handle of a bot whose store is thrown away after
 */
export async function warmUp(handle: Handle): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of [...MESSAGES.helpExamples, ...QUESTIONS]) {
      await handle(makeRequest({ type: 'text', text }))
      await handle(makeRequest({ type: 'typing', text, completes: 'question' }))
      await takeBreath()
    }
  }
}

function makeRequest(content: Request['content']): Request {
  return {
    conversationId: 'warm-up',
    content,
    pageSize: 4,
    member: { id: 'warm-up', groups: [], managesServer: false, managesChannel: false, isGuest: false },
    surface: { isPrivate: false, viewers: 'asker', isRich: true },
  }
}
