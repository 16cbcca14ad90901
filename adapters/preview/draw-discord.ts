import type { DiscordMessage } from '../discord/render.ts'
import { drawDiscordText } from './draw-discord-text.ts'
import { drawMenu } from './draw-menu.ts'
import { type Html, html } from './html.ts'

/** A component as Discord's API takes it, of which the fields depend on the type. */
export interface Component {
  readonly type: number
  readonly [field: string]: unknown
}

/**
 * What is drawn for each type of component, by the numbers of https://discord.com/developers/docs/components/reference
 * (read in November 2026). The library draws the frame, buttons and markup; none draws these.
 */
const DRAWINGS: Readonly<Record<number, (component: Component) => Html>> = {
  1: row => html`<discord-action-row>${drawAll(row.components)}</discord-action-row>`,
  2: drawButton,
  3: drawSelect,
  9: section => html`<div class="section">
    <div class="section-text">${drawAll(section.components)}</div>
    <discord-action-row class="accessory">${drawAll([section.accessory])}</discord-action-row>
  </div>`,
  10: text => html`<div class="text">${drawDiscordText(read(text.content))}</div>`,
  12: gallery => html`<div class="gallery">${listObjects(gallery.items).map(drawPicture)}</div>`,
  14: separator => html`<hr class="${separator.divider === false ? 'gap' : 'divider'}">`,
  17: drawContainer,
}

/** Draws what a message holds; whatever has no drawing is named, so that nobody takes it for nothing. */
export function drawDiscordMessage({ components }: Pick<DiscordMessage, 'components'>): Html {
  return drawAll(components)
}

function drawAll(components: unknown): Html {
  return html`${listObjects(components).map(drawComponent)}`
}

function drawComponent(value: Readonly<Record<string, unknown>>): Html {
  const type = Number(value.type)
  return DRAWINGS[type]?.({ ...value, type }) ?? html`<p>[component ${type} is not drawn]</p>`
}

function listObjects(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : []
}

function read(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'destructive',
}

function drawButton({ style, label, custom_id, url }: Component): Html {
  const text = read(label)
  if (typeof url === 'string') return html`<discord-button url="${url}">${text}</discord-button>`
  const type = STYLES[Number(style)] ?? 'secondary'
  return html`<discord-button type="${type}" data-press="${read(custom_id)}">${text}</discord-button>`
}

function drawSelect({ custom_id, placeholder, options }: Component): Html {
  const offered = listObjects(options).map(option => ({
    label: read(option.label),
    value: read(option.value),
  }))
  return drawMenu(read(placeholder), read(custom_id), offered)
}

function drawPicture({ media, description }: Readonly<Record<string, unknown>>): Html {
  const url = typeof media === 'object' && media !== null && 'url' in media ? read(media.url) : ''
  return html`<img src="${url}" alt="${read(description)}">`
}

function drawContainer({ accent_color, components }: Component): Html {
  const colour = Number.isInteger(accent_color) ? Number(accent_color) : null
  const edge =
    colour === null ? '' : `border-inline-start: 4px solid #${colour.toString(16).padStart(6, '0')}`
  return html`<div class="container" style="${edge}">${drawAll(components)}</div>`
}
