import { describe, expect, it } from 'vitest'
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
  return conditions.map(describeCondition).map(label => label.toLowerCase())
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
    ['at Tern or Python', ['at tern', 'python']],
    ['not gitlab', ['not gitlab']],
  ])('reads “%s”', (question, understood) => {
    expect(understand(question)).toEqual(understood)
  })
})
