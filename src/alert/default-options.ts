import type { Target } from '../platform.ts'
import type { SubscriptionOptions } from './subscription.ts'

const MORNING = 9 * 60
const MONDAY = 1
const MESSAGES_A_DAY = 10

/** Most alerts that a channel, or a member by direct message, may have. */
export const MAX_SUBSCRIPTIONS: Readonly<Record<Target['type'], number>> = { channel: 25, member: 5 }

/** How an alert tells unless its owner chooses otherwise: a channel at once, a member once a day. */
export function makeDefaultOptions(to: Target['type'], zone: string): SubscriptionOptions {
  return {
    schedule: {
      cadence: to === 'channel' ? 'instant' : 'daily',
      at: MORNING,
      weekday: MONDAY,
      zone,
      quiet: null,
    },
    capADay: MESSAGES_A_DAY,
    withNotStated: false,
    mutedCompanies: [],
    saysQuiet: true,
  }
}
