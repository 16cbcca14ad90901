import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import { styled, textBlock } from '../reply.ts'
import type { Hide } from '../store/store.ts'
import type { BlockDraft } from './draft.ts'
import { nameWithin } from './name-within.ts'

/** A menu has room for so many. */
const MAX_HIDES = 20

/**
 * Lists what is hidden, the last first, with a way to show each again.
 * @param nameHide what to call it
 */
export function makeHidesReply(
  hides: readonly Hide[],
  now: Date,
  nameHide: (hide: Hide) => string,
): readonly BlockDraft[] {
  if (hides.length === 0) return [textBlock('body', MESSAGES.nothingHidden)]
  const shown = hides.toReversed().slice(0, MAX_HIDES)
  const options = shown.map(hide => ({
    label: MESSAGES.unhide(nameHide(hide)),
    words: `admin unhide ${hide.kind} ${hide.value}`,
    action: { type: 'unhide', what: hide.kind, value: hide.value } as const,
  }))
  return [
    textBlock('heading', styled('strong', MESSAGES.hidesTitle(hides.length))),
    ...shown.map(hide => {
      const by = MESSAGES.hiddenBy(hide.memberId, MESSAGES.ago(hide.at, now))
      return textBlock('body', styled('strong', nameHide(hide)), ' ', ...nameWithin(by, hide.memberId))
    }),
    { type: 'menu', title: MESSAGES.showAgain, options },
  ]
}
