import { type Html, html } from './html.ts'
import { SHOWN_TIME, VISITOR } from './visitor.ts'

/** A message of Slack with its author. */
export function frameSlack(author: 'you' | 'bot', content: Html, isEphemeral: boolean): Html {
  const isBot = author === 'bot'
  return html`<article class="slack-message">
    <img class="slack-avatar" src="/${author}.svg" alt="">
    <div class="slack-body">
      ${isEphemeral ? html`<p class="slack-aside">Only visible to you</p>` : null}
      <p class="slack-author"><b>${isBot ? 'Rolecall' : VISITOR.name}</b>${isBot ? html` <span class="slack-app">APP</span>` : null} <span class="slack-time">${SHOWN_TIME}</span></p>
      <div class="slack-blocks">${content}</div>
    </div>
  </article>`
}
