import type { renderForm } from '../discord/render-form.ts'
import { drawDialog, drawField, type FormControl } from './draw-form.ts'
import type { Html } from './html.ts'

type Modal = ReturnType<typeof renderForm>
type Label = Extract<Modal['components'][number], { component: unknown }>

/** The style of a text input with several lines: https://discord.com/developers/docs/components/reference. */
const PARAGRAPH = 2

/** Draws a modal. */
export function drawDiscordForm(modal: Modal): Html {
  const labels = modal.components.filter((component): component is Label => 'component' in component)
  const fields = labels.map(({ label, description, component }) =>
    drawField({ label, hint: description ?? null, control: readControl(component) }),
  )
  return drawDialog({
    title: modal.title,
    metadata: modal.custom_id,
    submit: 'Submit',
    close: 'Cancel',
    body: fields,
  })
}

function readControl(component: Label['component']): FormControl {
  const { custom_id: name } = component as { readonly custom_id: string }
  if ('style' in component)
    return {
      type: 'text',
      name,
      value: component.value ?? '',
      isLong: component.style === PARAGRAPH,
      isRequired: component.required !== false,
    }
  const isRequired = 'required' in component && component.required === true
  const isMultiple = 'max_values' in component && (component.max_values ?? 1) > 1
  if (!('options' in component)) return { type: 'channels', name, isRequired }
  const options = component.options.map(({ label, value, ...rest }) => ({
    label,
    value,
    isChosen: 'default' in rest && rest.default === true,
  }))
  return { type: 'choice', name, options, isMultiple, isRequired }
}
