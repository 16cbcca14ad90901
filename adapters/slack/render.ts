import type {
  ActionsBlock,
  Button as ButtonElement,
  CardBlock,
  ContextBlock,
  KnownBlock,
  SectionBlock,
  StaticSelect,
  TableBlock,
} from '@slack/types'
import { shortenText } from '../../src/layout/fit-text.ts'
import { keepFitting, type Sized } from '../../src/layout/keep-fitting.ts'
import { readLink } from '../../src/layout/read-link.ts'
import type { Button, MenuBlock, PostingCard, Reply, ReplyBlock, TextBlock } from '../../src/reply.ts'
import { type ControlKind, writeActionId } from './action-id.ts'
import { type AsidePart, arrangeBlocks, type Part, type RowPart, type TablePart } from './arrange.ts'
import { SLACK_LAYOUT, SLACK_LIMITS } from './limits.ts'
import { renderCardLines, renderFacts, renderText } from './render-text.ts'

/** A message as every send and update carries it. */
export interface SlackMessage {
  /** What notifications and screen readers say; complete without the blocks. */
  readonly text: string
  readonly blocks: KnownBlock[]
}

/** Of new messages: Slack shows no previews of their links. */
export const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false } as const

/** How postings are drawn: as card blocks, or as sections for clients that do not show those. */
export type CardStyle = 'card' | 'section'

/** A part of the message that is kept or left out as a whole. */
interface Piece extends Sized {
  readonly block: KnownBlock
}

/** What of a message is kept first: controls, what the answer says, the postings, then the rest. */
const RANKS = { control: 0, posting: 2, facts: 3, menu: 4 } as const
const TEXT_RANKS = { receipt: 1, heading: 1, body: 1, problem: 1, hint: 5, quote: 6 } as const
const NOTHING = 'There is nothing to show.'

/** Lays a reply out as a message that keeps every limit, whatever the postings hold. */
export function renderReply(reply: Reply, style: CardStyle = 'card'): SlackMessage {
  return {
    text: renderFallback(reply),
    blocks: renderBlocks(reply.blocks, style, SLACK_LIMITS.messageBlocks),
  }
}

const NAMED_CHANNELS = 5

/** Says where the bot speaks. */
export function renderPointer(channelIds: readonly string[], command: string): SlackMessage {
  const named = channelIds.slice(0, NAMED_CHANNELS).map(id => `<#${id}>`)
  const more = channelIds.length > named.length ? ' and others' : ''
  const text = `Whoever manages this workspace has me answer in ${named.join(', ')}${more}. ${command} works in every channel.`
  return { text, blocks: [section(text)] }
}

/**
 * Lays blocks out inside the room of a message or a view.
 * @param style `section` also for views, which take no tables
 */
export function renderBlocks(blocks: readonly ReplyBlock[], style: CardStyle, most: number): KnownBlock[] {
  const claim = createClaim()
  const pieces = arrangeBlocks(blocks, style === 'card').flatMap(part => renderPart(part, style, claim))
  const kept = keepFitting(pieces, { text: SLACK_LIMITS.messageText, components: most })
  const shown = kept.map(piece => piece.block)
  return shown.length > 0 ? shown : [section(NOTHING)]
}

/** Says of each `action_id` whether it can still be used in the message, once. */
type Claim = (actionId: string) => boolean

function createClaim(): Claim {
  const taken = new Set<string>()
  return actionId => {
    const isFree = actionId.length <= SLACK_LIMITS.actionId && !taken.has(actionId)
    taken.add(actionId)
    return isFree
  }
}

function renderPart(part: Part, style: CardStyle, claim: Claim): Piece[] {
  if (part.type === 'aside') return asidePiece(part)
  if (part.type === 'text') return textPiece(part)
  if (part.type === 'facts') return piece(section(renderFacts(part)), RANKS.facts)
  if (part.type === 'table') return piece(makeTable(part), RANKS.facts)
  if (part.type === 'posting') return piece(makeCard(part, style, claim), RANKS.posting)
  if (part.type === 'row') return rowPiece(part, claim)
  if (part.type === 'link') return actionPieces(makeLinkButton(part.label, part.url), RANKS.control)
  return []
}

function piece(block: KnownBlock, rank: number): Piece[] {
  return [{ rank, text: JSON.stringify(block).length, components: 1, block }]
}

function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }
}

function textPiece(block: TextBlock): Piece[] {
  const text = renderText(block)
  if (text === '') return []
  return piece(block.role === 'hint' ? context([text]) : section(text), TEXT_RANKS[block.role])
}

function asidePiece({ lines }: AsidePart): Piece[] {
  const texts = lines.map(renderText).filter(text => text !== '')
  return texts.length === 0
    ? []
    : piece(context(texts.slice(0, SLACK_LIMITS.contextElements)), TEXT_RANKS.receipt)
}

function context(texts: readonly string[]): ContextBlock {
  return { type: 'context', elements: texts.map(text => ({ type: 'mrkdwn', text, verbatim: true })) }
}

