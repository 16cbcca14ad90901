import { applyKeys, listActions } from '../reply/draft.ts'
import type { Reply } from '../reply.ts'
import type { Store } from '../store/store.ts'
import type { Draft } from './handler.ts'

interface FinishDeps {
  readonly store: Pick<Store, 'buttons'>
  readonly now: () => Date
}

/** Gives every button its key in the store, also those of the updates. */
export async function finishReply(deps: FinishDeps, { blocks, updates, ...rest }: Draft): Promise<Reply> {
  const keys = await deps.store.buttons.saveAll(listActions(blocks), deps.now())
  const reply = { ...rest, blocks: applyKeys(blocks, keys) }
  return updates === undefined ? reply : { ...reply, updates: finishUpdates(deps, updates) }
}

async function* finishUpdates(deps: FinishDeps, updates: AsyncIterable<Draft>): AsyncGenerator<Reply> {
  for await (const draft of updates) yield finishReply(deps, draft)
}
