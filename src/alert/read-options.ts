import { isTimeZone } from './local-time.ts'
import { CADENCES, type SubscriptionOptions } from './subscription.ts'

/** What cannot be understood of a form, with what was written. */
export interface OptionProblem {
  readonly field: 'time' | 'zone' | 'quiet' | 'cap'
  readonly text: string
}

/** What stands in the fields of a form. */
export interface OptionTexts {
  /** A cadence; a weekly one with its day, such as `weekly-1`. */
  readonly cadence: string
  /** "09:00 Europe/Berlin". */
  readonly time: string
  /** "22:00-07:00", or empty. */
  readonly quiet: string
  readonly cap: string
  readonly also: readonly string[]
}

const MOST_A_DAY = 1000

/** Reads a form about an alert; what it does not ask for stays as it was. */
export function readOptions(
  texts: OptionTexts,
  before: SubscriptionOptions,
): SubscriptionOptions | OptionProblem {
  const [cadence, day] = texts.cadence.split('-')
  const [clock = '', zone = before.schedule.zone] = texts.time.trim().split(/\s+/)
  const at = clock === '' ? before.schedule.at : parseClock(clock)
  const quiet = readQuiet(texts.quiet)
  const capADay = texts.cap.trim() === '' ? before.capADay : Number(texts.cap)
  if (at === null) return { field: 'time', text: clock }
  if (!isTimeZone(zone)) return { field: 'zone', text: zone }
  if (quiet === undefined) return { field: 'quiet', text: texts.quiet }
  if (!Number.isInteger(capADay) || capADay < 1 || capADay > MOST_A_DAY)
    return { field: 'cap', text: texts.cap }
  return {
    ...before,
    schedule: {
      cadence: CADENCES.find(known => known === cadence) ?? before.schedule.cadence,
      weekday: day !== undefined && /^[1-7]$/.test(day) ? Number(day) : before.schedule.weekday,
      at,
      zone,
      quiet,
    },
    capADay,
    withNotStated: texts.also.includes('not-stated'),
    saysQuiet: texts.also.includes('says-quiet'),
  }
}

/** @returns null for no quiet hours, undefined for none that can be understood */
function readQuiet(text: string): SubscriptionOptions['schedule']['quiet'] | undefined {
  if (text.trim() === '') return null
  const [from, to, ...rest] = text.split(/-|–|\bto\b/).map(part => parseClock(part.trim()))
  // Hours that end when they begin could be none or a whole day.
  return from == null || to == null || from === to || rest.length > 0 ? undefined : { from, to }
}

/**
 * Minutes after midnight; null for no time of day.
 * @example parseClock('9:30pm') // 1290
 */
export function parseClock(text: string): number | null {
  const parts = /^(\d{1,2})(?:[:.h](\d{2}))?\s?(am|pm)?$/i.exec(text)
  if (!parts) return null
  const [, hours = '', minutes = '0', half] = parts
  if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return null
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  return hour > 23 || Number(minutes) > 59 ? null : hour * 60 + Number(minutes)
}
