import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js'
import { shortenText } from '../../src/layout/fit-text.ts'
import { keepFitting, type Sized } from '../../src/layout/keep-fitting.ts'
import { readLink } from '../../src/layout/read-link.ts'
import type {
  Button,
  FormBlock,
  LinkBlock,
  MenuBlock,
  PostingCard,
  Reply,
  ReplyBlock,
} from '../../src/reply.ts'
import { writeCustomId } from './custom-id.ts'
import { DISCORD_LIMITS } from './limits.ts'
import { renderCard, renderFacts, renderText } from './render-text.ts'

/** A message as every send and edit carries it: it pings nobody. */
export interface DiscordMessage {
  readonly flags: MessageFlags.IsComponentsV2
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false }
}

/** A part of the message that is kept or left out as a whole. */
interface Piece extends Sized {
  readonly component: APIMessageTopLevelComponent
}

/** What of a message is kept first: controls, what the answer says, the postings, then the rest. */
const RANKS = { control: 0, said: 1, posting: 2, facts: 3, menu: 4, hint: 5, quote: 6 } as const
const TEXT_RANKS = { receipt: 1, heading: 1, body: 1, problem: 1, hint: 5, quote: 6 } as const
const NOTHING = 'There is nothing to show.'
const NAMED_CHANNELS = 10

/** Lays a reply out as a message that keeps every limit, whatever the postings hold. */
export function renderReply(reply: Reply): DiscordMessage {
  const claim = createClaim()
  const pieces = reply.blocks.flatMap(block => renderBlock(block, claim))
  const kept = keepFitting(pieces, {
    text: DISCORD_LIMITS.messageText,
    components: DISCORD_LIMITS.components,
  })
  const components = mergeTexts(kept.map(piece => piece.component))
  return makeMessage(components.length > 0 ? components : [textDisplay(NOTHING)])
}

function makeMessage(components: readonly APIMessageTopLevelComponent[]): DiscordMessage {
  const flags = MessageFlags.IsComponentsV2
  return { flags, components, allowedMentions: { parse: [], repliedUser: false } }
}

/** Says in which channels the bot answers; ids of channels are links to them and ping nobody. */
export function renderPointer(channelIds: readonly string[]): DiscordMessage {
  const named = channelIds.slice(0, NAMED_CHANNELS).map(id => `<#${id}>`)
  const more = channelIds.length > named.length ? ' and others' : ''
  const text = `Whoever manages this server has me answer in ${named.join(', ')}${more}. /jobs works in every channel.`
  return makeMessage([textDisplay(text)])
}

/** Says of each `custom_id` whether it can still be used in the message, once. */
type Claim = (customId: string) => boolean

function createClaim(): Claim {
  const taken = new Set<string>()
  return customId => {
    const isFree = customId.length <= DISCORD_LIMITS.customId && !taken.has(customId)
    taken.add(customId)
    return isFree
  }
}

function renderBlock(block: ReplyBlock, claim: Claim): Piece[] {
  if (block.type === 'text') return textPiece(renderText(block), TEXT_RANKS[block.role])
  if (block.type === 'facts') return textPiece(renderFacts(block), RANKS.facts)
  if (block.type === 'posting') return cardPiece(block, claim)
  if (block.type === 'buttons') return rowPieces(block.buttons.flatMap(button => renderButton(button, claim)))
  if (block.type === 'menu') return menuPiece(block, claim)
  if (block.type === 'link') return linkPiece(block)
  if (block.type === 'form') return rowPieces(renderButton(openFormButton(block), claim))
  return []
}

/** Where no form can open by itself, a button opens it. */
function openFormButton({ title, key }: FormBlock): Button {
  return { label: title, words: '', key, opensForm: true, weight: 'primary' }
}

function textPiece(content: string, rank: number): Piece[] {
  // One more for the line break when texts are joined.
  return content === ''
    ? []
    : [{ rank, text: content.length + 1, components: 1, component: textDisplay(content) }]
}

