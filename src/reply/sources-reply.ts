import type { MergedPosting } from '../catalog/merge-duplicates.ts'
import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import type { SourcePreview } from '../reload/preview-source.ts'
import type { ListedSource } from '../reload/source-list.ts'
import { styled, textBlock } from '../reply.ts'
import type { BlockDraft, ButtonDraft } from './draft.ts'
import { makePostingCard } from './posting-card.ts'

const SHOWN_SOURCES = 20
const SHOWN_REJECTED = 3
/** A menu has room for so many. */
const MAX_CHANGES = 20

/** Lists where postings come from, with what can be done about each. */
export function makeSourcesReply(sources: readonly ListedSource[]): readonly BlockDraft[] {
  const hint = textBlock('hint', styled('muted', MESSAGES.addHint))
  if (sources.length === 0) return [textBlock('body', MESSAGES.noSources), hint]
  const facts = sources.slice(0, SHOWN_SOURCES).map(listed => ({
    label: listed.source.name,
    value: describeSource(listed),
  }))
  const options = sources.flatMap(makeChanges).slice(0, MAX_CHANGES)
  return [
    textBlock('heading', styled('strong', MESSAGES.sourcesTitle(sources.length))),
    { type: 'facts', facts },
    ...(sources.length > SHOWN_SOURCES
      ? [textBlock('hint', styled('muted', MESSAGES.andMore(sources.length - SHOWN_SOURCES)))]
      : []),
    hint,
    ...(options.length > 0 ? [{ type: 'menu', title: MESSAGES.changeSource, options } as const] : []),
  ]
}

/** Addresses only: a path says how the host is laid out, which is nobody's business in a chat. */
function describeSource({ address, origin, isPaused, source }: ListedSource): string {
  const shown = /^https?:/i.test(address) && address !== source.name ? [address] : []
  return [...(isPaused ? [MESSAGES.paused] : []), MESSAGES.sourceOrigins[origin], ...shown, source.terms]
    .filter(part => part !== '')
    .join(' · ')
}

function makeChanges({ address, origin, isPaused, source: { name } }: ListedSource): readonly ButtonDraft[] {
  if (origin === 'sample') return []
  const change = (label: string, step: string): ButtonDraft => ({
    label,
    words: `admin sources ${step} ${address}`,
    action: { type: 'sources', step, address },
  })
  return [
    isPaused ? change(MESSAGES.resumeSource(name), 'resume') : change(MESSAGES.pauseSource(name), 'pause'),
    ...(origin === 'added' ? [change(MESSAGES.removeSource(name), 'remove')] : []),
  ]
}

/** What a source would give, to be looked at before it is added. */
export interface PreviewFacts extends Pick<SourcePreview, 'rejected'> {
  readonly name: string
  readonly terms: string
  readonly address: string
  readonly entries: readonly MergedPosting[]
  /** Whether it is one of the sources already. */
  readonly isKnown: boolean
  readonly now: Date
}

/** Shows the first postings of a source with a button to add it. */
export function makePreviewReply(preview: PreviewFacts): readonly BlockDraft[] {
  const { name, terms, address, entries, rejected, isKnown, now } = preview
  const reasons = rejected
    .slice(0, SHOWN_REJECTED)
    .map(({ path, reason }) => textBlock('quote', MESSAGES.rejectedDocument(path, name, reason)))
  if (entries.length === 0)
    return [textBlock('problem', styled('warning', MESSAGES.previewEmpty(name))), ...reasons]
  const keep: ButtonDraft = {
    label: MESSAGES.keepSource,
    words: `admin sources keep ${address}`,
    action: { type: 'sources', step: 'keep', address },
    weight: 'primary',
  }
  return [
    textBlock('heading', styled('strong', MESSAGES.previewTitle(name, entries.length))),
    ...entries.map((entry, index) => makePostingCard({ ...entry, reasons: [] }, index + 1, now)),
    ...reasons,
    ...(terms === '' ? [] : [textBlock('hint', styled('muted', terms))]),
    isKnown
      ? textBlock('body', MESSAGES.knownSource)
      : ({ type: 'buttons', buttons: [keep] } satisfies BlockDraft),
  ]
}
