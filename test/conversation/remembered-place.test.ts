import { describe, expect, it } from 'vitest'
import { addAskerPlace, REMEMBERED_NOTE, readAboutAsker } from '../../src/conversation/remembered-place.ts'
import { describeCondition } from '../../src/query/describe-query.ts'
import { OPTIONS, read } from '../query/ask-samples.ts'

describe('readAboutAsker', () => {
  it.each([
    ['I am in Poland', 'in Poland'],
    ["i'm based in berlin", 'in Berlin, Germany'],
    ['I live in the UK.', 'in United Kingdom'],
  ])('remembers “%s”', (text, place) => {
    expect(readAboutAsker(text, OPTIONS)).toEqual({ type: 'remember', place })
  })

  it('forgets when asked to', () => {
    expect(readAboutAsker('forget', OPTIONS)).toEqual({ type: 'forget' })
    expect(readAboutAsker('Forget where I am', OPTIONS)).toEqual({ type: 'forget' })
  })

  it.each(['I live in the US and want remote go', "I'm a developer", 'jobs in Poland', 'forget remote'])(
    'leaves “%s” to be read as a question',
    text => {
      expect(readAboutAsker(text, OPTIONS)).toBeNull()
    },
  )
})

describe('addAskerPlace', () => {
  const placesOf = (question: string, place: string | null) =>
    addAskerPlace(read(question), place, OPTIONS)
      .conditions.filter(({ id }) => id === 'place')
      .map(condition => [describeCondition(condition), condition.note])

  it('adds the place as a condition that says where it comes from', () => {
    expect(placesOf('remote go', 'in Poland')).toEqual([['in Poland', REMEMBERED_NOTE]])
  })

  it('adds nothing to a question that names a place, and nothing where nothing is remembered', () => {
    expect(placesOf('remote go in Germany', 'in Poland').map(([place]) => place)).toEqual(['in Germany'])
    expect(placesOf('remote go', null)).toEqual([])
    expect(placesOf('help', 'in Poland')).toEqual([])
  })
})
