import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import { styled, textBlock } from '../reply.ts'
import type { Hide } from '../store/store.ts'
import type { BlockDraft } from './draft.ts'

/** A menu has room for so many. */
const MAX_HIDES = 20

/** Lists what is hidden, the last first, with a way to show each again. */
export function makeHidesReply(hides: readonly Hide[], now: Date): readonly BlockDraft[] {
  if (hides.length === 0) return [textBlock('body', MESSAGES.nothingHidden)]
  const shown = hides.toReversed().slice(0, MAX_HIDES)
  const facts = shown.map(({ kind, value, memberId, at }) => ({
    label: MESSAGES.hideLabel(kind, value),
    value: MESSAGES.hiddenBy(memberId, MESSAGES.ago(at, now)),
  }))
  const options = shown.map(({ kind, value }) => ({
    label: MESSAGES.unhide(MESSAGES.hideLabel(kind, value)),
    words: `admin unhide ${kind} ${value}`,
    action: { type: 'unhide', what: kind, value } as const,
  }))
  return [
    textBlock('heading', styled('strong', MESSAGES.hidesTitle(hides.length))),
    { type: 'facts', facts },
    { type: 'menu', title: MESSAGES.showAgain, options },
  ]
}
