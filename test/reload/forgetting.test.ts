import { afterEach, expect, it } from 'vitest'
import { forgetPassages, rememberByPassage } from '../../src/posting/remember-by-passage.ts'
import { createMakerInMemory } from '../../src/reload/maker-in-memory.ts'
import { createParser } from '../../src/reload/worker/parser.ts'
import { makeDocument, makeSource, nameSource } from './make-source.ts'

afterEach(forgetPassages)

/** Counts how often a passage had to be read. */
function watchPassage() {
  let times = 0
  const read = rememberByPassage(() => ++times)
  return { read: () => read('a passage of the load'), times: () => times }
}

it('forgets the passages of a load that is made in memory', async () => {
  const passage = watchPassage()
  passage.read()
  passage.read()
  expect(passage.times()).toBe(1)
  const maker = createMakerInMemory(() => new Date('2026-06-01'))
  const sources = [nameSource(makeSource('board', [makeDocument({ title: 'Baker' })]))]
  await maker.make({ sources, before: null, onProgress: () => undefined })
  passage.read()
  expect(passage.times()).toBe(2)
})

it('forgets the passages that were read while threads started', async () => {
  const passage = watchPassage()
  passage.read()
  const parser = createParser({ here: 1, threads: 1, isEager: false, isFrugal: false })
  const provenance = { sourceName: 'board', isSample: false }
  await parser.parse({ key: 'k', document: makeDocument({ title: 'Baker' }), provenance })
  passage.read()
  expect(passage.times()).toBe(1)
  await parser.stop()
  passage.read()
  expect(passage.times()).toBe(2)
})
