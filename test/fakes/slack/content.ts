import { asList, asObjects, asText, isObject, type JsonObject } from '../discord/json.ts'
import { SLACK_LIMITS } from './limits.ts'
import type { MessageContent } from './messages.ts'
import { refuseArguments, SlackError } from './slack-error.ts'
import { checkBlocks } from './validation/check-blocks.ts'
import { measureText } from './validation/measure-text.ts'

/**
 * The content of a message out of the arguments of a call, checked.
 * @param maxText how long the text may be
 * @throws {SlackError} no_text, msg_too_long, invalid_blocks, invalid_blocks_format, msg_blocks_too_long, …
 */
export function readContent(args: JsonObject, maxText: number): MessageContent {
  const { blocks, attachments, metadata } = args
  const text = asText(args.text)
  checkMarkdown(args)
  if (text.length > maxText) throw new SlackError('msg_too_long')
  if (isGiven(blocks)) checkMessageBlocks(blocks)
  for (const attachment of asObjects(attachments))
    if (isGiven(attachment.blocks)) checkMessageBlocks(attachment.blocks)
  if (metadata !== undefined) checkMetadata(metadata)
  const markdown = asText(args.markdown_text)
  const hasContent =
    text.trim() !== '' || asList(blocks).length > 0 || asList(attachments).length > 0 || markdown !== ''
  if (!hasContent) throw new SlackError('no_text')
  const shown = markdown === '' ? blocks : [{ type: 'markdown', text: markdown }]
  return {
    text: text === '' ? markdown : text,
    blocks: isGiven(shown) ? shown : undefined,
    attachments: isGiven(attachments) ? asObjects(attachments) : undefined,
    metadata: isObject(metadata) ? metadata : undefined,
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

function checkMarkdown(args: JsonObject): void {
  const markdown = asText(args.markdown_text)
  if (markdown === '') return
  if (isGiven(args.text) || isGiven(args.blocks)) throw new SlackError('markdown_text_conflict')
  if (markdown.length > SLACK_LIMITS.message.markdownText) throw new SlackError('msg_too_long')
}

function checkMessageBlocks(blocks: unknown): void {
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format')
  const messages = checkBlocks(blocks, 'message')
  if (messages.length > 0) throw refuseArguments('invalid_blocks', messages)
  if (measureText(blocks) > SLACK_LIMITS.message.blockText) throw new SlackError('msg_blocks_too_long')
}

function checkMetadata(metadata: unknown): void {
  const isRight =
    isObject(metadata) && typeof metadata.event_type === 'string' && isObject(metadata.event_payload)
  if (!isRight) throw new SlackError('invalid_metadata_format')
}
