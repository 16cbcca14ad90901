import { css } from 'lit'
import '@skyra/discord-components-core/components/discord-messages/DiscordMessages.js'
import '@skyra/discord-components-core/components/discord-message/DiscordMessage.js'
import '@skyra/discord-components-core/components/discord-author-info/DiscordAuthorInfo.js'
import '@skyra/discord-components-core/components/discord-verified-author-tag/DiscordVerifiedAuthorTag.js'
import '@skyra/discord-components-core/components/discord-action-row/DiscordActionRow.js'
import '@skyra/discord-components-core/components/discord-button/DiscordButton.js'
import '@skyra/discord-components-core/components/discord-bold/DiscordBold.js'
import '@skyra/discord-components-core/components/discord-code/DiscordCode.js'
import '@skyra/discord-components-core/components/discord-header/DiscordHeader.js'
import '@skyra/discord-components-core/components/discord-link/DiscordLink.js'
import '@skyra/discord-components-core/components/discord-list-item/DiscordListItem.js'
import '@skyra/discord-components-core/components/discord-mention/DiscordMention.js'
import '@skyra/discord-components-core/components/discord-quote/DiscordQuote.js'
import '@skyra/discord-components-core/components/discord-subscript/DiscordSubscript.js'
import '@skyra/discord-components-core/components/discord-unordered-list/DiscordUnorderedList.js'

/**
 * The library draws Discord as it looked before 2025, its light theme in colours that are hard to read; the variables
 * of discord.css bring colours and spacing up to date. Sheets are added before the first element is made.
 */
const SHEETS = {
  'discord-message': css`
    :host { color: var(--text); font-size: 1rem; padding-right: 1rem; }
    .discord-author-avatar { margin-right: var(--avatar-gap); }
    .discord-message-content { min-width: 0; line-height: 1.375; }
    .discord-message-timestamp, .discord-message-ephemeral { color: var(--muted) !important; }
    .discord-message-ephemeral .discord-message-ephemeral-link { color: var(--link); }
    :host(:hover) { background: none; }
    :host([ephemeral]), :host([ephemeral]:hover) { background-color: var(--ephemeral); }
  `,
  'discord-author-info': css`
    :host .discord-author-username { color: var(--strong); font-weight: 600; }
  `,
  'discord-button': css`
    :host > *:first-child {
      margin: 0; padding: 2px 14px; height: 28px; min-height: 28px; min-width: 32px;
      border-radius: 8px; text-align: center; font-family: inherit;
    }
    :host > *:first-child:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    .secondary, .secondary.hoverable:hover { color: var(--on-button); background-color: var(--button); }
    .primary, .primary.hoverable:hover { background-color: var(--primary); }
    .destructive, .destructive.hoverable:hover { background-color: var(--danger); }
  `,
  'discord-link': css`
    a { color: var(--link); }
    a:focus-visible { outline: 2px solid var(--focus); }
  `,
  'discord-subscript': css`
    small { color: var(--muted); }
  `,
  'discord-header': css`
    :host > * { margin: 4px 0; color: var(--strong); }
  `,
  'discord-quote': css`
    .discord-quote-divider { background-color: var(--edge); flex: none; }
  `,
  'discord-code': css`
    :host { background-color: var(--raised); }
  `,
  'discord-mention': css`
    :host, :host(:hover) { color: var(--link); background-color: var(--raised); }
  `,
}

for (const [name, sheet] of Object.entries(SHEETS)) {
  const element = customElements.get(name)
  element.elementStyles = [...element.elementStyles, sheet]
}
