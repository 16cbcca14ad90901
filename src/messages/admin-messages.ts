import { plural } from '../messages.ts'
import type { Doubt } from '../reload/guard.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What the bot says to those who look after it. */
export const ADMIN_MESSAGES = {
  unavailable: 'That works in the running bot, not in a single question.',

  notRunning: 'No Rolecall runs on this state, so nothing was replaced. The next start loads this:',
  notRunningStatus: 'No Rolecall runs on this state.',
  neverLoaded: 'None has loaded postings here yet.',
  lastVersion: 'What answered last:',

  waiting: 'Waiting for the reload before this one.',
  starting: 'Reading the sources …',
  reading: (fetched: number, parsed: number, rejected: number, done: number, sources: number) =>
    `Reading: ${plural(fetched, 'document')}, ${plural(parsed, 'posting')}, ${count(rejected)} rejected; ${count(done)} of ${plural(sources, 'source')} done.`,
  indexing: (parsed: number) => `Indexing ${plural(parsed, 'posting')} …`,
  comparing: 'Comparing with the present postings …',
  joined: (by: string) => `${by} had started a reload already; this is it.`,
  sourceStates: { waiting: 'waits', reading: 'reading', done: 'done', failed: 'failed' },
  sourceProgress: (state: string, parsed: number, rejected: number) =>
    `${state} · ${plural(parsed, 'posting')}, ${count(rejected)} rejected`,

  swapped: (size: number, seconds: string) => `Reloaded: ${plural(size, 'posting')} in ${seconds} s.`,
  unchanged: (size: number, seconds: string) =>
    `Reloaded in ${seconds} s; nothing is different: ${plural(size, 'posting')}.`,
  dryRun: (size: number) => `Dry run, nothing was changed. There would be ${plural(size, 'posting')}.`,
  held: 'Held back: the new postings are not in force yet.',
  heldWhy: 'Something about them is odd. Look at the figures, then decide.',
  heldFix: (words: string) => `Until somebody decides, the postings of before answer. ${words}`,
  heldWords: 'I ask again each day.',
  doubt: describeDoubt,
  added: 'New',
  changed: 'Changed',
  gone: 'Closed or gone',
  reposted: 'posted again',
  rejected: 'Rejected',
  andMore: (rest: number) => `and ${count(rest)} more`,
  rejectedDocument: (path: string, sourceName: string, reason: string) =>
    `${path} (${sourceName}): ${reason}`,
  sourceFailed: (name: string, kept: number) =>
    kept === 0
      ? `${name} could not be read.`
      : `${name} could not be read; the ${plural(kept, 'posting')} of before stay.`,
  reloadFailed: 'The reload failed; the postings of before answer on.',

  undo: 'Undo',
  confirm: 'Use the new postings',
  discard: 'Keep those of before',
  reloadNow: 'Reload now',
  undone: (added: number, changed: number, gone: number) =>
    `Undone. ${plural(added, 'posting')} came back, ${count(changed)} ${changed === 1 ? 'is' : 'are'} as before, ${count(gone)} ${gone === 1 ? 'is' : 'are'} taken out again.`,
  undoneNext: 'Should the next reload bring the same again, I ask first.',
  nothingBefore: 'There is nothing to go back to.',
  nothingBeforeFix:
    'The version before is no longer in memory: it went with a restart or with the last undo, or nothing changed since the start. “admin hide” takes single postings out, “admin sources pause” a whole source.',
  otherCatalog:
    'Other postings are in force by now than those that this would undo. “admin undo” undoes the last reload.',
  notHeld: 'Nothing waits under this button any more: it was decided, or a newer reload took its place.',
  discarded: 'Dropped. The postings of before answer on; the next reload reads the sources anew.',

  statusTitle: (size: number, sources: number) =>
    `${plural(size, 'posting')} from ${plural(sources, 'source')}`,
  nothingLoaded: 'No postings are loaded.',
  nothingLoadedFix: 'Add a source with “admin sources add”, or set ROLECALL_DATA and start again.',
  dataAge: 'Postings read',
  nextReload: 'Next reload',
  neverReloads: 'only when somebody asks (ROLECALL_RELOAD is off)',
  reloadingNow: 'now',
  notRemembered: (reason: string) =>
    `What was read is remembered in memory only, so that a restart reads everything again (${reason}). Check the space and the rights of the folder for state (ROLECALL_STATE).`,
  staleData: 'The postings are stale: twice the time between two reloads is over.',
  share: 'Stated',
  shares: (pay: number, place: number, company: number) =>
    `pay by ${percent(pay)}, place by ${percent(place)}, company by ${percent(company)}`,
  hiddenLabel: 'Hidden',
  revision: 'Version',
  versionOf: (revision: string, cause: string, ago: string) => `${revision} (${cause}, ${ago})`,
  memory: 'Memory',
  megabytes: (bytes: number) => `${count(Math.round(bytes / 1_048_576))} MB`,
  queues: 'Waiting',
  queueDepth: (name: string, waiting: number) => `${name} ${count(waiting)}`,
  sourceStatus: (postings: number, trend: number | null, rejected: number, ago: string) =>
    [
      `${plural(postings, 'posting')}${trend === null || trend === 0 ? '' : ` (${trend > 0 ? '+' : '−'}${count(Math.abs(trend))})`}`,
      ...(rejected > 0 ? [`${count(rejected)} rejected`] : []),
      ago,
    ].join(' · '),
  sourceCounts: (postings: number, rejected: number) =>
    [plural(postings, 'posting'), ...(rejected > 0 ? [`${count(rejected)} rejected`] : [])].join(' · '),
  readAgo: (ago: string) => `read ${ago}`,
  neverRead: 'never read',
  silent: (name: string, ago: string, reason: string) => `${name} is silent: last read ${ago}. ${reason}`,
  heldStatus: 'A reload is held back and waits for a decision.',

  sourcesTitle: (total: number) => plural(total, 'source'),
  noSources: 'There is no source yet.',
  sourceOrigins: { settings: 'from ROLECALL_DATA', added: 'added here', sample: 'the samples' },
  paused: 'paused',
  addHint:
    'Add one with “admin sources add https://…”: a board of Greenhouse, Lever or Ashby, a feed, or a page.',
  changeSource: 'Change a source',
  pauseSource: (name: string) => `Pause ${name}`,
  resumeSource: (name: string) => `Resume ${name}`,
  removeSource: (name: string) => `Remove ${name}`,
  needsAddress: 'Which address? Such as: admin sources add https://jobs.lever.co/acme',
  onlyAddresses: 'Only addresses with https:// or http:// can be added here.',
  onlyAddressesFix:
    'Files and folders of the host are named in ROLECALL_DATA or in the terminal, so that nobody in a chat can read them.',
  previewTitle: (name: string, shown: number) => `The first ${plural(shown, 'posting')} of ${name}`,
  previewEmpty: (name: string) => `${name} holds no posting.`,
  knownSource: 'It is among the sources already.',
  keepSource: 'Add this source',
  sourceAdded: 'Added.',
  sourceRemoved: 'Removed.',
  sourcePaused: 'Paused: its postings are left out from now on.',
  sourceResumed: 'Resumed.',
  noSuchSource: 'There is no such source. “admin sources” lists them.',
  notRemovable: 'This source comes from ROLECALL_DATA: take it out there, or pause it here.',
  noSuchStep: 'Say list, add, remove, pause or resume.',

  hideWhat:
    'Say what to hide: posting, company or domain, and then its number in the last list or its link, name, or domain.',
  hidden: (label: string, total: number) =>
    total === 0
      ? `Hidden: ${label}. No posting is touched at the moment; it holds for later ones.`
      : `Hidden: ${label}. ${plural(total, 'posting')} left every answer.`,
  shown: (label: string, total: number) =>
    `No longer hidden: ${label}. ${plural(total, 'posting')} came back.`,
  hideLabel: (kind: string, value: string, title: string | null) =>
    title === null ? `${kind} ${value}` : `${kind} “${title}”`,
  wasNotHidden: 'That is not hidden. “admin unhide” alone lists what is.',
  noSuchPosting:
    'I found no posting by that. Give its number in the last list, its link, or the id that a report names.',
  hidesTitle: (total: number) => `${count(total)} hidden`,
  nothingHidden: 'Nothing is hidden.',
  showAgain: 'Show again',
  unhide: (label: string) => `Show again: ${label}`,
  hiddenBy: (by: string, ago: string) => `by ${by}, ${ago}`,

  logTitle: 'Last uses of what only some may use',
  logEmpty: 'Nobody used anything yet.',
  refused: 'refused',

  oldData: (ago: string) => `The postings were read ${ago}.`,
  staleAnswer: (ago: string) => `Stale: the postings were read ${ago}, and no reload succeeded since.`,
  ago: describeAgo,
} as const

