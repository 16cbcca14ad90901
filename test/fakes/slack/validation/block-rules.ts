import { asText, isObject } from '../../discord/json.ts'
import { SLACK_LIMITS } from '../limits.ts'
import {
  ACCESSORIES,
  anyText,
  element,
  INPUT_ELEMENTS,
  imageElement,
  mrkdwn,
  picture,
  plain,
  ROW_ELEMENTS,
  richParts,
} from './element-rules.ts'
import {
  anyField,
  type BlockIssues,
  decimal,
  flag,
  integer,
  listOf,
  objectOf,
  oneOf,
  type Rule,
  type Shape,
  type Surface,
  text,
} from './rule.ts'

const L = SLACK_LIMITS
const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home']
const CELLS: Readonly<Record<string, Shape>> = {
  raw_text: { text: text(L.message.tableCharacters) },
  raw_number: { value: decimal, text: text(L.message.tableCharacters) },
  rich_text: { 'block_id?': text(L.id), elements: richParts },
}

interface BlockRule {
  /** Where the block may be shown. */
  readonly surfaces: readonly Surface[]
  readonly fields: Shape
  /** What spans several fields. */
  readonly also?: Rule
}

/**
 * Every block that this fake takes, with its fields; numbers are in SLACK_LIMITS with their sources. A block or a
 * field that is not here is refused: what is new at Slack has to be added on purpose.
 */
const BLOCKS: Readonly<Record<string, BlockRule>> = {
  section: {
    surfaces: EVERYWHERE,
    fields: {
      'text?': anyText(L.section.text),
      'fields?': listOf(anyText(L.section.field), L.section.fields),
      'accessory?': element(ACCESSORIES),
      'expand?': flag,
    },
    also: anyField(['text', 'fields']),
  },
  header: { surfaces: EVERYWHERE, fields: { text: plain(L.header) } },
  divider: { surfaces: EVERYWHERE, fields: {} },
  context: {
    surfaces: EVERYWHERE,
    fields: {
      elements: listOf((issues, value, path) => {
        const rule = isObject(value) && value.type === 'image' ? imageElement : anyText()
        rule(issues, value, path)
      }, L.context),
    },
  },
  actions: { surfaces: EVERYWHERE, fields: { elements: listOf(element(ROW_ELEMENTS), L.actions) } },
  image: { surfaces: EVERYWHERE, fields: {}, also: checkImage },
  markdown: { surfaces: ['message'], fields: { text: text(L.markdown) } },
  rich_text: { surfaces: EVERYWHERE, fields: { elements: richParts } },
  card: {
    surfaces: ['message', 'modal'],
    fields: {
      'hero_image?': imageElement,
      'icon?': imageElement,
      'title?': mrkdwn(L.card.title),
      'subtitle?': mrkdwn(L.card.subtitle),
      'body?': mrkdwn(L.card.body),
      'actions?': listOf(element(['button']), L.card.actions),
    },
    also: anyField(['hero_image', 'title', 'actions', 'body']),
  },
  carousel: { surfaces: ['message', 'modal'], fields: { elements: listOf(block(['card']), L.carousel) } },
  alert: {
    surfaces: ['modal'], // seen: node-slack-sdk #2567, refused in messages
    fields: {
      text: anyText(L.alert),
      'level?': oneOf('default', 'info', 'warning', 'error', 'success'),
    },
  },
  table: {
    surfaces: ['message'],
    fields: {
      rows: listOf(listOf(cell(['raw_text', 'raw_number', 'rich_text']), L.table.columns), L.table.rows),
      'column_settings?': listOf(
        objectOf({ 'align?': oneOf('left', 'center', 'right'), 'is_wrapped?': flag }),
        L.table.columns,
        0,
      ),
    },
  },
  data_table: {
    surfaces: ['message'],
    fields: {
      caption: text(L.plainText),
      rows: listOf(
        listOf(cell(['raw_text', 'raw_number', 'rich_text']), L.dataTable.columns),
        L.dataTable.rows,
        L.dataTable.rowsAtLeast,
      ),
      'page_size?': integer(1, L.dataTable.pageSize),
      'row_header_column_index?': integer(0, L.dataTable.columns - 1),
    },
    also: checkDataTable,
  },
  container: {
    surfaces: ['message', 'modal'],
    fields: {
      'title?': plain(L.container.title),
      'rich_text_title?': block(['rich_text']),
      'subtitle?': anyText(L.container.subtitle),
      child_blocks: listOf(
        block(['actions', 'context', 'divider', 'header', 'image', 'input', 'rich_text', 'section', 'table']),
        L.container.children,
      ),
      'width?': oneOf('narrow', 'standard', 'wide', 'full'),
      'icon?': imageElement,
      'is_collapsible?': flag,
      'default_collapsed?': flag,
      'has_header_divider?': flag,
    },
    also: anyField(['title', 'rich_text_title']),
  },
  input: {
    surfaces: EVERYWHERE,
    fields: {
      label: plain(L.input.label),
      element: element(INPUT_ELEMENTS),
      'hint?': plain(L.input.hint),
      'optional?': flag,
      'dispatch_action?': flag,
    },
  },
}

/** One of some blocks; all of them unless named. */
export function block(types: readonly string[] = Object.keys(BLOCKS)): Rule {
  return (issues, value, path) => {
    if (!isObject(value)) return issues.add('must provide an object', path)
    const type = asText(value.type)
    const rule = types.includes(type) ? BLOCKS[type] : undefined
    if (rule === undefined || !rule.surfaces.includes(issues.surface))
      return issues.add(`unsupported type: ${type}`, `${path}/type`)
    if (type !== 'image')
      objectOf({ type: oneOf(type), 'block_id?': text(L.id), ...rule.fields })(issues, value, path)
    rule.also?.(issues, value, path)
  }
}

function checkImage(issues: BlockIssues, value: unknown, path: string): void {
  picture({ 'block_id?': text(L.id), 'title?': plain(L.image.title) })(issues, value, path)
}

function cell(types: readonly string[]): Rule {
  return (issues, value, path) => {
    const type = isObject(value) ? asText(value.type) : ''
    const shape = types.includes(type) ? CELLS[type] : undefined
    if (shape === undefined) return issues.add(`unsupported type: ${type}`, `${path}/type`)
    objectOf({ type: oneOf(type), ...shape })(issues, value, path)
  }
}

/** The first row is the header and holds no rich text; all rows are of one length (docs: data-table-block). */
function checkDataTable(issues: BlockIssues, value: unknown, path: string): void {
  const rows = (isObject(value) && Array.isArray(value.rows) ? value.rows : []).filter(Array.isArray)
  const [header] = rows as readonly (readonly unknown[])[]
  if (header === undefined) return
  if (rows.some(row => row.length !== header.length))
    issues.add('all rows must have the same number of cells', `${path}/rows`)
  if (header.some(one => isObject(one) && one.type === 'rich_text'))
    issues.add('rich_text is not allowed in the header', `${path}/rows/0`)
}
