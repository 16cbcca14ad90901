import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import type {
  Button,
  FactsBlock,
  LinkBlock,
  PostingCard,
  Reply,
  ReplyBlock,
  TextBlock,
} from '../../src/reply.ts'
import { buttonsOf, letterOf } from './read.ts'
import { paint, renderLink, renderSpan, sanitize, type TerminalAbilities } from './style.ts'

const CARD_INDENT = 4

/** Lays a reply out as lines of text for a terminal. Ends with a line break. */
export function renderReply(reply: Reply, abilities: TerminalAbilities): string {
  const buttons = buttonsOf(reply)
  const parts = reply.blocks.map((block, at) => {
    const part = renderBlock(block, buttons, abilities)
    // A heading further down begins a part of its own.
    return at > 0 && block.type === 'text' && block.role === 'heading' ? `\n${part}` : part
  })
  return `${parts.filter(part => part !== '').join('\n')}\n`
}

/** @param buttons all of the reply, because letters count through it */
function renderBlock(block: ReplyBlock, buttons: readonly Button[], abilities: TerminalAbilities): string {
  if (block.type === 'text') return renderText(block, abilities)
  if (block.type === 'posting') return renderCard(block, abilities)
  if (block.type === 'facts') return renderFacts(block, abilities)
  if (block.type === 'link') return renderAddress(block, abilities)
  if (block.type === 'buttons') return renderButtons(block.buttons, buttons, abilities)
  if (block.type === 'menu') return renderButtons(block.options, buttons, abilities)
  // A terminal opens no forms, and is asked for choices by nobody.
  return ''
}

/** An address is never broken: a terminal finds it, and people copy it, only in one piece. */
function renderAddress({ label, url }: LinkBlock, abilities: TerminalAbilities): string {
  return `${paint(sanitize(label), 'dim', abilities)}  ${renderLink(sanitize(url), url, abilities)}`
}

function renderText(block: TextBlock, abilities: TerminalAbilities): string {
  const indent = block.role === 'quote' ? 2 : 0
  return wrap(block.spans.map(span => renderSpan(span, abilities)).join(''), indent, abilities)
}

/** Three lines: what, pay and company, where and when; then what to be wary of. */
function renderCard(hostile: PostingCard, abilities: TerminalAbilities): string {
  const card = sanitizeCard(hostile)
  const number = paint(String(card.number).padStart(2), 'dim', abilities)
  const title = paint(card.title, 'bold', abilities)
  const sample = card.isSample ? paint(' [sample]', 'yellow', abilities) : ''
  const linked = card.url === null ? title : renderLink(title, card.url, abilities)
  const head = wrap(`${linked}${sample}`, CARD_INDENT, abilities)
  const pay =
    card.pay === null ? paint('pay not stated', 'dim', abilities) : paint(card.pay, 'green', abilities)
  const origin = paint(join([card.age, `via ${card.sourceName}`]), 'dim', abilities)
  const lines = [
    join([card.company, pay]),
    join([card.place ?? 'place not stated', origin]),
    ...card.caveats.map(caveat => paint(`! ${caveat}`, 'yellow', abilities)),
  ]
  const body = [
    ...lines.map(line => wrap(line, CARD_INDENT, abilities)),
    // An address is never broken: a terminal finds it, and people copy it, only in one piece.
    ...(card.url !== null && !abilities.hasLinks
      ? [`${' '.repeat(CARD_INDENT)}${paint(card.url, 'dim', abilities)}`]
      : []),
  ].join('\n')
  return `\n${` ${number} `}${head.slice(CARD_INDENT)}\n${body}`
}

/** The card with every text of the posting made harmless. */
function sanitizeCard(card: PostingCard): PostingCard {
  const orNull = (text: string | null) => (text === null ? null : sanitize(text))
  return {
    ...card,
    title: sanitize(card.title),
    url: orNull(card.url),
    company: orNull(card.company),
    pay: orNull(card.pay),
    place: orNull(card.place),
    age: sanitize(card.age),
    sourceName: sanitize(card.sourceName),
    caveats: card.caveats.map(sanitize),
  }
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter(part => part !== null && part !== '').join(' · ')
}

function renderFacts(block: FactsBlock, abilities: TerminalAbilities): string {
  const width = Math.max(0, ...block.facts.map(fact => stringWidth(sanitize(fact.label)))) + 2
  return block.facts
    .map(fact => {
      const label = sanitize(fact.label)
      const gap = ' '.repeat(width - stringWidth(label))
      const value = wrap(sanitize(fact.value), width, abilities).slice(width)
      return `${paint(label, 'dim', abilities)}${gap}${value}`
    })
    .join('\n')
}

/** In a chat a letter presses a button; elsewhere the words that do the same are shown below it. */
function renderButtons(
  shown: readonly Button[],
  all: readonly Button[],
  abilities: TerminalAbilities,
): string {
  const lines = shown.map(button => {
    const label = sanitize(button.label)
    if (abilities.canPress) return ` ${paint(letterOf(all.indexOf(button)), 'cyan', abilities)}  ${label}`
    const words = wrap(paint(sanitize(button.words), 'cyan', abilities), CARD_INDENT, abilities)
    return `${paint('›', 'dim', abilities)} ${label}:\n${words}`
  })
  return `\n${lines.join('\n')}`
}

/** Wraps to the width; every line is indented. */
function wrap(text: string, indent: number, abilities: TerminalAbilities): string {
  const wrapped = wrapAnsi(text, abilities.columns - indent, { hard: true, trim: true })
  return wrapped
    .split('\n')
    .map(line => `${' '.repeat(indent)}${line}`)
    .join('\n')
}