function count(value: number): string {
  return value.toLocaleString('en-US')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** How long ago or ahead a time is: "just now", "5 minutes ago", "in 3 hours". */
function describeAgo(time: Date, now: Date): string {
  const distanceMs = Math.abs(now.getTime() - time.getTime())
  if (distanceMs < MINUTE_MS) return 'just now'
  const span =
    distanceMs < HOUR_MS
      ? plural(Math.round(distanceMs / MINUTE_MS), 'minute')
      : distanceMs < 2 * DAY_MS
        ? plural(Math.round(distanceMs / HOUR_MS), 'hour')
        : plural(Math.round(distanceMs / DAY_MS), 'day')
  return time <= now ? `${span} ago` : `in ${span}`
}

type DoubtSentences = { readonly [T in Doubt['type']]: (doubt: Extract<Doubt, { type: T }>) => string }

const DOUBTS: DoubtSentences = {
  'source-shrank': ({ name, before, after }) =>
    `${name} shrank from ${plural(before, 'posting')} to ${count(after)}.`,
  'many-new': ({ added, limit }) =>
    `${plural(added, 'posting')} would be new at once, more than ${count(limit)}.`,
  'share-fell': ({ field, before, after }) =>
    `Only ${percent(after)} of the postings state ${field === 'pay' ? 'pay' : 'a company'}, after ${percent(before)} before.`,
  'many-rejected': ({ name, rejected, documents }) =>
    `${count(rejected)} of ${plural(documents, 'document')} of ${name} are no postings or cannot be read.`,
  'undone-before': ({ postings }) =>
    `It would bring back what an admin has undone (${plural(postings, 'posting')}).`,
}

function describeDoubt(doubt: Doubt): string {
  // The table holds for each type the sentence of that very type.
  return (DOUBTS[doubt.type] as (doubt: Doubt) => string)(doubt)
}
