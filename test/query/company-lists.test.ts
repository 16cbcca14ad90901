import { describe, expect, it } from 'vitest'
import { answerQuery } from '../../src/answer/answer-query.ts'
import { createCatalog } from '../../src/catalog/catalog.ts'
import { describeCondition } from '../../src/query/describe-query.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { makePosting } from '../catalog/make-posting.ts'
import { NOW } from './ask-samples.ts'

/** Companies whose names are those of their products, too. */
const catalog = createCatalog(
  ['GitLab', 'MongoDB', 'Docker', 'Tern'].map(company => makePosting({ id: company, company })),
)

function understand(question: string): readonly string[] {
  const { conditions } = readQuery(question, { catalog, now: NOW, defaultCurrency: 'USD' })
  return conditions.map(condition => describeCondition(condition)).map(label => label.toLowerCase())
}

describe('a company after “at”', () => {
  it.each([
    ['not at GitLab', ['not at gitlab']],
    ['java not at mongodb', ['java', 'not at mongodb']],
    ['remote, not at Tern or GitLab', ['remote', 'not at gitlab or tern']],
    ['at Tern or GitLab', ['at gitlab or tern']],
    ['at tern or gitlab', ['at gitlab or tern']],
    ['at Tern, Docker or MongoDB', ['at docker, mongodb or tern']],
    ['at Tern or at GitLab', ['at gitlab or tern']],
    ['at Tern, GitLab', ['at tern', 'gitlab']],
    ['at Tern or Python', ['at tern or python']],
    ['not gitlab', ['not gitlab']],
  ])('reads “%s”', (question, understood) => {
    expect(understand(question)).toEqual(understood)
  })
})

describe('the receipt of a company', () => {
  const spelled = createCatalog(
    ['Heron Labs, Inc.', 'MongoDB', 'Thistle & Co', 'Data-Piper', 'ACME of Kent'].map(company =>
      makePosting({ id: company, company }),
    ),
  )
  const options = { catalog: spelled, now: NOW, defaultCurrency: 'USD' }
  const labelOf = (question: string) =>
    answerQuery(spelled, readQuery(question, options), options).understood.map(({ label }) => label)

  it.each([
    ['at heron labs', ['at Heron Labs']],
    ['at heron', ['at Heron']],
    ['not at mongodb', ['not at MongoDB']],
    ['at thistle, mongodb or heron labs', ['at Heron Labs, MongoDB or Thistle']],
    ['at data piper', ['at Data-Piper']],
    ['at acme', ['at ACME']],
  ])('spells “%s” as the postings do, and reads back', (question, labels) => {
    expect(labelOf(question)).toEqual(labels)
    expect(labelOf(labels.join(', '))).toEqual(labels)
  })

  it('writes a name that no posting has as a name', () => {
    expect(labelOf('at Pebble Works')).toEqual(['at Pebble Works'])
    expect(labelOf(labelOf('at Pebble').join())).toEqual(['at Pebble'])
  })
})
