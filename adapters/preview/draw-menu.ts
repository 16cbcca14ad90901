import { type Html, html } from './html.ts'

/** A choice of a menu as either platform's payload holds it. */
export interface MenuChoice {
  readonly label: string
  readonly value: string
}

/** A menu that opens in place and is used with mouse or keyboard. A choice acts at once, as in both platforms. */
export function drawMenu(title: string, id: string, choices: readonly MenuChoice[]): Html {
  return html`<details class="menu">
    <summary>${title || 'Choose'}</summary>
    <ul>${choices.map(({ label, value }) => html`<li><button type="button" data-press="${id}" data-picked="${value}">${label}</button></li>`)}</ul>
  </details>`
}
