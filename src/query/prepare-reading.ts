import type { Catalog } from '../catalog/catalog.ts'
import type { Steps } from '../catalog/steps.ts'
import { companyStarts, companyWords } from './company-starts.ts'
import { firstSkillWords } from './conditions/skill.ts'
import { spellers } from './mend-words.ts'

/**
 * Works out what questions are read by besides the columns of a catalog, in steps of a few milliseconds; what is left
 * out here is worked out when a question needs it.
 */
export function* prepareReading({ columns, words }: Pick<Catalog, 'columns' | 'words'>): Steps<undefined> {
  yield* companyStarts.prepare(columns.company)
  yield* companyWords.prepare(columns.company)
  yield* firstSkillWords.prepare(columns.skill)
  yield* spellers.prepare(words)
  return undefined
}
