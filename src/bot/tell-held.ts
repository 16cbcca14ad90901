import type { Log } from '../log.ts'
import type { FailedSource, HeldReload } from '../reload/reload-result.ts'
import { makeFailingReply, makeResultReply } from '../reply/reload-reply.ts'
import type { Reply } from '../reply.ts'
import type { Store } from '../store/store.ts'
import { finishReply } from './finish-reply.ts'

interface TellDeps {
  readonly store: Pick<Store, 'buttons'>
  readonly now: () => Date
  readonly log: Log
  readonly tellAdmins: (reply: Reply) => Promise<boolean>
}

/** Asks the admins what is to become of a catalog that is held back. */
export function createTellHeld(deps: TellDeps): (held: HeldReload) => Promise<void> {
  return async ({ result }) => {
    deps.log.warn({ doubts: result.doubts, revision: result.revision }, 'a reload is held back')
    await deps.tellAdmins(await finishReply(deps, { blocks: makeResultReply(result) }))
  }
}

/** Tells the admins that a source fell silent. */
export function createTellFailing(deps: TellDeps): (failures: readonly FailedSource[]) => Promise<void> {
  return async failures => {
    for (const { name, reason } of failures) deps.log.warn({ source: name, reason }, 'a source fell silent')
    await deps.tellAdmins({ blocks: makeFailingReply(failures) })
  }
}
