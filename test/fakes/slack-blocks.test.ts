import type { KnownBlock } from '@slack/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlocks } from './slack/validation/check-blocks.ts'
import { checkView } from './slack/validation/check-view.ts'

const plain = (text: string) => ({ type: 'plain_text', text }) as const
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text }) as const
const long = (length: number) => 'x'.repeat(length)
const button = (id: string) => ({ type: 'button', action_id: id, text: plain(id) }) as const
const option = (text: string) => ({ text: plain(text), value: text }) as const
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))
const row = (count: number) => many(count, () => ({ type: 'raw_text', text: 'x' }) as const)
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) }) as const
const rich = {
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x', style: { bold: true } }] }],
} as const

const TAKEN: Readonly<Record<string, KnownBlock>> = {
  'a section with text, fields and a menu': {
    type: 'section',
    text: mrkdwn(long(3000)),
    fields: many(10, () => plain(long(2000))),
    accessory: { type: 'static_select', options: many(100, i => option(`${i}`)) },
    expand: true,
  },
  'a header': { type: 'header', text: plain(long(150)) },
  'a divider': { type: 'divider' },
  'a context': { type: 'context', elements: many(10, () => mrkdwn('x')) },
  'a row of 25 buttons': { type: 'actions', elements: many(25, i => button(`${i}`)) },
  'an image': { type: 'image', image_url: 'https://example.com/x.png', alt_text: 'x' },
  'a markdown block': { type: 'markdown', text: long(12_000) },
  'rich text': rich as unknown as KnownBlock,
  'a card': {
    type: 'card',
    title: mrkdwn(long(150)),
    subtitle: mrkdwn(long(150)),
    body: mrkdwn(long(200)),
    actions: [button('a'), button('b'), { ...button('c'), url: 'https://example.com' }],
  },
  'a carousel': {
    type: 'carousel',
    elements: many(10, () => ({ type: 'card', title: mrkdwn('x') }) as const),
  },
  'a table': { type: 'table', rows: many(100, () => row(20)), column_settings: [{ align: 'right' }] },
  'a data table': {
    type: 'data_table',
    caption: 'Pay',
    page_size: 100,
    rows: [
      row(2),
      [
        { type: 'raw_text', text: 'x' },
        { type: 'raw_number', value: 1, text: '1' },
      ],
    ],
  },
  'a container': {
    type: 'container',
    title: plain('x'),
    child_blocks: many(10, () => section('x')),
    is_collapsible: true,
  },
}

