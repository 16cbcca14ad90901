import { describe, expect, it } from 'vitest'
import { compareBodies, sketchBody } from '../../src/catalog/body-sketch.ts'

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(' ')
const compare = (a: string, b: string) => compareBodies(sketchBody([a]), sketchBody([b]))

describe('sketchBody', () => {
  it('gives texts that agree nearly wholly a key in common', () => {
    for (let cut = 0; cut < 20; cut++) {
      const text = `${numbered(0, cut * 10)} changed ${numbered(cut * 10, 300)}`
      const other = new Set(sketchBody([text]).bands)
      expect(sketchBody([numbered(0, 300)]).bands.some(band => other.has(band))).toBe(true)
    }
  })

  it('gives texts that share a third of their words seldom a key in common', () => {
    const keys = Array.from({ length: 40 }, (_, at) =>
      sketchBody([`${numbered(0, 100)} ${numbered(1000 * at + 1000, 1000 * at + 1100)}`]),
    ).flatMap(({ bands }) => bands)
    expect(new Set(keys).size).toBeGreaterThan(0.9 * keys.length)
  })
})

describe('compareBodies', () => {
  it('says how much of either and of the shorter text is in both', () => {
    expect(compare('You write Go – daily!', 'you write GO daily')).toEqual({ overlap: 1, contained: 1 })
    expect(compare(numbered(0, 102), numbered(0, 52))).toEqual({ overlap: 0.5, contained: 1 })
    expect(compare('one two three', 'four five six')).toEqual({ overlap: 0, contained: 0 })
    expect(compare('', '')).toEqual({ overlap: 0, contained: 0 })
  })

  it('tells letters beyond ASCII apart, and no dashes and quotes', () => {
    expect(compare('größe “neu”', 'größe "neu"').overlap).toBe(1)
    expect(compare('größe neu', 'grüße neu').overlap).toBe(0)
  })
})
