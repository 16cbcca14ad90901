import type { ActionOf } from '../action.ts'
import { ALERT_MESSAGES as WORDS } from '../messages/alert-messages.ts'
import { makeAlertList } from '../reply/alert-list-reply.ts'
import { findAlert, withAlerts } from './alert-rights.ts'
import { answerBeside, type Draft, type Handlers, sayDone, sayProblem, type Turn } from './handler.ts'

const PAGE = 10

/** Every alert, for those who look after the bot. */
export const ADMIN_ALERT_HANDLERS: Handlers<'admin-alerts' | 'admin-pause'> = {
  'admin-alerts': { audience: 'admin', run: listAll },
  'admin-pause': { audience: 'admin', run: pause },
}

function listAll(turn: Turn, { offset }: ActionOf<'admin-alerts'>): Promise<Draft> {
  return withAlerts(turn, async ({ deps, place }) => {
    const { items, total } = await deps.store.subscriptions.list(offset, PAGE)
    const blocks = makeAlertList({
      shown: items,
      offset,
      total,
      channelId: place.channelId,
      turn: next => ({ type: 'admin-alerts', offset: next }),
      size: PAGE,
    })
    return { ...answerBeside(turn.request), viewers: 'asker', blocks }
  })
}

function pause(turn: Turn, { alert, isPaused }: ActionOf<'admin-pause'>): Promise<Draft> {
  return withAlerts(turn, async known => {
    const { alerts, deps } = known
    if (alert.trim().toLowerCase() === 'all') {
      const all = await deps.store.subscriptions.listAll()
      // What others let rest goes on only when they say so.
      const touched = all.filter(({ paused }) => (isPaused ? paused === null : paused === 'admin'))
      for (const one of touched) await alerts.pause(one, isPaused ? 'admin' : null)
      return sayDone(turn.request, (isPaused ? WORDS.pausedAll : WORDS.resumedAll)(touched.length))
    }
    const subscription = await findAlert(known, alert)
    if (subscription === null) return sayProblem(turn.request, WORDS.noSuchAlert)
    await alerts.pause(subscription, isPaused ? 'admin' : null)
    return sayDone(turn.request, (isPaused ? WORDS.paused : WORDS.resumed)(subscription.question))
  })
}
