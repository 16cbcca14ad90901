import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js'
import { shortenText } from '../../src/layout/fit-text.ts'
import type { ChannelsField, ChoiceField, FormBlock, FormField, TextField } from '../../src/reply.ts'
import { writeCustomId } from './custom-id.ts'
import { DISCORD_LAYOUT, DISCORD_LIMITS } from './limits.ts'

type Control = APILabelComponent['component']

/** A form as a modal. */
export function renderForm(form: FormBlock): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writeCustomId('form', form.key),
    title: shortenText(form.title, DISCORD_LIMITS.formTitle) || '…',
    components: form.fields.slice(0, DISCORD_LIMITS.formFields).map(renderField),
  }
}

function renderField(field: FormField): APILabelComponent {
  const description = shortenText(field.hint ?? '', DISCORD_LIMITS.formHint)
  return {
    type: ComponentType.Label,
    label: shortenText(field.label, DISCORD_LIMITS.formLabel) || '…',
    ...(description === '' ? {} : { description }),
    component: renderControl(field),
  }
}

function renderControl(field: FormField): Control {
  if (field.type === 'text') return renderTextInput(field)
  return field.type === 'choice' ? renderChoice(field) : renderChannels(field)
}

function renderTextInput({ name, value, isLong, isRequired }: TextField): Control {
  const fitting = value.length <= DISCORD_LAYOUT.question ? value : ''
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: isRequired,
    ...(isRequired ? { min_length: 1 } : {}),
    max_length: DISCORD_LAYOUT.question,
    ...(fitting === '' ? {} : { value: fitting }),
  }
}

function renderChoice({ name, options, chosen, isMultiple, isRequired }: ChoiceField): Control {
  const offered = options.slice(0, DISCORD_LIMITS.menuOptions)
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    required: isRequired,
    min_values: isRequired ? 1 : 0,
    max_values: isMultiple ? offered.length : 1,
    options: offered.map(({ label, value }) => ({
      label: shortenText(label, DISCORD_LIMITS.menuText) || '…',
      value,
      ...(chosen.includes(value) ? { default: true } : {}),
    })),
  }
}

function renderChannels({ name, chosen, isRequired }: ChannelsField): Control {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: name,
    required: isRequired,
    min_values: isRequired ? 1 : 0,
    max_values: DISCORD_LIMITS.menuOptions,
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    ...(chosen.length === 0
      ? {}
      : {
          default_values: chosen
            .slice(0, DISCORD_LIMITS.menuOptions)
            .map(id => ({ id, type: SelectMenuDefaultValueType.Channel })),
        }),
  }
}
