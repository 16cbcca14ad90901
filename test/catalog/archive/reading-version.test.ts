import { describe, expect, it } from 'vitest'
import { listReadFiles, readReadingVersion } from '../../../src/catalog/archive/reading-version.ts'

describe('readReadingVersion', () => {
  it('is the same each time, and short enough to be part of a name', () => {
    expect(readReadingVersion()).toMatch(/^[\w-]{16}$/)
    expect(readReadingVersion()).toBe(readReadingVersion())
  })

  it('depends on the code that reads and on its tables, not on the samples', () => {
    const paths = listReadFiles()
    expect(paths).toEqual(
      expect.arrayContaining([
        'src/posting/extract/pay.ts',
        'src/catalog/split-words.ts',
        'src/source/source.ts',
        'package-lock.json',
      ]),
    )
    expect(paths.some(path => path.startsWith('data/skills'))).toBe(true)
    expect(paths.filter(path => path.startsWith('data/postings'))).toEqual([])
  })
})
