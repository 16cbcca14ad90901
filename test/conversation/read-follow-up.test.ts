import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../src/conversation/conversation.ts'
import { readFollowUp } from '../../src/conversation/read-follow-up.ts'
import { NOW, OPTIONS, understand } from '../query/ask-samples.ts'

const conversation: Conversation = {
  question: 'remote go jobs over 150k in the US',
  nextOffset: 3,
  listedIds: ['first', 'second', 'third'],
}
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const follow = (text: string, savedAt: Date | null = minutesAgo(5)) =>
  readFollowUp(text, conversation, savedAt, OPTIONS)

describe('readFollowUp', () => {
  it.each([
    ['only the senior ones', 'remote, Go, pay over $150,000 a year, in United States, senior'],
    ['just staff+', 'remote, Go, pay over $150,000 a year, in United States, staff or principal'],
    ['and in Europe?', 'remote, Go, pay over $150,000 a year, in Europe'],
    ['and kubernetes', 'remote, Go, pay over $150,000 a year, in United States, Kubernetes'],
    ['over 220k', 'remote, Go, in United States, pay over $220,000 a year'],
    ['drop remote', 'Go, pay over $150,000 a year, in United States'],
    ['drop the salary', 'remote, Go, in United States'],
    ['without kubernetes', 'remote, Go, pay over $150,000 a year, in United States, but not Kubernetes'],
    ['what about rust', 'remote, pay over $150,000 a year, in United States, Rust'],
    ['python instead', 'remote, pay over $150,000 a year, in United States, Python'],
    ['or hybrid', 'remote or hybrid, Go, pay over $150,000 a year, in United States'],
    ['also in canada', 'remote, Go, pay over $150,000 a year, in Canada or United States'],
    ['the hybrid ones', 'Go, pay over $150,000 a year, in United States, hybrid'],
    ['hybrid only', 'Go, pay over $150,000 a year, in United States, hybrid'],
    ['no php', 'remote, Go, pay over $150,000 a year, in United States, but not PHP'],
    ['who pays most?', 'remote, Go, pay over $150,000 a year, in United States, sorted by pay'],
    ['newest first', 'remote, Go, pay over $150,000 a year, in United States, newest first'],
    ['include closed', 'remote, Go, pay over $150,000 a year, in United States, include closed'],
    ['canada too', 'remote, Go, pay over $150,000 a year, in Canada or United States'],
    ['hmm, hybrid is fine too', 'remote or hybrid, Go, pay over $150,000 a year, in United States'],
    ['any with kubernetes?', 'remote, Go, pay over $150,000 a year, in United States, Kubernetes'],
    ['the ones with kafka', 'remote, Go, pay over $150,000 a year, in United States, Kafka'],
    ['ok then rust', 'remote, pay over $150,000 a year, in United States, Rust'],
    ['onsite then', 'Go, pay over $150,000 a year, in United States, onsite'],
    ['in canada instead of the us', 'remote, Go, pay over $150,000 a year, in Canada'],
    ['lower it to 120k', 'remote, Go, in United States, pay at least $120,000 a year'],
    [
      'exclude california',
      'remote, Go, pay over $150,000 a year, in United States, but not in California, US',
    ],
    ['lowest paying first', 'remote, Go, pay over $150,000 a year, in United States, lowest pay first'],
    ['what is the median pay?', 'median salary, remote, Go, pay over $150,000 a year, in United States'],
    ['which companies?', 'which companies, remote, Go, pay over $150,000 a year, in United States'],
    [
      'which of those need no degree',
      'remote, Go, pay over $150,000 a year, in United States, no degree required',
    ],
    [
      'how many of them sponsor visas?',
      'how many jobs, remote, Go, pay over $150,000 a year, in United States, sponsors visas',
    ],
  ])('goes on with “%s”', (text, question) => {
    expect(follow(text)).toEqual({
      type: 'merged',
      question,
      note: 'continuing “remote go jobs over 150k in the US”',
    })
  })

  it('makes a question that can be asked by itself', () => {
    const merged = follow('only the senior ones')
    expect(merged.type === 'merged' && understand(merged.question)).toEqual([
      'remote',
      'Go',
      'pay over $150,000 a year',
      'in United States',
      'senior',
    ])
  })

  it('keeps a word that nobody knows, so that the answer can name it', () => {
    expect(follow('only blorpy ones')).toMatchObject({ question: expect.stringMatching(/, blorpy$/) })
  })

  it.each([
    ['the second one', { type: 'show', postingId: 'second' }],
    ['show me number 3', { type: 'show', postingId: 'third' }],
    ['the last one', { type: 'show', postingId: 'third' }],
    ['number 9', { type: 'no-such-number' }],
    ['start over', { type: 'start-over' }],
  ])('reads “%s” in the list', (text, wanted) => {
    expect(follow(text)).toEqual(wanted)
  })

  it.each([
    'remote python',
    'senior backend berlin',
    'no degree required backend',
    'over 200k remote python',
    'senior python jobs only',
    'does the second one need a degree?',
    '',
  ])('starts fresh with “%s”', text => {
    expect(follow(text)).toEqual({ type: 'fresh' })
  })

  it('goes on for thirty minutes and no longer', () => {
    expect(follow('over 220k', minutesAgo(30)).type).toBe('merged')
    expect(follow('over 220k', minutesAgo(31)).type).toBe('fresh')
    expect(follow('over 220k', null).type).toBe('fresh')
    expect(readFollowUp('over 220k', null, NOW, OPTIONS).type).toBe('fresh')
  })

  it('leaves “and equity?” to the posting that was shown last', () => {
    const shown = { ...conversation, lastShownId: 'second' }
    expect(readFollowUp('and equity?', shown, minutesAgo(1), OPTIONS)).toEqual({ type: 'fresh' })
    expect(readFollowUp('and rust?', shown, minutesAgo(1), OPTIONS).type).toBe('merged')
  })

  it('starts fresh after an answer about one posting', () => {
    const about = { ...conversation, question: 'does the Tern role need a degree?' }
    expect(readFollowUp('and in Europe?', about, minutesAgo(1), OPTIONS)).toEqual({ type: 'fresh' })
  })

  it('keeps the figure that was asked for', () => {
    const median = { ...conversation, question: 'median pay for go in the US' }
    expect(readFollowUp('and in Europe?', median, minutesAgo(1), OPTIONS)).toMatchObject({
      question: 'median salary, Go, in Europe',
    })
  })

  it('reads any message, and gives a question that starts fresh no meaning of its own', () => {
    const words = fc.constantFrom(
      'only',
      'and',
      'drop',
      'the',
      'second',
      'one',
      'ones',
      'over',
      '200k',
      'remote',
      '#',
      '?',
      'instead',
      'who',
      'pays',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 400 }),
          fc.array(words, { maxLength: 8 }).map(parts => parts.join(' ')),
        ),
        text => {
          const result = follow(text)
          if (result.type === 'merged') expect(understand(result.question).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 200 },
    )
  })
})