function textDisplay(content: string) {
  return { type: ComponentType.TextDisplay, content } as const
}

function cardPiece(card: PostingCard, claim: Claim): Piece[] {
  const content = renderCard(card)
  const [accessory] = card.details ? renderButton(card.details, claim) : []
  if (accessory === undefined) return textPiece(content, RANKS.posting)
  const component: APISectionComponent = {
    type: ComponentType.Section,
    components: [textDisplay(content)],
    accessory,
  }
  return [{ rank: RANKS.posting, text: content.length, components: 3, component }]
}

const STYLES = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const

function renderButton({ label, key, opensForm, weight }: Button, claim: Claim): APIButtonComponent[] {
  const customId = writeCustomId(opensForm ? 'opens' : 'press', key)
  if (!claim(customId)) return []
  return [
    {
      type: ComponentType.Button,
      style: weight === undefined ? ButtonStyle.Secondary : STYLES[weight],
      label: shortenText(label, DISCORD_LIMITS.buttonLabel) || '…',
      custom_id: customId,
    },
  ]
}

function rowPieces(buttons: readonly APIButtonComponent[]): Piece[] {
  const { buttonsInRow } = DISCORD_LIMITS
  const rows = Array.from({ length: Math.ceil(buttons.length / buttonsInRow) }, (_, row) =>
    buttons.slice(row * buttonsInRow, (row + 1) * buttonsInRow),
  )
  return rows.map(components => ({
    rank: RANKS.control,
    text: 0,
    components: components.length + 1,
    component: { type: ComponentType.ActionRow, components },
  }))
}

function menuPiece({ title, options }: MenuBlock, claim: Claim): Piece[] {
  const offered = new Map(options.map(option => [option.key, option]))
  const usable = [...offered.values()]
    .filter(({ key }) => key !== '' && key.length <= DISCORD_LIMITS.menuText)
    .slice(0, DISCORD_LIMITS.menuOptions)
  const customId = writeCustomId('menu', usable[0]?.key ?? '')
  if (usable.length === 0 || !claim(customId)) return []
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: shortenText(title, DISCORD_LIMITS.menuPlaceholder),
    options: usable.map(({ label, key }) => ({
      label: shortenText(label, DISCORD_LIMITS.menuText) || '…',
      value: key,
    })),
  }
  const component: APIMessageTopLevelComponent = { type: ComponentType.ActionRow, components: [menu] }
  return [{ rank: RANKS.menu, text: 0, components: 2, component }]
}

/** A button where the address fits one, else a link in the text. */
function linkPiece({ label, url }: LinkBlock): Piece[] {
  const short = readLink(url, DISCORD_LIMITS.buttonUrl)
  const text = shortenText(label, DISCORD_LIMITS.buttonLabel) || '…'
  if (short !== null)
    return rowPieces([{ type: ComponentType.Button, style: ButtonStyle.Link, label: text, url: short }])
  const long = readLink(url, DISCORD_LIMITS.messageText / 2)
  return long === null ? [] : textPiece(`[${text}](${long})`, RANKS.said)
}

/** Texts that follow each other become one, which stands closer together on a phone. */
function mergeTexts(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const merged: APIMessageTopLevelComponent[] = []
  for (const component of components) {
    const last = merged.at(-1)
    const joins = last?.type === ComponentType.TextDisplay && component.type === ComponentType.TextDisplay
    if (joins) merged.splice(-1, 1, textDisplay(`${last.content}\n${component.content}`))
    else merged.push(component)
  }
  return merged
}

/** The choices of a reply as Discord offers them while a question is typed. */
export function renderChoices(reply: Reply): { readonly name: string; readonly value: string }[] {
  return reply.blocks
    .flatMap(block => (block.type === 'choices' ? block.choices : []))
    .filter(choice => choice.trim() !== '' && choice.length <= DISCORD_LIMITS.choiceText)
    .slice(0, DISCORD_LIMITS.choices)
    .map(choice => ({ name: choice, value: choice }))
}
