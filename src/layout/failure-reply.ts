import { ERRORS, type ErrorCode } from '../errors.ts'
import { type Reply, styled, textBlock } from '../reply.ts'

/** What a person reads of a failure: what is wrong, and what can be done about it. */
export function makeFailureReply(code: ErrorCode, reference: string | null): Reply {
  const { title, fix } = ERRORS[code]
  const lines = [`${title}.`, fix, ...(reference === null ? [] : [`Reference: ${reference}`])]
  return {
    blocks: lines.map((line, index) =>
      textBlock(index === 0 ? 'problem' : 'body', styled(index === 0 ? 'warning' : 'plain', line)),
    ),
  }
}
