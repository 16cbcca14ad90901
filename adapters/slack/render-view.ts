import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { shortenText } from '../../src/layout/fit-text.ts'
import type { ChannelsField, ChoiceField, FormBlock, FormField, Reply, TextField } from '../../src/reply.ts'
import { SLACK_LAYOUT, SLACK_LIMITS } from './limits.ts'
import { renderBlocks } from './render.ts'

/** The `callback_id` of every form. */
export const FORM_CALLBACK = 'form'
/** The `callback_id` of a view that only shows something. */
export const READING_CALLBACK = 'reading'

const BLOCK_PREFIX = 'field:'

/**
 * A form as a modal.
 * @param metadata what the answer to the form needs to know, as text of at most 3,000 characters
 */
export function renderForm(form: FormBlock, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    title: plainText(form.title, SLACK_LIMITS.viewTitle),
    submit: plainText(form.submit, SLACK_LIMITS.viewButton),
    close: plainText('Cancel', SLACK_LIMITS.viewButton),
    private_metadata: metadata.slice(0, SLACK_LIMITS.privateMetadata),
    blocks: form.fields.map(renderField),
  }
}

/** A reply that only its asker reads, as a modal. */
export function renderView(reply: Pick<Reply, 'blocks'>, title: string, metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: READING_CALLBACK,
    title: plainText(title, SLACK_LIMITS.viewTitle),
    close: plainText('Close', SLACK_LIMITS.viewButton),
    private_metadata: metadata.slice(0, SLACK_LIMITS.privateMetadata),
    blocks: renderBlocks(reply.blocks, 'section', SLACK_LIMITS.viewBlocks) as KnownBlock[],
  }
}

function plainText(text: string, max: number) {
  return { type: 'plain_text', text: shortenText(text, max) || '…', emoji: false } as const
}

function renderField(field: FormField): InputBlock {
  return {
    type: 'input',
    block_id: `${BLOCK_PREFIX}${field.name}`,
    label: plainText(field.label, SLACK_LIMITS.inputLabel),
    optional: !field.isRequired,
    ...(field.hint === null ? {} : { hint: plainText(field.hint, SLACK_LIMITS.inputHint) }),
    element: renderElement(field),
  }
}

/** The name of a field by the id of its block. */
export function readFieldName(blockId: string): string | null {
  return blockId.startsWith(BLOCK_PREFIX) ? blockId.slice(BLOCK_PREFIX.length) : null
}

function renderElement(field: FormField): InputBlock['element'] {
  if (field.type === 'text') return renderText(field)
  return field.type === 'choice' ? renderChoice(field) : renderChannels(field)
}

function renderText({ name, value, isLong }: TextField): InputBlock['element'] {
  const fitting = value.length <= SLACK_LAYOUT.question ? value : ''
  return {
    type: 'plain_text_input',
    action_id: name,
    multiline: isLong,
    max_length: SLACK_LAYOUT.question,
    ...(fitting === '' ? {} : { initial_value: fitting }),
  }
}

function renderChoice({ name, options, chosen, isMultiple }: ChoiceField): InputBlock['element'] {
  const offered = options.slice(0, SLACK_LIMITS.menuOptions).map(({ label, value }) => ({
    text: plainText(label, SLACK_LIMITS.menuText),
    value,
  }))
  const initial = offered.filter(({ value }) => chosen.includes(value))
  if (isMultiple)
    return {
      type: 'multi_static_select',
      action_id: name,
      options: offered,
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    }
  const [first] = initial
  return {
    type: 'static_select',
    action_id: name,
    options: offered,
    ...(first ? { initial_option: first } : {}),
  }
}

function renderChannels({ name, chosen }: ChannelsField): InputBlock['element'] {
  return {
    type: 'multi_conversations_select',
    action_id: name,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(chosen.length === 0 ? {} : { initial_conversations: [...chosen] }),
  }
}
