import { COMMANDS } from '../commands.ts'
import { MESSAGES } from '../messages.ts'
import { CONDITION_KINDS } from '../query/conditions/index.ts'
import { styled, textBlock } from '../reply.ts'
import type { BlockDraft } from './draft.ts'

const MOST_EXAMPLES = 3

/** Every kind of condition with questions that use it, as its own file gives them. */
function listConditions() {
  return CONDITION_KINDS.filter(({ examples }) => examples.length > 0).map(({ title, examples }) => ({
    label: title,
    value: examples
      .slice(0, MOST_EXAMPLES)
      .map(example => `“${example}”`)
      .join(', '),
  }))
}

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
    textBlock('heading', styled('strong', MESSAGES.helpConditions)),
    { type: 'facts', facts: listConditions() },
    textBlock('heading', styled('strong', MESSAGES.helpMore)),
    { type: 'facts', facts: MESSAGES.helpMoreExamples.map(([label, value]) => ({ label, value })) },
    textBlock('heading', styled('strong', MESSAGES.helpCommands)),
    { type: 'facts', facts: commands },
  ]
}
