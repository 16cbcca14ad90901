import { describe, expect, it } from 'vitest'
import { MESSAGES } from '../../src/messages.ts'
import { CONDITION_KINDS } from '../../src/query/conditions/index.ts'
import { makeHelpReply } from '../../src/reply/help-reply.ts'
import { read } from '../query/ask-samples.ts'

describe('makeHelpReply', () => {
  it('names every kind of condition that has examples', () => {
    const labels = makeHelpReply().flatMap(block =>
      block.type === 'facts' ? block.facts.map(({ label }) => label) : [],
    )
    for (const { title, examples } of CONDITION_KINDS)
      if (examples.length > 0) expect(labels).toContain(title)
  })

  it.each(
    CONDITION_KINDS.filter(({ id }) => id !== 'word').flatMap(({ id, examples }) =>
      examples.map(example => [example, id] as const),
    ),
  )('gives “%s”, which is read as its kind', (example, id) => {
    const { conditions } = read(example)
    expect(conditions.map(condition => condition.id)).toContain(id)
  })

  it.each(MESSAGES.helpExamples)('gives “%s”, which is understood', example => {
    expect(read(example).conditions.length).toBeGreaterThan(0)
  })
})
