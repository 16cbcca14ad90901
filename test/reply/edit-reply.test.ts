import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { collectAll } from '../../src/reload/collect-postings.ts'
import { makeEditReply } from '../../src/reply/edit-reply.ts'
import { openSampleSource } from '../../src/source/index.ts'

const { postings } = await collectAll([openSampleSource({ maxDocumentBytes: 1_048_576 })])
const catalog = createCatalog(postings)
const options = { catalog, now: new Date('2026-06-01T09:00:00Z'), defaultCurrency: 'USD' }
const ask = (question: string) => answerQuery(catalog, readQuery(question, options), options)

function offer(question: string) {
  const blocks = makeEditReply(ask(question), 'discord:1', catalog)
  const menus = blocks.flatMap(block => (block.type === 'menu' ? [block] : []))
  return { blocks, menu: (title: string) => menus.find(menu => menu.title.startsWith(title))?.options ?? [] }
}

const QUESTIONS = [
  'remote ML infra roles over 200k',
  'senior backend in Berlin or Munich, not PHP',
  'python, sponsors visas, newest first',
  'remote or hybrid, at most 8 years',
]

describe('makeEditReply', () => {
  it.each(QUESTIONS)('drops each condition of “%s” in one step and keeps the others', question => {
    const before = ask(question).query.conditions
    const drops = offer(question).menu('Drop')
    expect(drops).toHaveLength(before.length)
    for (const [index, { action }] of drops.entries()) {
      if (action.type !== 'search') throw new Error('no search')
      const { query } = ask(action.question)
      expect(query.unread).toEqual([])
      expect(query.conditions).toHaveLength(before.length - 1)
      expect(query.conditions.map(({ id }) => id).sort()).toEqual(
        before
          .filter(condition => condition !== before[index])
          .map(({ id }) => id)
          .sort(),
      )
    }
  })

  it('lets in as many as it says do not state a fact', () => {
    const question = 'remote ML infra roles over 200k'
    const { total } = ask(question)
    const letIns = offer(question).menu('Let in')
    expect(letIns.length).toBeGreaterThan(0)
    for (const { action, label } of letIns) {
      if (action.type !== 'search') throw new Error('no search')
      expect(ask(action.question).total).toBeGreaterThanOrEqual(total)
      expect(label).toMatch(/^also \d+ that do(?:es)? not state /)
    }
  })

  it('sorts in every other order', () => {
    const { menu } = offer('python, newest first')
    expect(menu('Sort').map(({ label }) => label)).toEqual([
      'best match first',
      'highest pay first',
      'lowest pay first',
    ])
    const [, byPay] = menu('Sort')
    expect(byPay?.action.type === 'search' && ask(byPay.action.question).query.sort).toBe('pay')
  })

  it('offers to write it anew and to go back, for the asker', () => {
    const { blocks } = offer('python')
    const buttons = blocks.flatMap(block => (block.type === 'buttons' ? block.buttons : []))
    expect(buttons).toMatchObject([
      { action: { type: 'refine', question: 'python', asker: 'discord:1' }, opensForm: true },
      { label: 'Back', action: { type: 'search', question: 'python', asker: 'discord:1' } },
    ])
  })

  it('does not offer to drop the only condition', () => {
    expect(offer('python').menu('Drop')).toEqual([])
  })
})