function makeTable({ facts }: TablePart): TableBlock {
  const rows = facts.slice(0, SLACK_LIMITS.tableRows).map(({ label, value }) => [
    { type: 'raw_text' as const, text: shortenText(label, 80) || '–' },
    { type: 'raw_text' as const, text: shortenText(value, 80) || '–' },
  ])
  return {
    type: 'table',
    rows,
    column_settings: [{ is_wrapped: true }, { align: 'right', is_wrapped: true }],
  }
}

function makeCard(card: PostingCard, style: CardStyle, claim: Claim): CardBlock | SectionBlock {
  const room = style === 'card' ? SLACK_LIMITS.cardTitle : SLACK_LIMITS.sectionText / 2
  const { title, subtitle, body } = renderCardLines(card, room)
  const details = card.details ? makeButton(card.details, 'views', claim) : []
  if (style === 'section') {
    const lines = [title, subtitle, body].filter(line => line !== '')
    const [accessory] = details
    return { ...section(lines.join('\n')), ...(accessory ? { accessory } : {}) }
  }
  const apply = card.url === null ? [] : makeLinkButton('Apply', card.url)
  const buttons = [...details, ...apply].slice(0, SLACK_LIMITS.cardButtons)
  const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text, verbatim: true })
  return {
    type: 'card',
    title: mrkdwn(title),
    ...(subtitle === '' ? {} : { subtitle: mrkdwn(subtitle) }),
    ...(body === '' ? {} : { body: mrkdwn(body) }),
    ...(buttons.length === 0 ? {} : { actions: buttons }),
  }
}

function makeButton(button: Button, kind: ControlKind, claim: Claim): ButtonElement[] {
  const actionId = writeActionId(button.opensForm ? 'opens' : kind, button.key)
  if (!claim(actionId)) return []
  return [
    {
      type: 'button',
      text: plainText(button.label, SLACK_LIMITS.buttonText),
      action_id: actionId,
      ...(button.weight === undefined ? {} : { style: button.weight }),
    },
  ]
}

function makeLinkButton(label: string, url: string): ButtonElement[] {
  const link = readLink(url, SLACK_LIMITS.buttonUrl)
  return link === null ? [] : [{ type: 'button', text: plainText(label, SLACK_LIMITS.buttonText), url: link }]
}

function plainText(text: string, max: number) {
  return { type: 'plain_text', text: shortenText(text, max) || '…', emoji: false } as const
}

/** The menu stands behind the button that most people press. */
function rowPiece({ buttons, menu }: RowPart, claim: Claim): Piece[] {
  const [first, ...others] = buttons.flatMap(button => makeButton(button, 'press', claim))
  const elements = [...(first ? [first] : []), ...(menu ? makeMenu(menu, claim) : []), ...others]
  return actionPieces(elements, buttons.length > 0 ? RANKS.control : RANKS.menu)
}

function actionPieces(elements: readonly (ButtonElement | StaticSelect)[], rank: number): Piece[] {
  if (elements.length === 0) return []
  const block: ActionsBlock = {
    type: 'actions',
    elements: elements.slice(0, SLACK_LIMITS.actionElements),
  }
  return piece(block, rank)
}

function makeMenu({ title, options }: MenuBlock, claim: Claim): StaticSelect[] {
  const offered = [...new Map(options.map(option => [option.key, option])).values()]
    .filter(({ key }) => key !== '' && key.length <= SLACK_LIMITS.optionValue)
    .slice(0, SLACK_LIMITS.menuOptions)
  const actionId = writeActionId('menu', offered[0]?.key ?? '')
  if (offered.length === 0 || !claim(actionId)) return []
  return [
    {
      type: 'static_select',
      action_id: actionId,
      placeholder: plainText(title, SLACK_LIMITS.menuPlaceholder),
      options: offered.map(({ label, key }) => ({
        text: plainText(label, SLACK_LIMITS.menuText),
        value: key,
      })),
    },
  ]
}

/** The whole reply as plain words: Slack reads it out and shows it in notifications. */
export function renderFallback({ blocks }: Pick<Reply, 'blocks'>): string {
  const lines = blocks.flatMap(describeBlock)
  return shortenLines(lines, SLACK_LIMITS.fallbackText) || NOTHING
}

function describeBlock(block: ReplyBlock): string[] {
  if (block.type === 'text') return [renderText(block)]
  if (block.type === 'facts') return [renderFacts(block)]
  if (block.type !== 'posting') return []
  const { title, subtitle, body } = renderCardLines(block, SLACK_LAYOUT.linkUrl + SLACK_LAYOUT.titleText)
  return [[title, subtitle, body].filter(line => line !== '').join(' · ')]
}

/** Whole lines, as many as fit. */
function shortenLines(lines: readonly string[], max: number): string {
  const sized = lines
    .filter(line => line !== '')
    .map((line, rank) => ({ line, rank, text: line.length + 1, components: 0 }))
  return keepFitting(sized, { text: max, components: 0 })
    .map(({ line }) => line)
    .join('\n')
}
