import { MEMBER_MESSAGES } from './member-messages.ts'

/** What somebody used, and what it was given, as the store keeps it. */
export interface RecordedUse {
  readonly action: string
  readonly given: Readonly<Record<string, unknown>>
}

type Given = RecordedUse['given']

const OUTCOMES: Readonly<Record<string, string>> = {
  swapped: 'reloaded',
  unchanged: 'reloaded, nothing was different',
  held: 'a reload was held back',
  'dry-run': 'a dry run',
  discarded: 'dropped what was held back',
}

const USES: Readonly<Record<string, (given: Given) => string>> = {
  'audit-log': () => 'read this log',
  status: () => 'asked for the status',
  'admin-alerts': () => 'listed every alert',
  'admin-pause': given =>
    given.isPaused === false ? `let alert ${word(given.alert)} go on` : `let alert ${word(given.alert)} rest`,
  'server-settings': given =>
    given.values === undefined ? 'opened the settings of a server' : 'saved the settings of a server',
  reload: ({ isDryRun }) => (isDryRun === true ? 'asked for a dry run' : 'asked for a reload'),
  'confirm-reload': () => 'had the postings used that were held back',
  'discard-reload': () => 'had the postings dropped that were held back',
  'undo-reload': () => 'undid a reload',
  sources: ({ step, address }) => `sources: ${[word(step), word(address)].join(' ').trim()}`,
  hide: ({ what, value }) => `hid ${word(what)} ${word(value)}`,
  unhide: ({ what, value }) =>
    word(what) === '' ? 'listed what is hidden' : `showed ${word(what)} ${word(value)} again`,
  report: ({ postingId, values }) => {
    const kind = fieldOf(values, 'kind')
    const note = fieldOf(values, 'note')
    const said = [MEMBER_MESSAGES.reportKinds[kind] ?? kind, ...(note === '' ? [] : [`“${note}”`])]
    return `reported posting ${word(postingId)}: ${said.join(', ')}`
  },
}

/**
 * What somebody did, as the end of a sentence that begins with their name.
 * @example describeUse({ action: 'hide', given: { what: 'company', value: 'Acme' } }) // 'hid company Acme'
 */
export function describeUse({ action, given }: RecordedUse): string {
  const { outcome } = given
  const counts = [given.added, given.changed, given.gone]
  if (typeof outcome === 'string' && counts.every(count => typeof count === 'number')) {
    const [added = 0, changed = 0, gone = 0] = counts
    return `${OUTCOMES[outcome] ?? outcome}: ${added.toLocaleString('en-US')} new, ${changed.toLocaleString('en-US')} changed, ${gone.toLocaleString('en-US')} gone`
  }
  const describe = Object.hasOwn(USES, action) ? USES[action] : undefined
  return describe === undefined ? action : describe(given)
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The first value of a field of a form. */
function fieldOf(values: unknown, name: string): string {
  const fields: Readonly<Record<string, unknown>> =
    typeof values === 'object' && values !== null ? { ...values } : {}
  const field = fields[name]
  return Array.isArray(field) ? word(field[0]) : ''
}
