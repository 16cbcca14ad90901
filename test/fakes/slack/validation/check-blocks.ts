import { asObjects, asText, type JsonObject } from '../../discord/json.ts'
import { SLACK_LIMITS } from '../limits.ts'
import { block } from './block-rules.ts'
import { measureText } from './measure-text.ts'
import { listBlocks, listElements, readOwnElements } from './read-elements.ts'
import { type BlockIssues, createBlockIssues, listOf, type Surface } from './rule.ts'

/** What Slack would say against a list of blocks, `[ERROR] … [json-pointer:/blocks/0/text]`; empty when it takes them. */
export function checkBlocks(blocks: unknown, surface: Surface): readonly string[] {
  const issues = createBlockIssues(surface)
  checkBlockList(issues, blocks)
  return issues.messages()
}

/** Reports what is wrong with a list of blocks. */
export function checkBlockList(issues: BlockIssues, blocks: unknown): void {
  const max = issues.surface === 'message' ? SLACK_LIMITS.message.blocks : SLACK_LIMITS.view.blocks
  listOf(block(), max, 0)(issues, blocks, '/blocks')
  checkIds(issues, blocks)
  checkTables(issues, asObjects(blocks))
}

function checkIds(issues: BlockIssues, blocks: unknown): void {
  const blockIds = listBlocks(blocks).map(one => asText(one.block_id))
  for (const id of findDoubled(blockIds)) issues.add(`\`block_id\` "${id}" already exists`, '/blocks')
  for (const one of listBlocks(blocks))
    for (const id of findDoubled(readOwnElements(one).map(element => asText(element.action_id))))
      issues.add(`\`action_id\` "${id}" already exists for another element`, '/blocks')
  const focused = listElements(blocks).filter(({ element }) => element.focus_on_load === true)
  if (focused.length > 1) issues.add('only one element can set focus_on_load', '/blocks')
}

function findDoubled(ids: readonly string[]): readonly string[] {
  const given = ids.filter(id => id !== '')
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))]
}

function checkTables(issues: BlockIssues, blocks: readonly JsonObject[]): void {
  const tables = listBlocks(blocks).filter(({ type }) => type === 'table' || type === 'data_table')
  const { tables: max, tableCharacters } = SLACK_LIMITS.message
  if (tables.filter(({ type }) => type === 'table').length > max)
    issues.add('only_one_table_allowed', '/blocks')
  const characters = tables.reduce((sum, { rows }) => sum + measureText(rows), 0)
  if (characters > tableCharacters)
    issues.add(`tables must have less than ${tableCharacters + 1} characters in all`, '/blocks')
}
