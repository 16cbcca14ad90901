import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameChannelWithin, nameWithin } from '../../src/reply/name-within.ts'

describe('nameWithin', () => {
  it('parts a sentence at the id of a member', () => {
    expect(nameWithin('owner discord:12, here', 'discord:12', 'muted')).toEqual([
      { text: 'owner ', style: 'muted' },
      { text: 'discord:12', style: 'muted', names: { kind: 'member', platform: 'discord', id: '12' } },
      { text: ', here', style: 'muted' },
    ])
  })

  it.each(['schedule', 'start', '', ':12'])('leaves %o a word of the sentence', by => {
    expect(nameWithin(`reloaded by ${by}`, by)).toEqual([{ text: `reloaded by ${by}`, style: 'plain' }])
  })

  it('keeps every character of the sentence', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, id, after) => {
        const sentence = `${before}${id}${after}`
        expect(
          nameWithin(sentence, id)
            .map(({ text }) => text)
            .join(''),
        ).toBe(sentence)
      }),
    )
  })
})

describe('nameChannelWithin', () => {
  it('parts a sentence at the id of a channel', () => {
    expect(nameChannelWithin('in channel 34', 'discord', '34')).toEqual([
      { text: 'in channel ', style: 'plain' },
      { text: '34', style: 'plain', names: { kind: 'channel', platform: 'discord', id: '34' } },
    ])
  })
})
