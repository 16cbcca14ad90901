import { cleanText } from '../../src/layout/fit-text.ts'
import { joinSpans } from '../../src/layout/join-spans.ts'
import { keepFitting } from '../../src/layout/keep-fitting.ts'
import { readLink } from '../../src/layout/read-link.ts'
import type { FactsBlock, PostingCard, SpanStyle, TextBlock, TextRole, TextSpan } from '../../src/reply.ts'
import { escapeWithin } from './escape.ts'
import { SLACK_LAYOUT, SLACK_LIMITS } from './limits.ts'

const LINE_STARTS: Readonly<Record<TextRole, string>> = {
  receipt: '',
  heading: '',
  body: '',
  hint: '',
  quote: '> ',
  problem: '⚠ ',
}
const MARKS: Readonly<Record<SpanStyle, string>> = {
  plain: '',
  strong: '*',
  muted: '',
  good: '',
  warning: '',
  code: '`',
}
const SEPARATOR = ' · '

/** A block of text as one line of mrkdwn; empty where there is nothing to read. */
export function renderText(block: TextBlock): string {
  const isHeading = block.role === 'heading'
  return joinSpans(LINE_STARTS[block.role], block.spans, SLACK_LAYOUT.lineText, (span, room) =>
    renderSpan(span, isHeading, room),
  )
}

function renderSpan(span: TextSpan, isHeading: boolean, room: number): string {
  const mark = isHeading && span.style === 'plain' ? '*' : MARKS[span.style]
  const [before, after] = [span.text.startsWith(' ') ? ' ' : '', span.text.endsWith(' ') ? ' ' : '']
  const url = span.url === undefined ? null : readLink(span.url, SLACK_LAYOUT.linkUrl)
  const left = room - 2 * mark.length - before.length - after.length
  const text = escapeWithin(span.text.trim(), left)
  if (text === '') return before
  const linked = url !== null && text.length + url.length + 3 <= left ? `<${escapeLink(url)}|${text}>` : text
  return `${before}${mark}${linked}${mark}${after}`
}

/** Inside a link only these three have to be written otherwise. */
export function escapeLink(url: string): string {
  return url.replaceAll('&', '&amp;')
}

/** The lines of a short card. */
export interface CardLines {
  readonly title: string
  /** What and where. */
  readonly subtitle: string
  /** Pay and age, and what to be wary of. */
  readonly body: string
}

/**
 * A posting in three short lines of mrkdwn.
 * @param titleRoom characters of the title with its address, which is left out where it does not fit
 */
export function renderCardLines(card: PostingCard, titleRoom: number): CardLines {
  const { partText } = SLACK_LAYOUT
  const caveat = card.caveats[0]
  return {
    title: renderTitle(card, titleRoom),
    subtitle: joinParts(SLACK_LIMITS.cardSubtitle, [
      { rank: 0, written: escapeOr(card.company, partText, '') },
      { rank: 1, written: escapeOr(card.place, partText, 'place not stated') },
      { rank: 2, written: card.isSample ? 'sample' : '' },
      {
        rank: 3,
        written: card.isSample || card.sourceName === '' ? '' : `via ${escapeWithin(card.sourceName, 40)}`,
      },
    ]),
    body: joinParts(SLACK_LIMITS.cardBody, [
      { rank: 0, written: card.outcome === undefined ? '' : `*${escapeWithin(card.outcome, 60)}*` },
      { rank: 0, written: card.pay === null ? 'pay not stated' : `*${escapeWithin(card.pay, 80)}*` },
      { rank: 1, written: caveat === undefined ? '' : `⚠ ${renderMark(caveat)}` },
      { rank: 2, written: escapeWithin(card.age, partText) },
    ]),
  }
}

function renderTitle({ number, title, url, outcome }: PostingCard, room: number): string {
  const text = escapeOr(title, SLACK_LAYOUT.titleText - 10, 'Untitled')
  const struck = outcome === undefined ? text : `~${text}~`
  const link = url === null ? null : readLink(url, SLACK_LAYOUT.linkUrl)
  const linked = link === null ? struck : `<${escapeLink(link)}|${struck}>`
  const whole = `${number}. ${linked}`
  return whole.length <= room ? whole : `${number}. ${struck}`
}

function escapeOr(text: string | null, max: number, otherwise: string): string {
  const isEmpty = text === null || cleanText(text).trim() === ''
  return isEmpty ? otherwise : escapeWithin(text, max)
}

/** The caveat without its particulars, which are among the details. */
function renderMark(caveat: string): string {
  return escapeWithin(caveat.split(':', 1)[0] ?? '', SLACK_LAYOUT.partText)
}

function joinParts(
  room: number,
  parts: readonly { readonly rank: number; readonly written: string }[],
): string {
  const sized = parts
    .filter(({ written }) => written !== '')
    .map(part => ({ ...part, text: part.written.length + SEPARATOR.length, components: 0 }))
  const kept = keepFitting(sized, { text: room + SEPARATOR.length, components: 0 })
  return kept.map(({ written }) => written).join(SEPARATOR)
}

/** Labelled values line by line; what does not fit is counted. Labels that are indented give way first. */
export function renderFacts({ facts }: FactsBlock): string {
  const lines = facts.map(({ label, value }) => {
    const isSub = label.startsWith(' ')
    const name = escapeWithin(label.trim(), 80)
    const written = `${isSub ? '• ' : ''}*${name}*  ${escapeWithin(value, SLACK_LAYOUT.factText)}`
    return { rank: isSub ? 1 : 0, text: written.length + 1, components: 0, written }
  })
  const kept = keepFitting(lines, { text: SLACK_LAYOUT.factsText, components: 0 })
  const left = lines.length - kept.length
  return [...kept.map(line => line.written), ...(left > 0 ? [`and ${left} more`] : [])].join('\n')
}
