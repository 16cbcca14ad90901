import type { renderView } from '../slack/render-view.ts'
import { drawDialog, drawField, type FormControl } from './draw-form.ts'
import { type Block, drawSlackBlocks } from './draw-slack.ts'
import { type Html, html } from './html.ts'

type ModalView = ReturnType<typeof renderView>

/** Draws a modal: one that is only read by the library, a form with inputs that can be filled in. */
export function drawSlackView({ title, blocks, submit, close, private_metadata }: ModalView): Html {
  const inputs = blocks.filter((block): block is InputBlock => block.type === 'input')
  const rest = blocks.filter(block => block.type !== 'input') as unknown as readonly Block[]
  return drawDialog({
    title: title.text,
    metadata: private_metadata ?? '',
    submit: submit?.text ?? null,
    close: close?.text ?? 'Close',
    body: [
      ...(rest.length > 0 ? [html`<div class="slack-blocks">${drawSlackBlocks(rest)}</div>`] : []),
      ...inputs.map(drawInput),
    ],
  })
}

type InputBlock = Extract<ModalView['blocks'][number], { readonly type: 'input' }>

function drawInput(block: InputBlock): Html {
  const { label, hint, element, optional } = block
  const name = writeInputName(
    block.block_id ?? '',
    'action_id' in element ? (element.action_id ?? '') : '',
    element.type,
  )
  return drawField({
    label: label.text,
    hint: hint?.text ?? null,
    control: readControl(element, name, optional !== true),
  })
}

function readControl(element: InputBlock['element'], name: string, isRequired: boolean): FormControl {
  if (element.type === 'plain_text_input')
    return {
      type: 'text',
      name,
      value: element.initial_value ?? '',
      isLong: element.multiline === true,
      isRequired,
    }
  if (element.type !== 'static_select' && element.type !== 'multi_static_select')
    return { type: 'channels', name, isRequired }
  const isMultiple = element.type === 'multi_static_select'
  const initial = isMultiple ? (element.initial_options ?? []) : [element.initial_option]
  const chosen = initial.flatMap(option => option?.value ?? [])
  const options = (element.options ?? []).map(({ text, value = '' }) => ({
    label: text.text,
    value,
    isChosen: chosen.includes(value),
  }))
  return { type: 'choice', name, options, isMultiple, isRequired }
}

/** Where an input's value belongs in what Slack sends back, in the name of the input. */
export function writeInputName(blockId: string, actionId: string, type: string): string {
  return JSON.stringify([blockId, actionId, type])
}
