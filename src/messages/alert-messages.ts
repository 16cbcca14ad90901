import type { DeliveryRule, FactChange, PostingOutcome } from '../alert/delivery.ts'
import type { PauseReason, Schedule, Subscription } from '../alert/subscription.ts'
import { plural } from '../messages.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const FACT_NAMES: Readonly<Record<FactChange['fact'], string>> = { pay: 'Pay', place: 'Place' }
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** "3 May". */
export function describeDay(at: Date): string {
  return dayFormat.format(at)
}

/** "3 May at 14:05 UTC". */
export function describeTime(at: Date): string {
  return `${timeFormat.format(at)} UTC`
}

/** Minutes after midnight as a clock shows them: "09:00". */
export function describeClock(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** When an alert tells: "daily at 09:00 (Europe/Berlin), quiet from 22:00 to 07:00". */
export function describeSchedule({ cadence, at, weekday, zone, quiet }: Schedule): string {
  const clock = `at ${describeClock(at)} (${zone})`
  const cadences = {
    instant: 'as they come',
    hourly: 'at most once an hour',
    daily: `daily ${clock}`,
    weekly: `every ${WEEKDAYS[weekday - 1] ?? 'week'} ${clock}`,
  } as const
  const rest =
    quiet === null ? '' : `, quiet from ${describeClock(quiet.from)} to ${describeClock(quiet.to)} (${zone})`
  return `${cadences[cadence]}${rest}`
}

/** What became of a posting since it was told. */
export function describeOutcome({ type, at, changes }: PostingOutcome): string {
  const words = {
    closed: `closed on ${describeDay(at)}`,
    undone: `taken back on ${describeDay(at)}: the load that brought it was undone`,
    hidden: `taken down by an admin on ${describeDay(at)}`,
    changed: `changed on ${describeDay(at)}: ${changes.map(describeChange).join('; ')}`,
  } as const
  return words[type]
}

/** "Pay was not stated, is now $100,000 a year". */
export function describeChange({ fact, before, after }: FactChange): string {
  return `${FACT_NAMES[fact]} was ${before ?? 'not stated'}, is now ${after ?? 'not stated'}`
}

/** Questions as they are named in a heading: the first three, and how many more there are. */
export function nameQuestions(subscriptions: readonly Subscription[]): string {
  const shown = subscriptions.slice(0, 3).map(({ question }) => `“${question}”`)
  const rest = subscriptions.length - shown.length
  return `${shown.join(', ')}${rest > 0 ? ` and ${plural(rest, 'other alert')}` : ''}`
}

/** What the bot says about alerts. */
export const ALERT_MESSAGES = {
  alertMe: 'Alert me',
  needsPlatform: 'Alerts come in Discord and Slack: ask there, where I can post without being asked.',
  needsMember: 'I cannot tell who you are here, so I cannot keep an alert for you.',

  newFor: (total: number, questions: string) =>
    total === 1 ? `New for ${questions}` : `${total.toLocaleString('en-US')} new for ${questions}`,
  backlogFor: (total: number, questions: string) =>
    `While I was away: ${total.toLocaleString('en-US')} new for ${questions}`,
  reopened: 'open again',
  andMore: (rest: number) => `… and ${rest.toLocaleString('en-US')} more.`,
  seeAll: 'See all',
  why: 'Why this?',
  stop: 'Stop',
  resume: 'Go on',
  changed: (title: string) => `“${title}” is different now:`,
  quiet: (question: string, lastCheck: string | null) =>
    `Nothing new for “${question}” in two weeks. I still watch${lastCheck === null ? '' : `, last on ${lastCheck}`}.`,
  quietHint: (id: string) => `“alert edit ${id}” turns this line off.`,
  gonePlace: (questions: string, total: number) =>
    `I cannot post any more where ${questions} went, so I let ${total === 1 ? 'it' : 'them'} rest: the channel is gone, or I may not write there.`,
  gonePlaceFix: describeGoingOn,
  created: (question: string) => `New alert: “${question}”`,
  test: (question: string) => `This is a test of the alert “${question}”.`,
  openNow: (total: number, shown: number) =>
    total === 0
      ? 'Nothing that fits is open now; I tell you when something turns up.'
      : `${plural(total, 'posting')} open now${total > shown ? `; the first ${shown}:` : ':'}`,
  manage: (id: string) => `Alert ${id}: “alert edit ${id}” changes it, “alert delete ${id}” ends it.`,

  previewTitle: (question: string) => `Alert for “${question}”`,
  previewOpen: (total: number) =>
    `Open now: ${total.toLocaleString('en-US')}. An alert tells only of new ones.`,
  previewDaily: (perDay: number) =>
    `About ${perDay < 1 ? 'less than one' : Math.round(perDay)} a day lately.`,
  previewNoDaily: 'How many come a day I can say once I have watched for 14 days.',
  previewNoisy: 'That is a lot. A narrower question:',
  previewNotStated: (total: number, facts: string) =>
    `${total} otherwise fitting ${total === 1 ? 'does' : 'do'} not state all of it (${facts}): the form lets you include them.`,
  cannotWatch: 'I cannot watch for this: I would have to understand every word as a question for postings.',
  toChannel: 'Alert this channel…',
  toMember: 'Alert only me…',

  formTitle: 'When to tell',
  formSave: 'Save',
  formCreate: 'Create',
  cadence: 'How often',
  cadences: [
    { value: 'instant', label: 'As they come' },
    { value: 'hourly', label: 'At most once an hour' },
    { value: 'daily', label: 'Once a day' },
    ...WEEKDAYS.map((day, index) => ({ value: `weekly-${index + 1}`, label: `Every ${day}` })),
  ] as readonly { readonly value: string; readonly label: string }[],
  time: 'Time and time zone',
  timeHint: 'For once a day or week, and for quiet hours: 09:00 Europe/Berlin',
  quietHours: 'Quiet hours',
  quietHoursHint: 'What comes then is told after: 22:00-07:00; empty for none',
  cap: 'Messages a day, at most',
  capHint: 'What is over comes as one message the next day.',
  also: 'Besides',
  alsoOptions: [
    { value: 'not-stated', label: 'Postings that do not state what is asked' },
    { value: 'says-quiet', label: 'A line after two weeks without news' },
  ] as readonly { readonly value: string; readonly label: string }[],
  badTime: (text: string) => `“${text}” is no time: write it as 09:00.`,
  badZone: (text: string) => `I know no time zone “${text}”: write it as Europe/Berlin or America/New_York.`,
  badQuiet: (text: string) => `“${text}” are no quiet hours: write them as 22:00-07:00, or nothing.`,
  badCap: (text: string) => `“${text}” is no number of messages from 1 to 1000.`,

  done: (question: string, id: string) => `Done. “${question}” is alert ${id}.`,
  doneMember: (question: string, id: string) =>
    `Done. “${question}” is alert ${id}; I have just sent you its first message.`,
  same: (id: string) => `There is an alert for exactly this already: ${id}.`,
  tooMany: (limit: number) =>
    `There are ${limit} alerts here already, which is the most. “alert delete” makes room.`,
  busy: 'Too many people ask for their first message at once. Try again in a minute.',
  unreachableMember:
    'My test message did not reach you, so there is no alert. Allow direct messages from members of this server, then try again.',
  unreachableChannel:
    'I may not post in this channel, so there is no alert. Somebody who manages it can allow me to see it and to send messages.',
  tryLater:
    'My test message did not get through at the moment, so there is no alert. Try again in a few minutes.',
  refused:
    'The platform did not take my first message, so there is no alert. An admin finds the cause in the log.',

  notAllowed: [
    'Alerts in a channel are for those who manage it.',
    'On Discord that takes the permission Manage Channels. Your own alerts come by direct message: “Alert only me…”.',
  ] as readonly string[],
  guests: ['Guests and people from outside cannot make alerts in a channel.'] as readonly string[],
  onlyAdmins: [
    'In this server only admins make alerts in channels.',
    'Your own alerts come by direct message: “Alert only me…”.',
  ] as readonly string[],
  otherChannels: [
    'Whoever manages this server keeps me to other channels.',
    'They can allow this one with “admin settings”; “Alert only me…” works everywhere.',
  ] as readonly string[],
  notYours: [
    'That alert is not yours to change.',
    'Its owner can, and whoever manages its channel.',
  ] as readonly string[],
  noSuchAlert: 'I know no such alert. “alert list” names them.',

  listHint: '“alert edit”, “alert pause” and “alert delete” with the five letters change, rest and end one.',
  listTitle: (total: number) => plural(total, 'alert'),
  none: 'There are no alerts here yet. “Alert me” under an answer makes one, or “alert create”.',
  here: 'here',
  byMessage: 'to you',
  elsewhere: (channelId: string) => `in channel ${channelId}`,
  ownedBy: (ownerId: string) => `owner ${ownerId}`,
  pausedBy: {
    member: 'rests',
    admin: 'rests: an admin paused it',
    gone: 'rests: I could not post there any more',
  } as Readonly<Record<PauseReason, string>>,
  mutedCompanies: (names: readonly string[]) => `without ${names.join(', ')}`,
  withNotStated: 'also what does not state it',

  paused: (question: string) => `“${question}” rests.`,
  resumed: (question: string) => `“${question}” goes on; it tells of what is new from now on.`,
  pausedAll: (total: number) => `${plural(total, 'alert')} ${total === 1 ? 'rests' : 'rest'} now.`,
  resumedAll: (total: number) => `${plural(total, 'alert')} ${total === 1 ? 'goes' : 'go'} on.`,
  deleted: (question: string) => `“${question}” is no more.`,
  saved: (question: string, schedule: string) => `Saved. “${question}” tells ${schedule}.`,
  asksNow: (id: string, question: string) => `Alert ${id} asks “${question}” from now on.`,
  muted: (company: string) => `${company} is left out from now on.`,
  mutedNobody: (company: string) =>
    `No posting is from ${company} now. It has to be the whole name as postings have it, without “Inc.” and the like.`,
  noCompany: 'Name a company to leave out.',
  unmuted: (company: string) => `${company} is let in again.`,
  transferred: (ownerId: string) => `It belongs to ${ownerId} now.`,
  badOwner: 'Name the new owner by a mention, such as @ann.',
  otherPlatform: 'Hand an alert over in the app where it posts.',
  /** Why somebody cannot own an alert, by what they are where it posts. */
  noOwner: {
    absent: 'I found nobody by that id where the alert posts. It stays with its owner.',
    bot: 'That is a bot, and somebody has to answer for an alert. It stays with its owner.',
    guest: 'Guests cannot own the alerts of a channel. It stays with its owner.',
    unknown: 'I could not look up who that is, so the alert stays with its owner. Try again in a minute.',
  },
  tested: 'Sent.',
  notTested: (reason: string) => `It did not arrive: ${reason}.`,

  trouble: (titles: readonly string[], total: number) =>
    `${plural(total, 'alert message')} could not be delivered: ${titles.map(title => `“${title}”`).join(', ')}`,
  troubleCause: (place: string, problem: string) => `In ${place}: ${problem}. It is not tried again.`,

  noSuchPosting: 'I found no posting by that. Give its number in the last list, its address, or its title.',
  whyTitle: (title: string, question: string, id: string) => `“${title}” and the alert “${question}” (${id})`,
  messageGone: 'That message is not in the ledger any more.',
  whyMessage: (title: string, questions: string) => `“${title}” fits ${questions}.`,
  answeredBy: (id: string, schedule: string, ownerId: string) => `Alert ${id}, ${schedule}, ${ownerId}`,
} as const

/** Why something is not told, or later, as the end of a sentence. */
export const RULE_WORDS: Readonly<Record<DeliveryRule, string>> = {
  'quiet-hours': 'it waits for the end of the quiet hours',
  cap: 'the most messages a day were sent; it comes with the next day’s',
  closed: 'it closed before it could be told',
  undone: 'the load that brought it was undone',
  hidden: 'an admin hid it',
  paused: 'the alert rested',
  deleted: 'the alert was deleted',
  'asked-anew':
    'the alert asks something else by now, or went on after a pause, and tells of what came since',
  muted: 'its company is left out',
  dismissed: 'you said that you are not interested in it',
  'place-gone': 'I could not post there any more',
  poison: 'the platform does not take this message; the admins were told',
  'too-late': 'it could not be sent for days; the admins were told',
}

const MOST_IDS = 5

/** How alerts go on that rest because their place was gone. */
function describeGoingOn([first = '', ...others]: readonly string[]): string {
  const fix = `Once I may write there again, “alert pause ${first} resume” in that channel lets it go on`
  if (others.length === 0) return `${fix}.`
  const named = others.slice(0, MOST_IDS).join(', ')
  return `${fix}; the others are ${named}${others.length > MOST_IDS ? ', …' : ''}.`
}
