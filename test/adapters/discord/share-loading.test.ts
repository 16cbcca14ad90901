import { describe, expect, it } from 'vitest'
import { shareLoading } from '../../../adapters/discord/share-loading.ts'

function open(load: (id: string) => Promise<string>) {
  const loaded: string[] = []
  const share = shareLoading(id => {
    loaded.push(id)
    return load(id)
  })
  return { loaded, share }
}

describe('shareLoading', () => {
  it('loads once what is asked for at the same time, and each thing by itself', async () => {
    const { loaded, share } = open(async id => id.toUpperCase())
    expect(await Promise.all([share('a'), share('b'), share('a')])).toEqual(['A', 'B', 'A'])
    expect(loaded).toEqual(['a', 'b'])
  })

  it('loads anew afterwards, also after a failure', async () => {
    const { loaded, share } = open(() => Promise.reject(new Error('away')))
    await expect(share('a')).rejects.toThrow('away')
    await expect(share('a')).rejects.toThrow('away')
    expect(loaded).toEqual(['a', 'a'])
  })
})
