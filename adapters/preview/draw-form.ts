import { type Html, html } from './html.ts'

/** What is filled in, the same for both platforms once their payloads are read. */
export type FormControl =
  | {
      readonly type: 'text'
      readonly name: string
      readonly value: string
      readonly isLong: boolean
      readonly isRequired: boolean
    }
  | {
      readonly type: 'choice'
      readonly name: string
      readonly options: readonly {
        readonly label: string
        readonly value: string
        readonly isChosen: boolean
      }[]
      readonly isMultiple: boolean
      readonly isRequired: boolean
    }
  | { readonly type: 'channels'; readonly name: string; readonly isRequired: boolean }

/** Channels of a server that does not exist. */
const CHANNELS = ['general', 'jobs', 'jobs-remote']

/** A control with what is said about it; the hint is null where the label says it all. */
export interface Field {
  readonly label: string
  readonly hint: string | null
  readonly control: FormControl
}

/** Draws a labelled control. */
export function drawField({ label, hint, control }: Field): Html {
  const mark = control.isRequired ? html` <span aria-hidden="true" class="required">*</span>` : null
  return html`<label class="field"><span class="label">${label}${mark}</span>
    ${hint === null ? null : html`<span class="hint">${hint}</span>`}
    ${drawControl(control)}</label>`
}

function drawControl(control: FormControl): Html {
  const required = control.isRequired ? html` required` : null
  if (control.type === 'text')
    return control.isLong
      ? html`<textarea name="${control.name}" rows="3"${required}>${control.value}</textarea>`
      : html`<input name="${control.name}" value="${control.value}"${required}>`
  if (control.type === 'channels')
    return html`<select name="${control.name}" multiple size="3"${required}>${CHANNELS.map(name => html`<option value="C${name}">#${name}</option>`)}</select>`
  const { name, options, isMultiple } = control
  const none = isMultiple || control.isRequired ? null : html`<option value="">–</option>`
  const listed = options.map(({ label, value, isChosen }) =>
    isChosen
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`,
  )
  const multiple = isMultiple ? html` multiple size="${Math.min(options.length, 6)}"` : null
  return html`<select name="${name}"${multiple}${required}>${none}${listed}</select>`
}

/** What stands in a window over the conversation. */
export interface Dialog {
  readonly title: string
  /** What goes back with whatever is pressed or sent in it. */
  readonly metadata: string
  /** On the button that sends it; null where it is only read. */
  readonly submit: string | null
  readonly close: string
  readonly body: readonly Html[]
}

/** Draws a window. */
export function drawDialog({ title, metadata, submit, close, body }: Dialog): Html {
  return html`<form method="dialog" data-metadata="${metadata}">
    <h2 class="dialog-title">${title}</h2>
    <div class="dialog-body">${body}</div>
    <div class="dialog-buttons">
      <button type="button" class="dialog-button" data-close>${close}</button>
      ${submit === null ? null : html`<button type="submit" class="dialog-button primary">${submit}</button>`}
    </div>
  </form>`
}
