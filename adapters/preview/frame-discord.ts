import { type Html, html } from './html.ts'
import { SHOWN_TIME, VISITOR } from './visitor.ts'

/** A message of Discord with its author, as the library draws it. */
export function frameDiscord(author: 'you' | 'bot', content: Html, isEphemeral: boolean): Html {
  const hidden = isEphemeral ? html` ephemeral` : null
  const isBot = author === 'bot'
  return html`<discord-message author="${isBot ? 'Rolecall' : VISITOR.name}" avatar="/${author}.svg" timestamp="${SHOWN_TIME}"${isBot ? html` bot` : null}${hidden}>${content}</discord-message>`
}