const REFUSED: readonly (readonly [name: string, block: object, message: RegExp])[] = [
  ['an unknown block', { type: 'hologram' }, /unsupported type: hologram.*\/blocks\/0\/type/],
  ['an unknown field', { ...section('x'), colour: 'red' }, /invalid additional property: colour/],
  ['an unknown field deep inside', { type: 'section', text: { ...mrkdwn('x'), size: 1 } }, /property: size/],
  ['a missing field', { type: 'header' }, /missing required field: text/],
  ['a section of nothing', { type: 'section' }, /must provide one of text, fields/],
  ['a long section', section(long(3001)), /less than 3001 characters.*\/blocks\/0\/text\/text/],
  ['an empty text', section(''), /more than 0 characters/],
  ['a long field', { type: 'section', fields: [plain(long(2001))] }, /less than 2001/],
  ['a header with markup', { type: 'header', text: mrkdwn('x') }, /must be one of plain_text/],
  ['a long header', { type: 'header', text: plain(long(151)) }, /less than 151/],
  ['eleven context elements', { type: 'context', elements: many(11, () => mrkdwn('x')) }, /no more than 10/],
  ['26 buttons', { type: 'actions', elements: many(26, i => button(`${i}`)) }, /no more than 25/],
  ['an input in a row', { type: 'actions', elements: [{ type: 'plain_text_input' }] }, /unsupported type/],
  [
    'a long button',
    { type: 'actions', elements: [{ type: 'button', text: plain(long(76)) }] },
    /less than 76/,
  ],
  ['a long value', { type: 'actions', elements: [{ ...button('a'), value: long(2001) }] }, /less than 2001/],
  [
    'a long address',
    { type: 'actions', elements: [{ ...button('a'), url: `https://${long(3000)}` }] },
    /3001/,
  ],
  ['no address', { type: 'actions', elements: [{ ...button('a'), url: 'javascript:x' }] }, /invalid url/],
  ['a long action_id', { type: 'actions', elements: [button(long(256))] }, /less than 256/],
  [
    'one action_id twice',
    { type: 'actions', elements: [button('a'), button('a')] },
    /`action_id` "a" already/,
  ],
  [
    '101 options',
    { ...section('x'), accessory: { type: 'static_select', options: many(101, i => option(`${i}`)) } },
    /no more than 100/,
  ],
  [
    'a start that is no option',
    {
      ...section('x'),
      accessory: { type: 'static_select', options: [option('a')], initial_option: option('b') },
    },
    /initial option/,
  ],
  [
    'eleven checkboxes',
    { ...section('x'), accessory: { type: 'checkboxes', options: many(11, i => option(`${i}`)) } },
    /no more than 10/,
  ],
  ['a long card', { type: 'card', body: mrkdwn(long(201)) }, /less than 201/],
  ['a card without markup', { type: 'card', title: plain('x') }, /must be one of mrkdwn/],
  ['an empty card', { type: 'card', subtitle: mrkdwn('x') }, /must provide one of/],
  ['four card buttons', { type: 'card', actions: many(4, i => button(`${i}`)) }, /no more than 3/],
  [
    'eleven cards',
    { type: 'carousel', elements: many(11, () => ({ type: 'card', title: mrkdwn('x') })) },
    /10/,
  ],
  ['101 table rows', { type: 'table', rows: many(101, () => row(1)) }, /no more than 100/],
  ['21 table columns', { type: 'table', rows: [row(21)] }, /no more than 20/],
  ['long tables', { type: 'table', rows: [[{ type: 'raw_text', text: long(10_001) }]] }, /less than 10001/],
  ['a data table of a header', { type: 'data_table', caption: 'x', rows: [row(1)] }, /no fewer than 2/],
  ['uneven rows', { type: 'data_table', caption: 'x', rows: [row(1), row(2)] }, /same number of cells/],
  [
    'a rich header',
    { type: 'data_table', caption: 'x', rows: [[rich], row(1)] },
    /not allowed in the header/,
  ],
  ['an alert in a message', { type: 'alert', text: plain('x') }, /unsupported type: alert/],
  [
    'a card in a container',
    { type: 'container', title: plain('x'), child_blocks: [{ type: 'card' }] },
    /card/,
  ],
  ['a long markdown block', { type: 'markdown', text: long(12_001) }, /less than 12001/],
  ['a field that every object has', { ...section('x'), constructor: 'x' }, /property: constructor/],
  ['a type that is no text', { type: { toString: 1 } }, /unsupported type/],
  ['what is no object', 'text' as unknown as object, /must provide an object/],
]

describe('checkBlocks', () => {
  it.each(Object.entries(TAKEN))('takes %s', (_, block) => {
    expect(checkBlocks([block], 'message')).toEqual([])
  })

  it.each(REFUSED)('refuses %s', (_, block, message) => {
    expect(checkBlocks([block], 'message').join('\n')).toMatch(message)
  })

  it('takes 50 blocks in a message and 100 in a form', () => {
    expect(
      checkBlocks(
        many(50, () => section('x')),
        'message',
      ),
    ).toEqual([])
    expect(
      checkBlocks(
        many(51, () => section('x')),
        'message',
      )[0],
    ).toMatch(/no more than 50 items/)
    expect(
      checkBlocks(
        many(100, () => section('x')),
        'modal',
      ),
    ).toEqual([])
    expect(
      checkBlocks(
        many(101, () => section('x')),
        'modal',
      )[0],
    ).toMatch(/no more than 100 items/)
  })

  it('refuses one block_id twice, also inside a container', () => {
    const inner = { ...section('x'), block_id: 'same' }
    const outer = { type: 'container', block_id: 'same', title: plain('x'), child_blocks: [inner] }
    expect(checkBlocks([outer], 'message')[0]).toMatch(/`block_id` "same" already exists/)
  })

  it('says something about anything and never fails', () => {
    const types = [
      'section',
      'actions',
      'card',
      'carousel',
      'container',
      'data_table',
      'table',
      'input',
      'image',
    ]
    const key = fc.constantFrom('type', 'text', 'elements', 'rows', 'accessory', 'child_blocks', 'block_id')
    const value = fc.oneof(fc.constantFrom(...types), fc.jsonValue(), fc.array(fc.jsonValue()))
    const block = fc.oneof(fc.jsonValue(), fc.dictionary(key, value))
    fc.assert(
      fc.property(fc.array(block), blocks => {
        expect(Array.isArray(checkBlocks(blocks, 'message'))).toBe(true)
      }),
    )
  })

  it('takes one action_id in two blocks', () => {
    const actions = { type: 'actions', elements: [button('a')] }
    expect(checkBlocks([actions, actions], 'message')).toEqual([])
  })

  it('refuses a second table', () => {
    const table = { type: 'table', rows: [row(1)] }
    expect(checkBlocks([table, table], 'message')[0]).toMatch(/only_one_table_allowed/)
  })
})

