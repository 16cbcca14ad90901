import { cleanText, shortenText } from '../../src/layout/fit-text.ts'
import { keepFitting } from '../../src/layout/keep-fitting.ts'
import { readLink } from '../../src/layout/read-link.ts'
import type { FactsBlock, PostingCard, SpanStyle, TextBlock, TextRole, TextSpan } from '../../src/reply.ts'
import { escapeWithin } from './escape.ts'
import { DISCORD_LAYOUT } from './limits.ts'

const LINE_STARTS: Readonly<Record<TextRole, string>> = {
  receipt: '-# ',
  heading: '### ',
  body: '',
  hint: '-# ',
  quote: '> ',
  problem: '⚠ ',
}
const MARKS: Readonly<Record<SpanStyle, string>> = {
  plain: '',
  strong: '**',
  muted: '',
  good: '',
  warning: '',
  code: '`',
}
const SEPARATOR = ' · '

/** A block of text as one line of Discord's markup; empty where there is nothing to read. */
export function renderText(block: TextBlock): string {
  const start = LINE_STARTS[block.role]
  let line = ''
  for (const span of block.spans) {
    const room = DISCORD_LAYOUT.lineText - start.length - line.length
    if (room <= 0) break
    line += renderSpan(span, block.role === 'heading', room)
  }
  return line.trim() === '' ? '' : `${start}${line.trim()}`
}

function renderSpan(span: TextSpan, isHeading: boolean, room: number): string {
  const mark = isHeading && span.style === 'strong' ? '' : MARKS[span.style]
  const [before, after] = [span.text.startsWith(' ') ? ' ' : '', span.text.endsWith(' ') ? ' ' : '']
  const left = room - 2 * mark.length - before.length - after.length
  const url = span.url === undefined ? null : readLink(span.url, DISCORD_LAYOUT.linkUrl)
  const text = span.style === 'code' ? renderCode(span.text, left) : escapeWithin(span.text.trim(), left)
  if (text === '') return before
  const linked = url !== null && text.length + url.length + 4 <= left ? `[${text}](${url})` : text
  return `${before}${mark}${linked}${mark}${after}`
}

/** Inside code nothing can be escaped: what could end it must not be there. */
function renderCode(text: string, max: number): string {
  return shortenText(text.replace(/[`\\]/g, "'"), max)
}

/** A posting in two lines: what and who; pay, place, age and what to be wary of. */
export function renderCard(card: PostingCard): string {
  const { titleText, partText, markText } = DISCORD_LAYOUT
  const caveat = card.caveats[0]
  const parts = [
    { line: 0, rank: 0, written: renderTitle(card) },
    { line: 0, rank: 2, written: escapeOr(card.company, partText, '') },
    { line: 1, rank: 1, written: escapeOr(card.pay, partText, 'pay not stated') },
    { line: 1, rank: 1, written: escapeOr(card.place, partText, 'place not stated') },
    { line: 1, rank: 3, written: escapeWithin(card.age, partText) },
    { line: 1, rank: 2, written: caveat === undefined ? '' : `⚠ ${renderMark(caveat, markText)}` },
    { line: 1, rank: 1, written: card.isSample ? 'sample' : '' },
  ]
  const sized = parts
    .filter(part => part.written !== '')
    .map(part => ({ ...part, text: part.written.length + SEPARATOR.length, components: 0 }))
  const kept = keepFitting(sized, { text: DISCORD_LAYOUT.cardText + titleText, components: 0 })
  const lines = [0, 1].map(line => kept.filter(part => part.line === line).map(part => part.written))
  return lines
    .map(line => line.join(SEPARATOR))
    .filter(line => line !== '')
    .join('\n')
}

function renderTitle({ number, title, url }: PostingCard): string {
  const text = escapeOr(title, DISCORD_LAYOUT.titleText, 'Untitled')
  const link = url === null ? null : readLink(url, DISCORD_LAYOUT.linkUrl)
  return `**${number}** ${link === null ? `**${text}**` : `**[${text}](${link})**`}`
}

function escapeOr(text: string | null, max: number, otherwise: string): string {
  const isEmpty = text === null || cleanText(text).trim() === ''
  return isEmpty ? otherwise : escapeWithin(text, max)
}

/** The caveat without its particulars, which are among the details. */
function renderMark(caveat: string, max: number): string {
  return escapeWithin(caveat.split(':', 1)[0] ?? '', max)
}

/** Labelled values line by line; what does not fit is counted. Labels that are indented give way first. */
export function renderFacts({ facts }: FactsBlock): string {
  const lines = facts.map(({ label, value }) => {
    const isSub = label.startsWith(' ')
    const written = `${isSub ? '- ' : ''}**${escapeWithin(label.trim(), 80)}** ${escapeWithin(value, DISCORD_LAYOUT.factText)}`
    return { rank: isSub ? 1 : 0, text: written.length + 1, components: 0, written }
  })
  const kept = keepFitting(lines, { text: DISCORD_LAYOUT.factsText, components: 0 })
  const left = lines.length - kept.length
  return [...kept.map(line => line.written), ...(left > 0 ? [`-# and ${left} more`] : [])].join('\n')
}
