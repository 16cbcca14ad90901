import type { Action } from '../action.ts'
import type { ButtonsBlock, MenuBlock, PostingCard, ReplyBlock } from '../reply.ts'

/** A button before its action has a key in the store. */
export interface ButtonDraft {
  readonly label: string
  readonly words: string
  readonly action: Action
  readonly opensForm?: true
  readonly weight?: 'primary' | 'danger'
}

type ButtonsDraft = Omit<ButtonsBlock, 'buttons'> & { readonly buttons: readonly ButtonDraft[] }
type MenuDraft = Omit<MenuBlock, 'options'> & { readonly options: readonly ButtonDraft[] }
export type CardDraft = Omit<PostingCard, 'details'> & { readonly details?: ButtonDraft }

/** A block of a reply whose buttons have no keys yet. */
export type BlockDraft =
  | Exclude<ReplyBlock, ButtonsBlock | MenuBlock | PostingCard>
  | ButtonsDraft
  | MenuDraft
  | CardDraft

/** What the buttons of the blocks do, in the order of the blocks. */
export function listActions(blocks: readonly BlockDraft[]): readonly Action[] {
  return blocks.flatMap(listButtons).map(button => button.action)
}

function listButtons(block: BlockDraft): readonly ButtonDraft[] {
  if (block.type === 'buttons') return block.buttons
  if (block.type === 'menu') return block.options
  return block.type === 'posting' && block.details ? [block.details] : []
}

/** Gives every button its key; `keys` are in the order of `listActions`. */
export function applyKeys(blocks: readonly BlockDraft[], keys: readonly string[]): readonly ReplyBlock[] {
  const buttons = blocks.flatMap(listButtons)
  const keyOf = new Map(buttons.map((button, index) => [button, keys[index] ?? '']))
  const finish = ({ action: _, ...button }: ButtonDraft, key: string) => ({ ...button, key })
  const finishAll = (drafts: readonly ButtonDraft[]) =>
    drafts.map(draft => finish(draft, keyOf.get(draft) ?? ''))
  return blocks.map((block): ReplyBlock => {
    if (block.type === 'buttons') return { ...block, buttons: finishAll(block.buttons) }
    if (block.type === 'menu') return { ...block, options: finishAll(block.options) }
    if (block.type !== 'posting') return block
    const { details, ...card } = block
    return details ? { ...card, details: finish(details, keyOf.get(details) ?? '') } : card
  })
}
