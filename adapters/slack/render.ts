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
import type {
  Button,
  ButtonsBlock,
  FactsBlock,
  LinkBlock,
  MenuBlock,
  PostingCard,
  Reply,
  ReplyBlock,
  TextBlock,
} from '../../src/reply.ts'
import { type ControlKind, writeActionId } from './action-id.ts'
import { SLACK_LAYOUT, SLACK_LIMITS } from './limits.ts'
import { renderCardLines, renderFacts, renderText } from './render-text.ts'

/** A message as every send and update carries it. */
export interface SlackMessage {
  /** What notifications and screen readers say; complete without the blocks. */
  readonly text: string
  readonly blocks: KnownBlock[]
  readonly unfurl_links: false
  readonly unfurl_media: false
}

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
    unfurl_links: false,
    unfurl_media: false,
  }
}

const NAMED_CHANNELS = 5

/** Says where the bot speaks. */
export function renderPointer(channelIds: readonly string[], command: string): SlackMessage {
  const named = channelIds.slice(0, NAMED_CHANNELS).map(id => `<#${id}>`)
  const more = channelIds.length > named.length ? ' and others' : ''
  const text = `Whoever manages this workspace has me answer in ${named.join(', ')}${more}. ${command} works in every channel.`
  return { text, blocks: [section(text)], unfurl_links: false, unfurl_media: false }
}

/** Lays blocks out inside the room of a message or a view. */
export function renderBlocks(blocks: readonly ReplyBlock[], style: CardStyle, most: number): KnownBlock[] {
  const claim = createClaim()
  const pieces = mergeTables(blocks).flatMap(block => renderBlock(block, style, claim))
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

/** Slack takes one table a message: every other one becomes lines. */
function mergeTables(blocks: readonly ReplyBlock[]): readonly (ReplyBlock | LongFacts)[] {
  const first = blocks.find(block => block.type === 'facts' && block.facts.length > SLACK_LAYOUT.factLines)
  return blocks.map(block =>
    block === first && block.type === 'facts' ? { ...block, type: 'table' } : block,
  )
}

type LongFacts = Omit<FactsBlock, 'type'> & { readonly type: 'table' }

function renderBlock(block: ReplyBlock | LongFacts, style: CardStyle, claim: Claim): Piece[] {
  if (block.type === 'text') return textPiece(block)
  if (block.type === 'facts') return piece(section(renderFacts(block)), RANKS.facts)
  if (block.type === 'table') return piece(makeTable(block), RANKS.facts)
  if (block.type === 'posting') return piece(makeCard(block, style, claim), RANKS.posting)
  if (block.type === 'buttons') return actionPieces(makeButtons(block, claim))
  if (block.type === 'menu') return menuPiece(block, claim)
  if (block.type === 'link') return linkPiece(block)
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
  const isAside = block.role === 'receipt' || block.role === 'hint'
  const context: ContextBlock = { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }
  return piece(isAside ? context : section(text), TEXT_RANKS[block.role])
}

function makeTable({ facts }: LongFacts): TableBlock {
  const rows = facts.slice(0, SLACK_LIMITS.tableRows).map(({ label, value }) => [
    { type: 'raw_text' as const, text: shortenText(label, 80) || '–' },
    { type: 'raw_text' as const, text: shortenText(value, 80) || '–' },
  ])
  return { type: 'table', rows, column_settings: [{ is_wrapped: true }, { is_wrapped: true }] }
}

function makeCard(card: PostingCard, style: CardStyle, claim: Claim): CardBlock | SectionBlock {
  const { title, subtitle, body } = renderCardLines(card)
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

function makeButtons({ buttons }: ButtonsBlock, claim: Claim): ButtonElement[] {
  return buttons.flatMap(button => makeButton(button, 'press', claim))
}

function actionPieces(elements: readonly (ButtonElement | StaticSelect)[]): Piece[] {
  if (elements.length === 0) return []
  const block: ActionsBlock = {
    type: 'actions',
    elements: elements.slice(0, SLACK_LIMITS.actionElements),
  }
  return piece(block, RANKS.control)
}

function menuPiece({ title, options }: MenuBlock, claim: Claim): Piece[] {
  const offered = [...new Map(options.map(option => [option.key, option])).values()]
    .filter(({ key }) => key !== '' && key.length <= SLACK_LIMITS.optionValue)
    .slice(0, SLACK_LIMITS.menuOptions)
  const actionId = writeActionId('menu', offered[0]?.key ?? '')
  if (offered.length === 0 || !claim(actionId)) return []
  const menu: StaticSelect = {
    type: 'static_select',
    action_id: actionId,
    placeholder: plainText(title, SLACK_LIMITS.menuPlaceholder),
    options: offered.map(({ label, key }) => ({ text: plainText(label, SLACK_LIMITS.menuText), value: key })),
  }
  return piece({ type: 'actions', elements: [menu] }, RANKS.menu)
}

function linkPiece({ label, url }: LinkBlock): Piece[] {
  return actionPieces(makeLinkButton(label, url))
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
  const { title, subtitle, body } = renderCardLines(block)
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
