import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import { type ReloadProgress, sumProgress } from '../reload/reload-progress.ts'
import type { FailedSource, ReloadResult } from '../reload/reload-result.ts'
import { styled, type TextBlock, textBlock } from '../reply.ts'
import type { BlockDraft, ButtonDraft } from './draft.ts'

/** More of a kind are only counted. */
const SHOWN_POSTINGS = 5
const SHOWN_SOURCES = 12
const SHOWN_REJECTED = 5

/** How far a reload is: one line of figures, then a line a source. */
export function makeProgressReply(progress: ReloadProgress): readonly BlockDraft[] {
  const { sources } = progress
  const facts = sources.slice(0, SHOWN_SOURCES).map(({ name, state, parsed, rejected }) => ({
    label: name,
    value: MESSAGES.sourceProgress(MESSAGES.sourceStates[state], parsed, rejected),
  }))
  return [
    textBlock('heading', styled('strong', describeProgress(progress))),
    ...(facts.length > 0 ? [{ type: 'facts', facts } as const] : []),
    ...makeRest(sources.length - SHOWN_SOURCES),
  ]
}

/** How far a reload is, in one line of figures. */
export function describeProgress(progress: ReloadProgress): string {
  const { fetched, parsed, rejected } = sumProgress(progress)
  const { phase, sources } = progress
  if (phase === 'waiting') return MESSAGES.waiting
  if (phase === 'indexing') return MESSAGES.indexing(parsed)
  if (phase === 'comparing') return MESSAGES.comparing
  if (sources.length === 0) return MESSAGES.starting
  const done = sources.filter(({ state }) => state === 'done' || state === 'failed').length
  return MESSAGES.reading(fetched, parsed, rejected, done, sources.length)
}

/** What came of a reload: the difference, what went wrong, and what can be done about it. */
export function makeResultReply(result: ReloadResult): readonly BlockDraft[] {
  const { diff, rejected } = result
  const facts = [
    { label: MESSAGES.added, value: diff.added.length },
    { label: MESSAGES.changed, value: diff.changed.length, note: countReposted(diff.reposted.length) },
    { label: MESSAGES.gone, value: diff.gone.length },
    { label: MESSAGES.rejected, value: rejected.length },
  ].map(({ label, value, note = '' }) => ({ label, value: `${value.toLocaleString('en-US')}${note}` }))
  const buttons = makeButtons(result)
  return [
    ...makeHeading(result),
    ...result.doubts.map(doubt => problem(MESSAGES.doubt(doubt))),
    { type: 'facts', facts },
    ...(result.isFirst ? [] : listDifference(result)),
    ...makeFailingReply(result.failures),
    ...rejected
      .slice(0, SHOWN_REJECTED)
      .map(({ path, sourceName, reason }) =>
        textBlock('quote', MESSAGES.rejectedDocument(path, sourceName, reason)),
      ),
    ...makeRest(rejected.length - SHOWN_REJECTED),
    ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
  ]
}

/** Says which sources could not be read, and why. */
export function makeFailingReply(failures: readonly FailedSource[]): readonly TextBlock[] {
  return failures.flatMap(({ name, kept, reason }) => [
    problem(MESSAGES.sourceFailed(name, kept)),
    textBlock('hint', styled('muted', reason)),
  ])
}

function countReposted(reposted: number): string {
  return reposted === 0 ? '' : ` (${reposted.toLocaleString('en-US')} ${MESSAGES.reposted})`
}

function makeHeading({ outcome, summary, durationMs }: ReloadResult): readonly TextBlock[] {
  const seconds = (durationMs / 1000).toFixed(1)
  if (outcome === 'held')
    return [
      problem(MESSAGES.held),
      textBlock('body', MESSAGES.heldWhy),
      textBlock('hint', styled('muted', MESSAGES.heldFix(MESSAGES.heldWords))),
    ]
  const headings = {
    swapped: MESSAGES.swapped(summary.size, seconds),
    unchanged: MESSAGES.unchanged(summary.size, seconds),
    'dry-run': MESSAGES.dryRun(summary.size),
  }
  return [textBlock('heading', styled('strong', headings[outcome]))]
}

/** The first postings of each kind of difference, a line each; a sign says which kind. */
function listDifference({ diff, titles }: ReloadResult): readonly BlockDraft[] {
  const line = (sign: string, id: string, note = '') =>
    textBlock('body', `${sign} ${titles.get(id) ?? id}`, ...(note === '' ? [] : [styled('muted', note)]))
  return [
    ...cut(diff.added, id => line('+', id)),
    ...cut(diff.changed, ({ postingId, fields }) => line('~', postingId, ` (${fields.join(', ')})`)),
    ...cut(diff.gone, id => line('−', id)),
  ]
}

function cut<T>(all: readonly T[], write: (one: T) => TextBlock): readonly TextBlock[] {
  return [...all.slice(0, SHOWN_POSTINGS).map(write), ...makeRest(all.length - SHOWN_POSTINGS)]
}

function makeRest(rest: number): readonly TextBlock[] {
  return rest > 0 ? [textBlock('hint', styled('muted', MESSAGES.andMore(rest)))] : []
}

function makeButtons({ outcome, revision, isFirst, diff }: ReloadResult): readonly ButtonDraft[] {
  if (outcome === 'held')
    return [
      {
        label: MESSAGES.confirm,
        words: 'admin reload confirm',
        action: { type: 'confirm-reload', candidate: revision },
        weight: 'danger',
      },
      {
        label: MESSAGES.discard,
        words: 'admin reload discard',
        action: { type: 'discard-reload', candidate: revision },
        weight: 'primary',
      },
    ]
  if (outcome === 'dry-run') {
    const hasMore = diff.added.length + diff.changed.length + diff.gone.length > 0
    const action = { type: 'reload', isDryRun: false } as const
    return hasMore ? [{ label: MESSAGES.reloadNow, words: 'admin reload', action }] : []
  }
  if (outcome === 'unchanged' || isFirst) return []
  return [{ label: MESSAGES.undo, words: 'admin undo', action: { type: 'undo-reload', revision } }]
}

function problem(line: string): TextBlock {
  return textBlock('problem', styled('warning', line))
}
