import type { JsonObject } from '../../discord/json.ts'
import { SLACK_LIMITS } from '../limits.ts'
import { checkBlockList } from './check-blocks.ts'
import { plain } from './element-rules.ts'
import { listBlocks } from './read-elements.ts'
import { checkShape, createBlockIssues, flag, oneOf, type Shape, text } from './rule.ts'

const { title, privateMetadata, callbackId, externalId } = SLACK_LIMITS.view

const COMMON: Shape = {
  'private_metadata?': text(privateMetadata, 0),
  'callback_id?': text(callbackId, 0),
  'external_id?': text(externalId, 0),
}
const VIEWS: Readonly<Record<'modal' | 'home', Shape>> = {
  modal: {
    ...COMMON,
    type: oneOf('modal'),
    title: plain(title),
    'submit?': plain(title),
    'close?': plain(title),
    'clear_on_close?': flag,
    'notify_on_close?': flag,
  },
  home: { ...COMMON, type: oneOf('home') },
}

/** What Slack would say against a form or a home tab; empty when it takes it. */
export function checkView(view: JsonObject, type: 'modal' | 'home'): readonly string[] {
  const issues = createBlockIssues(type)
  const { blocks, ...rest } = view
  checkShape(issues, VIEWS[type], rest, '/view')
  if (blocks === undefined) issues.add('missing required field: blocks', '/view')
  else checkBlockList(issues, blocks)
  const hasInput = listBlocks(blocks).some(one => one.type === 'input')
  if (type === 'modal' && hasInput && view.submit === undefined)
    issues.add('missing required field: submit', '/view')
  return issues.messages()
}
