import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Message } from 'slack-blocks-to-jsx'
import { drawMenu } from './draw-menu.ts'
import { type Html, html, trust } from './html.ts'

/** A block as Slack's API takes it. */
export interface Block {
  readonly type: string
  readonly [field: string]: unknown
}

/** Draws blocks: the library draws what is read and pressed; menus are ours, because the library's only look like some. */
export function drawSlackBlocks(blocks: readonly Block[]): Html {
  return html`${groupBlocks(blocks).map(({ block, menus, rest }) =>
    block === null ? drawByLibrary(rest) : drawControls(block, menus),
  )}`
}

interface Group {
  /** A block with menus; null for blocks that stand together without any. */
  readonly block: Block | null
  readonly menus: readonly Select[]
  readonly rest: readonly Block[]
}

/** Each block with menus alone, and whatever stands between them together, as the library spaces it. */
function groupBlocks(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const menus = listMenus(block)
    const last = groups.at(-1)
    if (menus.length > 0) groups.push({ block, menus, rest: [] })
    else if (last?.block === null) groups.splice(-1, 1, { ...last, rest: [...last.rest, block] })
    else groups.push({ block: null, menus, rest: [block] })
  }
  return groups
}

function drawControls(block: Block, menus: readonly Select[]): Html {
  const buttons = listElements(block).filter(element => element.type !== 'static_select')
  const row = buttons.length === 0 ? null : drawByLibrary([{ ...block, elements: buttons }])
  return html`<div class="slack-controls">${row}${menus.map(drawSelect)}</div>`
}

interface Select {
  readonly type: string
  readonly action_id: string
  readonly placeholder: { readonly text: string }
  readonly options: readonly { readonly text: { readonly text: string }; readonly value: string }[]
}

function listElements({ type, elements }: Block): readonly Select[] {
  return type === 'actions' && Array.isArray(elements) ? elements : []
}

function listMenus(block: Block): readonly Select[] {
  return listElements(block).filter(({ type }) => type === 'static_select')
}

function drawSelect({ placeholder, action_id, options }: Select): Html {
  const choices = options.map(({ text, value }) => ({ label: text.text, value }))
  return drawMenu(placeholder.text, action_id, choices)
}

type MessageProps = Parameters<typeof Message>[0]

function drawByLibrary(blocks: readonly Block[]): Html {
  const element = createElement(Message, {
    blocks: prepare(blocks) as unknown as MessageProps['blocks'],
    name: 'Rolecall',
    logo: '',
    withoutWrapper: true,
    theme: 'light',
  })
  return trust(renderToStaticMarkup(element))
}

/**
 * Changes nothing that is seen but two shortcomings of the library: it shows texts that are `verbatim` without their
 * markup, and it forgets the address of a button, which is given to it as the id that it does keep.
 */
function prepare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prepare)
  if (typeof value !== 'object' || value === null) return value
  const { verbatim: _, ...rest } = value as Readonly<Record<string, unknown>>
  const isLink = rest.type === 'button' && typeof rest.url === 'string'
  const entries = Object.entries(rest).map(([name, part]) => [name, prepare(part)] as const)
  return { ...Object.fromEntries(entries), ...(isLink ? { action_id: `link:${rest.url}` } : {}) }
}
