import type { Draft } from '../../src/bot/handler.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { makeFailureReply } from '../../src/layout/failure-reply.ts'
import { makeAlertReply } from '../../src/reply/alert-reply.ts'
import type { BlockDraft } from '../../src/reply/draft.ts'
import { makeResultReply } from '../../src/reply/reload-reply.ts'
import type { Reply } from '../../src/reply.ts'
import { ALERT_SIZES, makeAlertMessage } from './sample-alerts.ts'
import { HARD_CARDS } from './sample-cards.ts'
import { makeHeldResult } from './sample-reload.ts'

/** What samples are made with. */
export interface SampleDeps {
  readonly catalog: () => Catalog | null
  readonly now: () => Date
  /** Gives every button its key. */
  readonly finish: (draft: Draft) => Promise<Reply>
}

/** Replies that take more than a question to come about, made by the functions that make the real ones. */
export const SAMPLE_REPLIES: Readonly<Record<string, (deps: SampleDeps) => Promise<Reply>>> = {
  error: async () => makeFailureReply('INTERNAL', '3f9c21ab'),
  held: ({ finish }) => finish({ blocks: makeResultReply(makeHeldResult()) }),
  edges: async () => ({ blocks: HARD_CARDS }),
  alert: deps => deps.finish({ blocks: makeAlert(deps, ALERT_SIZES.alert) }),
  digest: deps => deps.finish({ blocks: makeAlert(deps, ALERT_SIZES.digest) }),
}

function makeAlert({ catalog, now }: SampleDeps, size: number): readonly BlockDraft[] {
  const current = catalog()
  return current === null ? [] : makeAlertReply(makeAlertMessage(current, size, now()))
}
