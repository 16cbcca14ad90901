import { describe, expect, it } from 'vitest'
import { decideSpeech, keepExisting, maySpeak } from '../../src/traffic/decide-speech.ts'

const ANYWHERE = { channels: [], listens: [] }
const NAMED = { channels: ['jobs'], listens: ['questions'] }

describe('decideSpeech', () => {
  it.each([
    ['a mention anywhere', ANYWHERE, ['chat'], true, 'answer'],
    ['chatter anywhere', ANYWHERE, ['chat'], false, 'ignore'],
    ['a mention in a named channel', NAMED, ['jobs'], true, 'answer'],
    ['a mention in a thread of one', NAMED, ['thread', 'jobs'], true, 'answer'],
    ['a mention elsewhere', NAMED, ['chat'], true, 'point'],
    ['chatter in a named channel', NAMED, ['jobs'], false, 'ignore'],
    ['a mention where every message is a question', NAMED, ['questions'], true, 'answer'],
    ['a message there', NAMED, ['questions'], false, 'overhear'],
  ] as const)('knows what to do about %s', (_, places, here, isAddressed, speech) => {
    expect(decideSpeech(places, here, isAddressed)).toBe(speech)
  })
})

describe('maySpeak', () => {
  it('is true where nothing is named, and else only where it is', () => {
    expect(maySpeak(ANYWHERE, ['chat'])).toBe(true)
    expect(maySpeak(NAMED, ['chat'])).toBe(false)
    expect(maySpeak(NAMED, ['questions'])).toBe(true)
  })
})

describe('keepExisting', () => {
  it('restricts nothing once every named channel is gone', () => {
    expect(
      maySpeak(
        keepExisting(NAMED, () => false),
        ['chat'],
      ),
    ).toBe(true)
    expect(keepExisting(NAMED, id => id === 'jobs')).toEqual({ channels: ['jobs'], listens: [] })
  })
})
