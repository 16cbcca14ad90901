import { describe, expect, it } from 'vitest'
import type { Request } from '../../src/platform.ts'
import { takeTurns } from '../../src/traffic/take-turns.ts'

const question = (text: string): Request => ({
  conversationId: text,
  content: { type: 'text', text },
  pageSize: 4,
})
const typing: Request = {
  conversationId: 't',
  content: { type: 'typing', text: '', completes: 'question' },
  pageSize: 4,
}

/** A handler that writes down what it was asked. */
function open() {
  const asked: string[] = []
  const turns = takeTurns(async ({ conversationId }) => {
    asked.push(conversationId)
    return { blocks: [] }
  })
  return { asked, turns }
}

describe('takeTurns', () => {
  it('answers in the order of the questions', async () => {
    const { asked, turns } = open()
    await Promise.all(['a', 'b', 'c'].map(text => turns.handle(question(text))))
    expect(asked).toEqual(['a', 'b', 'c'])
  })

  it('lets acknowledgements go first, but not what is being typed', async () => {
    const { asked, turns } = open()
    const sent = Promise.withResolvers<void>()
    const acknowledged = turns.acknowledge(sent.promise)
    const answered = turns.handle(question('a'))
    await turns.handle(typing)
    expect(asked).toEqual(['t'])
    sent.resolve()
    await Promise.all([acknowledged, answered])
    expect(asked).toEqual(['t', 'a'])
  })

  it('gives turns for other work in the same order', async () => {
    const { asked, turns } = open()
    const sent = Promise.withResolvers<void>()
    const acknowledged = turns.acknowledge(sent.promise)
    const looked = turns.turn().then(() => asked.push('looked up'))
    const answered = turns.handle(question('a'))
    await new Promise(setImmediate)
    expect(asked).toEqual([])
    sent.resolve()
    await Promise.all([acknowledged, looked, answered])
    expect(asked).toEqual(['looked up', 'a'])
  })

  it('lets those who wait go before what nobody waits for', async () => {
    const { asked, turns } = open()
    const sent = Promise.withResolvers<void>()
    const acknowledged = turns.acknowledge(sent.promise)
    const answered = turns.handle(question('a'))
    const posted = turns.yieldToOthers().then(() => asked.push('alert'))
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(asked).toEqual([])
    sent.resolve()
    await Promise.all([acknowledged, answered, posted])
    expect(asked).toEqual(['a', 'alert'])
    await turns.yieldToOthers()
  })

  it('goes on after an acknowledgement that failed', async () => {
    const { asked, turns } = open()
    await expect(turns.acknowledge(Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    await turns.handle(question('a'))
    expect(asked).toEqual(['a'])
  })

  it('does not wait for ever', async () => {
    const { asked, turns } = open()
    turns.acknowledge(new Promise(() => {}))
    await turns.handle(question('a'))
    expect(asked).toEqual(['a'])
  })
})
