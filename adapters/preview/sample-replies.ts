import { setTimeout as sleep } from 'node:timers/promises'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import type { BlockDraft } from '../../src/reply/draft.ts'
import { applyKeys, listActions } from '../../src/reply/draft.ts'
import { makeProgressReply, makeResultReply } from '../../src/reply/reload-reply.ts'
import type { Reply } from '../../src/reply.ts'
import { HARD_CARDS } from './sample-cards.ts'
import { makeReloadResult, RELOAD_PROGRESS } from './sample-reload.ts'

/** Long enough to see each step, and longer than a platform lets pass between two. */
const STEP_MS = 1300

/** Replies that take more than a question to come about, made by the functions that make the real ones. */
export const SAMPLE_REPLIES: Readonly<Record<string, () => Reply>> = {
  error: () => makeFailureReply('INTERNAL', '3f9c21ab'),
  held: () => finish(makeResultReply(makeReloadResult('held'))),
  reload: () => ({
    ...finish(makeProgressReply({ phase: 'reading', sources: [] })),
    updates: replayReload(),
  }),
  edges: () => ({ blocks: HARD_CARDS }),
}

async function* replayReload(): AsyncGenerator<Reply> {
  for (const progress of RELOAD_PROGRESS) {
    yield finish(makeProgressReply(progress))
    await sleep(STEP_MS)
  }
  yield finish(makeResultReply(makeReloadResult('swapped')))
}

/** Gives buttons keys that no store knows: pressing one is answered as any press of an old button. */
function finish(blocks: readonly BlockDraft[]): Reply {
  return {
    blocks: applyKeys(
      blocks,
      listActions(blocks).map((_, index) => `sample${index}`),
    ),
  }
}
