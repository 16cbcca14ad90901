import type { ActionOf } from '../action.ts'
import { listReasons } from '../alert/decide-message.ts'
import { hasBit } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { foldText } from '../catalog/split-words.ts'
import { ALERT_MESSAGES as WORDS } from '../messages/alert-messages.ts'
import { makeReasonsReply, makeWhyReply } from '../reply/alert-why-reply.ts'
import { type AlertTurn, findAlert, listVisible, mayChange, withAlerts } from './alert-rights.ts'
import { answerBeside, type Draft, type Handlers, sayProblem, type Turn } from './handler.ts'

const MOST_ALERTS = 3

/** Why somebody was told of a posting, or was not. */
export const WHY_HANDLERS: Handlers<'alert-why' | 'alert-reasons'> = {
  'alert-why': { audience: 'member', run: explain },
  'alert-reasons': { audience: 'member', run: listMessageReasons },
}

function explain(turn: Turn, { posting, alert }: ActionOf<'alert-why'>): Promise<Draft> {
  return withAlerts(turn, async known => {
    const { request, catalog } = turn
    const subscriptions = await listAsked(known, alert)
    if (subscriptions.length === 0) return sayProblem(request, WORDS.noSuchAlert)
    const postingId = catalog === null ? null : findPosting(catalog, posting)
    const explanations = await Promise.all(
      subscriptions.slice(0, MOST_ALERTS).map(one => known.alerts.why(postingId ?? posting.trim(), one)),
    )
    const found = explanations.flatMap(one => one ?? [])
    const isKnown = postingId !== null || found.some(one => one.steps.some(isOnRecord))
    if (!isKnown) return sayProblem(request, WORDS.noSuchPosting)
    return { ...answerBeside(request), viewers: 'asker', blocks: makeWhyReply(found) }
  })
}

/** Whether the ledger or the postings seen know it, though it is gone. */
function isOnRecord(step: {
  readonly step: string
  readonly delivery?: unknown
  readonly closedSince?: unknown
}) {
  return (
    (step.step === 'ledger' && step.delivery !== null) || (step.step === 'open' && step.closedSince !== null)
  )
}

async function listAsked(turn: AlertTurn, alert: string | undefined) {
  if (alert === undefined) return listVisible(turn)
  const subscription = await findAlert(turn, alert)
  if (subscription === null) return []
  const visible = await listVisible(turn)
  const isVisible = mayChange(turn, subscription) || visible.some(({ id }) => id === subscription.id)
  return isVisible ? [subscription] : []
}

/** By id, address, or the words of the title; the newest where several would do. */
function findPosting({ entries, hidden, numberOf }: Catalog, text: string): string | null {
  const words = text.trim()
  const known = numberOf(words)
  if (known !== undefined) return entries[known]?.posting.id ?? null
  const folded = foldText(words)
  const found = entries.find(({ posting, alsoUrls }, number) => {
    if (hasBit(hidden, number)) return false
    if (posting.url === words || alsoUrls.includes(words)) return true
    return folded.length > 2 && foldText(posting.title).includes(folded)
  })
  return found?.posting.id ?? null
}

/** Anybody who sees the message may know why it came. */
function listMessageReasons(turn: Turn, { messageKey }: ActionOf<'alert-reasons'>): Promise<Draft> {
  return withAlerts(turn, async ({ alerts }) => {
    const told = await alerts.listMessage(messageKey)
    if (told.length === 0) return sayProblem(turn.request, WORDS.messageGone)
    const ids = [...new Set(told.flatMap(({ body }) => body.reasons))]
    const loaded = await Promise.all(ids.map(id => turn.deps.store.subscriptions.load(id)))
    const byId = new Map(loaded.flatMap(one => (one === null ? [] : [[one.id, one] as const])))
    const blocks = makeReasonsReply(
      told.map(delivery => ({ delivery, subscriptions: listReasons(delivery, byId) })),
    )
    return { ...answerBeside(turn.request), viewers: 'asker', blocks }
  })
}
