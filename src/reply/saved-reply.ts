import type { Catalog } from '../catalog/catalog.ts'
import { findEntry } from '../catalog/find-entry.ts'
import { MEMBER_MESSAGES } from '../messages/member-messages.ts'
import { MESSAGES } from '../messages.ts'
import type { KeptPosting } from '../posting/kept-posting.ts'
import { styled, textBlock } from '../reply.ts'
import type { Page } from './answer-reply.ts'
import type { BlockDraft, ButtonDraft, CardDraft } from './draft.ts'
import { makeKeptCard, makePostingCard } from './posting-card.ts'

export interface SavedSetting {
  readonly catalog: Catalog | null
  readonly page: Page
  readonly now: Date
  readonly isRich: boolean
}

/** Lays out a page of what somebody saved; a posting that is no longer there is shown as it was. */
export function makeSavedReply(kept: readonly KeptPosting[], setting: SavedSetting): readonly BlockDraft[] {
  if (kept.length === 0) return [textBlock('body', MEMBER_MESSAGES.nothingSaved)]
  const { offset, size } = setting.page
  const shown = kept.slice(offset, offset + size)
  const turns = [
    ...(offset > 0 ? [turnButton(MESSAGES.back, Math.max(0, offset - size))] : []),
    ...(offset + size < kept.length
      ? [turnButton(MESSAGES.more(kept.length - offset - size), offset + size)]
      : []),
  ]
  return [
    textBlock('heading', styled('strong', MEMBER_MESSAGES.savedTitle(kept.length))),
    ...shown.map((posting, index) => makeCard(posting, offset + index + 1, setting)),
    ...(turns.length === 0 ? [] : [{ type: 'buttons', buttons: turns } as const]),
  ]
}

function turnButton(label: string, offset: number): ButtonDraft {
  return { label, words: 'saved', action: { type: 'saved', offset } }
}

function makeCard(kept: KeptPosting, number: number, { catalog, now, isRich }: SavedSetting): CardDraft {
  const entry = findEntry(catalog, kept.postingId)
  if (entry) {
    const card = makePostingCard({ ...entry, reasons: [] }, number, now)
    const action = { type: 'show', postingId: kept.postingId } as const
    return isRich ? { ...card, details: { label: MESSAGES.details, words: '', action } } : card
  }
  return makeKeptCard(kept, number, MEMBER_MESSAGES.noLongerThere)
}
