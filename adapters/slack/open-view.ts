import type { ModalView } from '@slack/types'
import type { FormBlock, Reply } from '../../src/reply.ts'
import { type AnswerDeps, SLOW } from './ask.ts'
import { type ViewMetadata, writeMetadata } from './read.ts'
import { renderForm, renderView } from './render-view.ts'

/** Opens a first view, puts one on top of another, or changes one: three is the most that Slack stacks. */
export type HowToOpen =
  | { readonly type: 'open' }
  | { readonly type: 'push' }
  | { readonly type: 'update'; readonly viewId: string }

/** What opens a view, for three seconds. */
export interface Opening {
  readonly trigger: string
  readonly how: HowToOpen
}

/** Shows a form, or else says that it took too long. */
export async function openForm(
  deps: AnswerDeps,
  opening: Opening,
  form: FormBlock,
  metadata: ViewMetadata,
  sayInstead: (reply: Reply) => Promise<void>,
): Promise<void> {
  const isShown = await tryView(deps, opening, renderForm(form, writeMetadata(metadata)))
  if (!isShown) await sayInstead(SLOW)
}

/** Shows a reply in a view, or else where it can be shown. */
export async function openReading(
  deps: AnswerDeps,
  opening: Opening,
  {
    reply,
    title,
    metadata,
  }: { readonly reply: Reply; readonly title: string; readonly metadata: ViewMetadata },
  sayInstead: (reply: Reply) => Promise<void>,
): Promise<void> {
  const isShown = await tryView(deps, opening, renderView(reply, title, writeMetadata(metadata)))
  if (!isShown) await sayInstead(reply)
}

/** @returns whether Slack took it: a trigger may be too old, a view closed meanwhile */
async function tryView(
  { client, log }: AnswerDeps,
  { trigger, how }: Opening,
  view: ModalView,
): Promise<boolean> {
  try {
    if (how.type === 'update') await client.views.update({ view_id: how.viewId, view })
    else await client.views[how.type]({ trigger_id: trigger, view })
    return true
  } catch (error) {
    log.warn({ err: error }, 'Slack did not open a view')
    return false
  }
}