describe('checkView', () => {
  const input = (element: object) => ({ type: 'input', label: plain('Name'), element })
  const form = { type: 'modal', title: plain('Form'), submit: plain('Send') }
  const text = { type: 'plain_text_input', action_id: 'a' }

  it('takes a form with every input, an alert and a card', () => {
    const elements = [
      { ...text, multiline: true, min_length: 1, max_length: 3000, placeholder: plain('x') },
      { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '2' },
      { type: 'email_text_input' },
      { type: 'url_text_input' },
      { type: 'static_select', options: [option('a')], initial_option: option('a') },
      { type: 'multi_static_select', options: [option('a')], max_selected_items: 1 },
      { type: 'conversations_select', default_to_current_conversation: true, response_url_enabled: true },
      { type: 'users_select' },
      { type: 'channels_select' },
      { type: 'radio_buttons', options: [option('a')] },
      { type: 'checkboxes', options: [option('a')] },
      { type: 'datepicker', initial_date: '2026-11-22' },
      { type: 'timepicker', initial_time: '09:30', timezone: 'Europe/London' },
      { type: 'datetimepicker', initial_date_time: 1_700_000_000 },
    ]
    const blocks = [
      ...elements.map(input),
      { type: 'alert', text: plain('x'), level: 'warning' },
      { type: 'card', title: mrkdwn('x') },
    ]
    expect(
      checkView({ ...form, blocks, private_metadata: long(3000), notify_on_close: true }, 'modal'),
    ).toEqual([])
  })

  it.each([
    ['a long title', { ...form, title: plain(long(25)), blocks: [] }, /less than 25/],
    ['long metadata', { ...form, private_metadata: long(3001), blocks: [] }, /less than 3001/],
    ['no blocks', form, /missing required field: blocks/],
    [
      'inputs without a button to send',
      { type: 'modal', title: plain('x'), blocks: [input(text)] },
      /submit/,
    ],
    ['a button as an input', { ...form, blocks: [input(button('a'))] }, /unsupported type: button/],
    [
      'lengths the wrong way',
      { ...form, blocks: [input({ ...text, min_length: 2, max_length: 1 })] },
      /exceeds/,
    ],
    ['a date of no form', { ...form, blocks: [input({ type: 'datepicker', initial_date: '1/2' })] }, /date/],
    [
      'two that want the cursor',
      { ...form, blocks: ['a', 'b'].map(action_id => input({ ...text, action_id, focus_on_load: true })) },
      /focus/,
    ],
    ['an unknown field', { ...form, blocks: [], colour: 'red' }, /invalid additional property: colour/],
    ['a table', { ...form, blocks: [{ type: 'table', rows: [row(1)] }] }, /unsupported type: table/],
    ['a home tab', { type: 'home', blocks: [] }, /must be one of modal/],
  ])('refuses %s', (_, view, message) => {
    expect(checkView(view, 'modal').join('\n')).toMatch(message)
  })
})
