import { type Html, html } from './html.ts'

/** How a line of Discord's markup begins, and the element that shows the rest of it. */
const LINE_KINDS: readonly { readonly start: string; readonly draw: (content: Html) => Html }[] = [
  { start: '-# ', draw: content => html`<discord-subscript>${content}</discord-subscript>` },
  { start: '### ', draw: content => html`<discord-header level="3">${content}</discord-header>` },
  { start: '> ', draw: content => html`<discord-quote>${content}</discord-quote>` },
  {
    start: '- ',
    draw: content =>
      html`<discord-unordered-list><discord-list-item>${content}</discord-list-item></discord-unordered-list>`,
  },
]

/** Draws Discord's markup, as far as the bot writes it, line by line. */
export function drawDiscordText(text: string): Html {
  return html`${text.split('\n').map(drawLine)}`
}

function drawLine(line: string): Html {
  const kind = LINE_KINDS.find(({ start }) => line.startsWith(start))
  if (kind) return kind.draw(drawInline(line.slice(kind.start.length)))
  return html`<div class="line">${drawInline(line)}</div>`
}

/** Marks that stand on both sides of a text. */
const MARKS: readonly { readonly mark: string; readonly draw: (content: Html) => Html }[] = [
  { mark: '**', draw: content => html`<discord-bold>${content}</discord-bold>` },
  { mark: '~~', draw: content => html`<s>${content}</s>` },
]

function drawInline(text: string): Html {
  return drawUntil(text, 0, '').content
}

interface Drawn {
  readonly content: Html
  /** Where the end mark begins; the length of the text where there is none. */
  readonly end: number
}

/** Draws up to an end mark, or to the end of the text. */
function drawUntil(text: string, start: number, endMark: string): Drawn {
  const parts: (Html | string)[] = []
  let at = start
  while (at < text.length && !(endMark !== '' && text.startsWith(endMark, at))) {
    const { part, next } = drawNext(text, at)
    parts.push(part)
    at = next
  }
  return { content: html`${parts}`, end: at }
}

interface Step {
  readonly part: Html | string
  readonly next: number
}

function drawNext(text: string, at: number): Step {
  const sign = text[at] ?? ''
  if (sign === '\\' && at + 1 < text.length) return { part: text[at + 1] ?? '', next: at + 2 }
  return (
    drawMarked(text, at) ??
    drawCode(text, at) ??
    drawLink(text, at) ??
    drawMention(text, at) ?? { part: sign, next: at + 1 }
  )
}

function drawMarked(text: string, at: number): Step | null {
  const kind = MARKS.find(({ mark }) => text.startsWith(mark, at))
  // A mark that never ends is shown as it is, without looking for its end at every place.
  if (!kind || !text.includes(kind.mark, at + kind.mark.length)) return null
  const { content, end } = drawUntil(text, at + kind.mark.length, kind.mark)
  return end >= text.length ? null : { part: kind.draw(content), next: end + kind.mark.length }
}

function drawCode(text: string, at: number): Step | null {
  const end = text[at] === '`' ? text.indexOf('`', at + 1) : -1
  if (end === -1) return null
  return { part: html`<discord-code>${text.slice(at + 1, end)}</discord-code>`, next: end + 1 }
}

function drawLink(text: string, at: number): Step | null {
  if (text[at] !== '[' || !text.includes('](http', at)) return null
  const { content, end } = drawUntil(text, at + 1, '](')
  const close = text.indexOf(')', end)
  const url = text.slice(end + 2, close)
  if (end >= text.length || close === -1 || !/^https?:\/\//.test(url)) return null
  const link = html`<discord-link href="${url}" target="_blank" rel="noreferrer">${content}</discord-link>`
  return { part: link, next: close + 1 }
}

const MENTION = /^<(#|@&?)(\w{1,30})>/

function drawMention(text: string, at: number): Step | null {
  const found = text[at] === '<' ? MENTION.exec(text.slice(at, at + 40)) : null
  if (!found) return null
  const type = { '#': 'channel', '@': 'user', '@&': 'role' }[found[1] ?? ''] ?? 'user'
  return {
    part: html`<discord-mention type="${type}">${found[2] ?? ''}</discord-mention>`,
    next: at + found[0].length,
  }
}
