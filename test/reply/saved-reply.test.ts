import { describe, expect, it } from 'vitest'
import { makeSavedReply } from '../../src/reply/saved-reply.ts'
import { makeBoard } from '../fakes/make-board.ts'

const catalog = makeBoard(2)
const setting = { catalog, page: { offset: 0, size: 3 }, now: new Date('2026-06-01T09:00:00Z'), isRich: true }
const keep = (postingId: string) => ({
  postingId,
  title: 'Kept title',
  company: 'Kept AG',
  url: 'https://example.com/kept',
})
const here = catalog.entries[0]?.posting.id ?? ''

describe('makeSavedReply', () => {
  it('shows a posting as it is now, with its details', () => {
    const blocks = makeSavedReply([keep(here)], setting)
    expect(blocks).toContainEqual(
      expect.objectContaining({
        title: 'Backend Engineer',
        number: 1,
        details: expect.objectContaining({ action: { type: 'show', postingId: here } }),
      }),
    )
  })

  it('shows one that is gone as it was, with what became of it and nothing to press', () => {
    const [, card] = makeSavedReply([keep('gone')], setting)
    expect(card).toMatchObject({ title: 'Kept title', company: 'Kept AG', outcome: expect.any(String) })
    expect(card).not.toHaveProperty('details')
  })

  it('shows everything as it was while there is no catalog', () => {
    const [, card] = makeSavedReply([keep(here)], { ...setting, catalog: null })
    expect(card).toMatchObject({ title: 'Kept title' })
  })

  it('numbers the cards of a later page on', () => {
    const kept = ['a', 'b', 'c', 'd'].map(keep)
    const blocks = makeSavedReply(kept, { ...setting, page: { offset: 3, size: 3 } })
    expect(blocks.flatMap(block => (block.type === 'posting' ? [block.number] : []))).toEqual([4])
  })

  it('says how to save where nothing is saved', () => {
    expect(makeSavedReply([], setting)).toHaveLength(1)
  })
})
