import { SERVED_PACKAGES } from './assets.ts'
import { EXAMPLES } from './examples.ts'
import { type Html, html, trust } from './html.ts'

const ENTRIES: Readonly<Record<string, string>> = {
  '@skyra/discord-components-core': 'dist/',
  '@lit/context': '',
  lit: '',
}
const MAINS: Readonly<Record<string, string>> = {
  lit: 'lit/index.js',
  'lit-html': 'lit-html/lit-html.js',
  'lit-element': 'lit-element/index.js',
  '@lit/reactive-element': '@lit/reactive-element/reactive-element.js',
  '@lit/context': '@lit/context/index.js',
}

/** Where the browser finds the packages: their installed files, without a bundler. */
function makeImportMap(): string {
  const imports = SERVED_PACKAGES.flatMap(name => {
    const main = MAINS[name]
    return [
      [`${name}/`, `/modules/${name}/${ENTRIES[name] ?? ''}`] as const,
      ...(main === undefined ? [] : [[name, `/modules/${main}`] as const]),
    ]
  })
  return JSON.stringify({ imports: Object.fromEntries(imports) })
}

const PLATFORMS = [
  {
    id: 'discord',
    name: 'Discord',
    note: 'Drawn from the message that Discord would get. It is a drawing, not Discord’s own.',
  },
  {
    id: 'slack',
    name: 'Slack',
    note: 'Drawn from the blocks that Slack would get. It is a drawing, not Slack’s own.',
  },
] as const

function drawPane({ id, name, note }: (typeof PLATFORMS)[number]): Html {
  const log = html`<div class="log" role="log" aria-label="${name}" tabindex="0"></div>`
  return html`<section class="pane ${id}" id="${id}" aria-label="${name}">
    <header><h2>${name}</h2><p>${note}</p></header>
    ${log}
    <dialog tabindex="-1" aria-label="A window of ${name}"></dialog>
  </section>`
}

function drawChoice(name: string, label: string, choices: readonly (readonly [string, string])[]): Html {
  return html`<label>${label} <select name="${name}">${choices.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>`
}

/** @param source what the postings are, in a few words @param nonce lets this page's own inline script run */
export function drawPage(source: string, nonce: string): string {
  return html`<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rolecall preview</title>
<link rel="icon" href="/bot.svg">
<link rel="stylesheet" href="/slack-blocks.css">
<link rel="stylesheet" href="/page.css">
<link rel="stylesheet" href="/discord.css">
<link rel="stylesheet" href="/slack.css">
<script type="importmap" nonce="${nonce}">${trust(makeImportMap())}</script>
<script type="module" src="/page.js"></script>
</head>
<body>
<header class="top">
  <h1>Rolecall preview</h1>
  <p>${source}. Plain words are a direct message; <code>/jobs …</code> is the command, used in a channel.</p>
  <form class="view" aria-label="How it is shown">
    ${drawChoice('theme', 'Theme', [
      ['light', 'light'],
      ['dark', 'dark'],
    ])}
    ${drawChoice('width', 'Width', [
      ['desktop', 'desktop'],
      ['phone', 'phone'],
    ])}
    ${drawChoice('only', 'Show', [
      ['', 'both'],
      ['discord', 'Discord'],
      ['slack', 'Slack'],
    ])}
  </form>
</header>
<nav class="examples" aria-label="Examples">${EXAMPLES.map(({ id, label, steps }) => html`<button type="button" data-example="${id}" data-steps="${JSON.stringify(steps)}">${label}</button>`)}</nav>
<main>${PLATFORMS.map(drawPane)}</main>
<form class="composer">
  <label class="unseen" for="question">Your question</label>
  <input id="question" name="question" autocomplete="off" placeholder="remote ML infra roles over 200k" required>
  <button type="submit">Ask</button>
</form>
</body>
</html>`.html
}
