import { describe, expect, it } from 'vitest'
import { lookUpTopics, TOPIC_NAMES } from '../../../src/posting/dictionary/topics.ts'
import { TOPICS } from '../../../src/posting/vocabulary.ts'

const topicsOf = (text: string) => lookUpTopics(text.split(' '), 0)?.topics ?? null

describe('lookUpTopics', () => {
  it('reads the longest phrase', () => {
    expect(lookUpTopics(['ML', 'infra', 'roles'], 0)).toEqual({ topics: ['ml-infra'], length: 2 })
    expect(lookUpTopics(['site', 'reliability', 'engineers'], 0)).toEqual({ topics: ['sre'], length: 3 })
  })

  it('reads a kind of work that has kinds of its own as any of them', () => {
    expect(topicsOf('machine learning')).toEqual(['ml', 'ml-infra', 'llm'])
    expect(topicsOf('mobile')).toEqual(['mobile', 'ios', 'android'])
  })

  it('reads spaces, hyphens and slashes alike', () => {
    expect(topicsOf('front end engineer')).toEqual(['frontend'])
    expect(topicsOf('Front-End')).toEqual(['frontend'])
    expect(topicsOf('UI/UX')).toEqual(['design'])
  })

  it('reads every topic by its own name', () => {
    expect(TOPICS.filter(topic => !lookUpTopics([topic], 0)?.topics.includes(topic))).toEqual([])
  })

  it('returns null where no phrase starts', () => {
    expect(topicsOf('quidditch seeker')).toBeNull()
  })
})

describe('the topic phrases', () => {
  it('are lower case and stand once', () => {
    expect(TOPIC_NAMES.filter(name => name !== name.toLowerCase())).toEqual([])
    expect(TOPIC_NAMES.filter((name, i) => TOPIC_NAMES.indexOf(name) !== i)).toEqual([])
  })
})
