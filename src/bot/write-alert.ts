import type { AlertMessage } from '../alert/message.ts'
import { makeAlertReply } from '../reply/alert-reply.ts'
import type { Reply } from '../reply.ts'
import type { Store } from '../store/store.ts'
import { finishReply } from './finish-reply.ts'

/** Lays alerts out, with buttons that work. */
export function createAlertWriter(deps: {
  readonly store: Pick<Store, 'buttons'>
  readonly now: () => Date
}): (message: AlertMessage) => Promise<Reply> {
  return message => finishReply(deps, { blocks: makeAlertReply(message) })
}
