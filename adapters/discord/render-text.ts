import { cleanText, shortenText } from '../../src/layout/fit-text.ts'
import { joinSpans } from '../../src/layout/join-spans.ts'
import { keepFitting } from '../../src/layout/keep-fitting.ts'
import { readLink } from '../../src/layout/read-link.ts'
import type {
  FactsBlock,
  Named,
  PostingCard,
  SpanStyle,
  TextBlock,
  TextRole,
  TextSpan,
} from '../../src/reply.ts'
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
  const isHeading = block.role === 'heading'
  return joinSpans(LINE_STARTS[block.role], block.spans, DISCORD_LAYOUT.lineText, (span, room) =>
    renderSpan(span, isHeading, room),
  )
}

function renderSpan(span: TextSpan, isHeading: boolean, room: number): string {
  const mark = isHeading && span.style === 'strong' ? '' : MARKS[span.style]
  const [before, after] = [span.text.startsWith(' ') ? ' ' : '', span.text.endsWith(' ') ? ' ' : '']
  const left = room - 2 * mark.length - before.length - after.length
  const name = span.names === undefined ? null : renderName(span.names)
  if (name !== null && name.length <= left) return `${before}${mark}${name}${mark}${after}`
  const url = span.url === undefined ? null : readLink(span.url, DISCORD_LAYOUT.linkUrl)
  const text = span.style === 'code' ? renderCode(span.text, left) : escapeWithin(span.text.trim(), left)
  if (text === '') return before
  const linked = url !== null && text.length + url.length + 4 <= left ? `[${text}](${url})` : text
  return `${before}${mark}${linked}${mark}${after}`
}

/** Discord shows whom or what it means, and pings nobody, as no message allows it to. */
function renderName({ kind, platform, id }: Named): string | null {
  if (platform !== 'discord' || !/^\d{1,20}$/.test(id)) return null
  return kind === 'member' ? `<@${id}>` : `<#${id}>`
}

/** Inside code nothing can be escaped: what could end it must not be there. */
function renderCode(text: string, max: number): string {
  return shortenText(text.replace(/[`\\]/g, "'"), max)
}

/**
 * A posting in two lines: what and who; then, small, what became of it, pay, place, age, what to be wary of, why, and
 * whence. Small, four of them fit the screen of a phone, where a button takes a quarter of the width.
 */
export function renderCard(card: PostingCard): string {
  const { titleText, partText, cardText } = DISCORD_LAYOUT
  const first = [
    { rank: 0, written: renderTitle(card) },
    { rank: 2, written: escapeOr(card.company, partText, '') },
  ]
  const [head, second] = [
    keepParts(first, titleText + cardText / 2),
    keepParts(listFacts(card), cardText / 2),
  ]
  const facts = addExtras(second, card)
  return [head, facts === '' ? '' : `-# ${facts}`].filter(line => line !== '').join('\n')
}

/** Of what is gone nobody asks any more what it did not state. */
function listFacts({ outcome, pay, place, age, caveats, isSample }: PostingCard) {
  const { partText, markText } = DISCORD_LAYOUT
  const [caveat] = caveats
  const isOpen = outcome === undefined
  return [
    { rank: 0, written: isOpen ? '' : `**${escapeOr(outcome, partText, 'gone')}**` },
    { rank: 1, written: renderPay(pay) ?? (isOpen ? 'pay not stated' : '') },
    { rank: 1, written: escapeOr(place, partText, isOpen ? 'place not stated' : '') },
    { rank: 3, written: escapeOr(age, partText, '') },
    { rank: 2, written: caveat === undefined ? '' : `⚠ ${renderMark(caveat, markText)}` },
    { rank: 1, written: isSample ? 'sample' : '' },
  ]
}

/** What most readers look for first stands out. */
function renderPay(pay: string | null): string | null {
  const text = escapeOr(pay, DISCORD_LAYOUT.partText, '')
  return text === '' ? null : `**${text}**`
}

function keepParts(
  parts: readonly { readonly rank: number; readonly written: string }[],
  room: number,
): string {
  const sized = parts
    .filter(part => part.written !== '')
    .map(part => ({ ...part, text: part.written.length + SEPARATOR.length, components: 0 }))
  return keepFitting(sized, { text: room, components: 0 })
    .map(part => part.written)
    .join(SEPARATOR)
}

/** Why it matched and where it is from, as long as the line stays short. */
function addExtras(line: string, { reasons, sourceName, url, isSample }: PostingCard): string {
  const { markText, cardLine } = DISCORD_LAYOUT
  const why = reasons.length === 0 ? '' : `✓ ${escapeWithin(reasons.join(', '), markText)}`
  const source = isSample ? '' : escapeOr(sourceName, markText, '')
  const link = url === null ? null : readLink(url, DISCORD_LAYOUT.sourceUrl)
  const extras = [
    { shown: why, written: why },
    { shown: `via ${source}`, written: link === null ? `via ${source}` : `via [${source}](${link})` },
  ]
  let [shown, written] = [line.length, line]
  for (const extra of extras) {
    const isEmpty = extra.shown === '' || (extra.shown.startsWith('via') && source === '')
    if (isEmpty || shown + SEPARATOR.length + extra.shown.length > cardLine) continue
    shown += SEPARATOR.length + extra.shown.length
    written = written === '' ? extra.written : `${written}${SEPARATOR}${extra.written}`
  }
  return written
}

function renderTitle({ number, title, url, outcome }: PostingCard): string {
  const text = escapeOr(title, DISCORD_LAYOUT.titleText, 'Untitled')
  const link = url === null ? null : readLink(url, DISCORD_LAYOUT.linkUrl)
  const shown = link === null ? `**${text}**` : `**[${text}](${link})**`
  return `**${number}** ${outcome === undefined ? shown : `~~${shown}~~`}`
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
