import { COMMANDS } from '../commands.ts'
import { MESSAGES } from '../messages.ts'
import { styled, textBlock } from '../reply.ts'
import type { BlockDraft } from './draft.ts'

/** Explains what can be asked, with examples that all run. */
export function makeHelpReply(): readonly BlockDraft[] {
  const commands = COMMANDS.filter(command => command.group === null && command.name !== 'search').map(
    command => ({
      label: command.example,
      value: command.summary,
    }),
  )
  return [
    textBlock('heading', styled('strong', MESSAGES.helpTitle)),
    ...MESSAGES.helpExamples.map(example => textBlock('body', styled('code', example))),
    textBlock('hint', styled('muted', MESSAGES.helpReceipt)),
    textBlock('heading', styled('strong', MESSAGES.helpCommands)),
    { type: 'facts', facts: commands },
  ]
}
