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

/** Draws blocks: the library draws what is read, menus are ours, because the library's only look like some. */
export function drawSlackBlocks(blocks: readonly Block[]): Html {
  return html`${groupBlocks(blocks).map(group =>
    group.menu === null ? drawByLibrary(group.blocks) : drawSelect(group.menu),
  )}`
}

type Group = { readonly menu: null; readonly blocks: readonly Block[] } | { readonly menu: Select }

/** Each menu alone, and whatever stands between menus together. */
function groupBlocks(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const menu = findSelect(block)
    const last = groups.at(-1)
    if (menu !== null) groups.push({ menu })
    else if (last?.menu === null) groups.splice(-1, 1, { menu: null, blocks: [...last.blocks, block] })
    else groups.push({ menu: null, blocks: [block] })
  }
  return groups
}

interface Select {
  readonly type: 'static_select'
  readonly action_id: string
  readonly placeholder: { readonly text: string }
  readonly options: readonly { readonly text: { readonly text: string }; readonly value: string }[]
}

function findSelect({ type, elements }: Block): Select | null {
  if (type !== 'actions' || !Array.isArray(elements)) return null
  const selects: readonly Select[] = elements.filter(element => element.type === 'static_select')
  return selects[0] ?? null
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
