import './discord-elements.js'

const root = document.documentElement
const panes = new Map([...document.querySelectorAll('.pane')].map(pane => [pane.id, pane]))

/** The message that a control stands in, or that opened the window it stands in. */
function findMessage(control) {
  const holder = control.closest('[data-message]') ?? control.closest('dialog')?.opener
  return holder?.dataset.message ? JSON.parse(holder.dataset.message) : null
}

async function act(pane, event) {
  const opener = event.opener ?? null
  const body = { platform: pane.id, ...event, opener: undefined }
  const headers = { 'content-type': 'application/json' }
  pane.dataset.busy = String(Number(pane.dataset.busy ?? 0) + 1)
  try {
    const response = await fetch('/act', { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`the preview answered ${response.status}`)
    for await (const effect of readEffects(response.body)) EFFECTS[effect.type](pane, effect, opener)
  } catch (error) {
    appendNote(pane, `This did not work: ${error.message}. Is the preview still running?`)
  } finally {
    pane.dataset.busy = String(Number(pane.dataset.busy) - 1)
  }
}

async function* readEffects(body) {
  let rest = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()
    for (const line of lines) yield JSON.parse(line)
  }
}

const EFFECTS = {
  post(pane, { message, author, html }) {
    const log = pane.querySelector('.log')
    const holder = document.createElement('div')
    holder.className = `message by-${author} in-${message.place}`
    holder.dataset.message = JSON.stringify(message)
    holder.tabIndex = -1
    holder.innerHTML = html
    log.append(holder)
    // The beginning of a long answer is what one wants to read first, below the question that it answers.
    const before = holder.previousElementSibling
    const top = before?.classList.contains('by-you') ? before : holder
    log.scrollTop = top.offsetTop - log.offsetTop
  },
  replace(pane, { id, html }) {
    const holder = [...pane.querySelectorAll('[data-message]')].find(
      candidate => JSON.parse(candidate.dataset.message).id === id,
    )
    if (!holder) return
    const hadFocus = holder.contains(document.activeElement)
    holder.innerHTML = html
    if (hadFocus) holder.focus({ preventScroll: true })
  },
  window(pane, { html }, opener) {
    const dialog = pane.querySelector('dialog')
    if (opener) dialog.opener = opener
    dialog.innerHTML = html
    dialog.setAttribute('aria-label', dialog.querySelector('h2').textContent)
    placeOver(dialog, pane)
    if (!dialog.open) dialog.showModal()
    // A form begins with its first field; what is only read begins at its top, where no control is.
    const first = dialog.querySelector('input, textarea, select')
    if (first) first.focus()
    else dialog.focus()
  },
}

/** A window covers its own conversation and leaves the other one to be seen. */
function placeOver(dialog, pane) {
  const { left, width } = pane.getBoundingClientRect()
  const wide = Math.min(480, width - 16)
  dialog.style.width = `${wide}px`
  dialog.style.left = `${left + (width - wide) / 2}px`
}

function appendNote(pane, text) {
  const note = document.createElement('p')
  note.className = 'note'
  note.textContent = text
  pane.querySelector('.log').append(note)
}

/** What a click means: a control of ours, of the library for Slack, or of the one for Discord. */
function readPress(target) {
  const ours = target.closest('[data-press]')
  if (ours) return { control: ours, id: ours.dataset.press, picked: ours.dataset.picked ?? null }
  const button = target.closest('.slack-blocks button[id]')
  return button ? { control: button, id: button.id, picked: null } : null
}

/** What the last presses of an example led to. */
let pressed = []

document.addEventListener('click', ({ target }) => {
  if (target.closest('[data-close]')) return target.closest('dialog').close()
  const press = readPress(target)
  if (!press) return
  const { control, id, picked } = press
  if (id.startsWith('link:')) return void window.open(id.slice('link:'.length), '_blank', 'noreferrer')
  const metadata = control.closest('[data-metadata]')?.dataset.metadata ?? null
  const isInWindow = control.closest('dialog') !== null
  const message = isInWindow ? null : findMessage(control)
  const opener = isInWindow ? null : control.closest('[data-message]')
  pressed.push(act(control.closest('.pane'), { type: 'press', id, picked, message, metadata, opener }))
})

document.addEventListener('submit', event => {
  const form = event.target
  if (form.className === 'composer') {
    event.preventDefault()
    const input = form.elements.question
    sayEverywhere(input.value)
    input.select()
  } else if (form.dataset.metadata !== undefined) {
    const values = {}
    for (const name of new Set([...form.elements].map(element => element.name).filter(Boolean)))
      values[name] = new FormData(form).getAll(name)
    const { metadata } = form.dataset
    act(form.closest('.pane'), { type: 'submit', metadata, values, message: findMessage(form) })
  }
})

function sayEverywhere(text) {
  return Promise.all([...panes.values()].map(pane => act(pane, { type: 'say', text })))
}

const STEPS = {
  say: sayEverywhere,
  show: example => Promise.all([...panes.values()].map(pane => act(pane, { type: 'show', example }))),
  press: label => {
    pressed = []
    for (const pane of panes.values()) findControl(pane, label)?.click()
    return Promise.all(pressed)
  },
}

/** The first control of the last message whose label begins so. */
function findControl(pane, label) {
  const [last] = [...pane.querySelectorAll('.message')].slice(-1)
  const controls = last?.querySelectorAll('[data-press], .slack-blocks button[id]') ?? []
  return [...controls].find(({ textContent }) => textContent.trim().startsWith(label))
}

async function runExample(steps) {
  for (const log of document.querySelectorAll('.log')) log.replaceChildren()
  for (const step of steps) {
    const [[name, value]] = Object.entries(step)
    await STEPS[name](value)
  }
}

for (const button of document.querySelectorAll('[data-example]'))
  button.addEventListener('click', () => runExample(JSON.parse(button.dataset.steps)))

/** How the page is shown stands in its address, so that it can be kept and sent. */
const view = document.querySelector('form.view')
const address = new URL(location.href)

function showView() {
  for (const { name, value } of view.elements) {
    root.dataset[name] = value
    if (value) address.searchParams.set(name, value)
    else address.searchParams.delete(name)
  }
  history.replaceState(null, '', address)
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
view.elements.theme.value = address.searchParams.get('theme') ?? (prefersDark ? 'dark' : 'light')
view.elements.width.value = address.searchParams.get('width') ?? 'desktop'
view.elements.only.value = address.searchParams.get('only') ?? ''
view.addEventListener('change', showView)
showView()

const wanted = document.querySelector(
  `[data-example="${CSS.escape(address.searchParams.get('example') ?? '')}"]`,
)
wanted?.click()
document.querySelector('#question').focus()
root.dataset.ready = 'true'
