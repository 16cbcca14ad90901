import type { Store } from '../store/store.ts'
import type { NewDelivery } from './delivery.ts'
import { planOnly } from './leave-place.ts'
import { timeOf } from './plan-deliveries.ts'
import { placeKey, type Subscription } from './subscription.ts'

const DAY_MS = 86_400_000
const QUIET_DAYS = 14

/** Plans a line for every alert of which nothing was heard for two weeks, so that silence is told from failure. */
export async function planQuietLines(store: Store, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - QUIET_DAYS * DAY_MS)
  const quiet = (await store.subscriptions.listAll()).filter(
    ({ paused, saysQuiet, heardAt }) => paused === null && saysQuiet && heardAt <= oldest,
  )
  if (quiet.length > 0)
    await store.deliveries.plan(
      planOnly(
        quiet.map(subscription => makeLine(subscription, now)),
        now,
      ),
    )
}

/** In the morning, whatever the cadence: it is no news. */
function makeLine({ id, target, question, schedule, heardAt }: Subscription, now: Date): NewDelivery {
  const { dueAt, rule } = timeOf({ ...schedule, cadence: 'daily' }, now)
  return {
    target,
    place: placeKey(target),
    postingId: `quiet:${id}`,
    revision: heardAt.toISOString(),
    kind: 'quiet',
    body: { reasons: [id], title: question, company: null, url: null },
    state: rule === null ? 'planned' : 'held',
    rule,
    dueAt,
  }
}
