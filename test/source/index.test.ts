import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSampleSource, openSource, openSources, SOURCE_KINDS } from '../../src/source/index.ts'

const OPTIONS = { maxDocumentBytes: 1_048_576 }

describe('openSource', () => {
  it.each(['./postings', 'postings', '/srv/postings', 'C:\\postings', 'a:b'])(
    'takes %s for a file or folder',
    given => {
      expect(openSource(given, OPTIONS).id).toBe(`folder:${resolve(given)}`)
    },
  )

  it.each(['https://example.com/jobs', 'HTTP://example.com', 's3://bucket'])(
    'refuses the address %s',
    given => {
      expect(() => openSource(given, OPTIONS)).toThrow(
        expect.objectContaining({ code: 'SOURCE_UNSUPPORTED' }),
      )
    },
  )

  it.each(SOURCE_KINDS)('opens the example of $id with that kind and no earlier one', kind => {
    expect(SOURCE_KINDS.find(candidate => candidate.recognises(kind.example))).toBe(kind)
  })
})

describe('openSources', () => {
  it('opens each once, however often and however it is named', () => {
    const opened = openSources(['./postings', 'postings/', resolve('postings'), './others'], OPTIONS)
    expect(opened.map(source => source.id)).toEqual([
      `folder:${resolve('postings')}`,
      `folder:${resolve('others')}`,
    ])
  })
})

describe('openSampleSource', () => {
  it('hands over the sample postings wherever the program is started, marked as samples', async () => {
    const source = openSampleSource(OPTIONS)
    const documents = await Array.fromAsync(source.collect())
    expect(source.isSample).toBe(true)
    expect(documents.length).toBeGreaterThan(0)
    expect(documents.filter(document => 'reason' in document)).toEqual([])
  })
})
