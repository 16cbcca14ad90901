import { describe, expect, it } from 'vitest'
import { EXCLUSIONS } from '../../src/query/exclusion-words.ts'
import { understand } from './ask-samples.ts'

describe('the phrases that leave out', () => {
  it('stand there once each', () => {
    const repeated = EXCLUSIONS.filter((phrase, at) => EXCLUSIONS.indexOf(phrase) !== at)
    expect(repeated).toEqual([])
  })

  it.each(['not', 'außer', 'ausser', 'apart from', 'w/o', 'sans', 'i dont like'])('hold for “%s”', phrase => {
    expect(understand(`python ${phrase} java`)).toEqual(['Python', 'not Java'])
  })
})
