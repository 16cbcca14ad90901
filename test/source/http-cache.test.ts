import { describe, expect, it } from 'vitest'
import { createMemoryCache } from '../../src/source/http-cache.ts'

describe('createMemoryCache', () => {
  const answer = (size: number) => ({
    etag: null,
    lastModified: null,
    contentType: null,
    body: new Uint8Array(size),
  })

  it('forgets what was used longest ago once it is full', () => {
    const cache = createMemoryCache(10)
    cache.set('a', answer(4))
    cache.set('b', answer(4))
    cache.get('a')
    cache.set('c', answer(4))
    expect(['a', 'b', 'c'].map(key => cache.get(key) !== null)).toEqual([true, false, true])
  })

  it('keeps nothing larger than itself, and counts a replaced answer once', () => {
    const cache = createMemoryCache(10)
    cache.set('big', answer(11))
    for (let i = 0; i < 5; i++) cache.set('a', answer(6))
    expect([cache.get('big'), cache.get('a')?.body.length]).toEqual([null, 6])
  })
})
