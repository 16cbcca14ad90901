import type { Catalog } from '../catalog/catalog.ts'
import { deriveTable } from '../catalog/derived-table.ts'
import type { Steps } from '../catalog/steps.ts'
import type { ValueColumn } from '../catalog/value-column.ts'

/** Names of companies by every start of them, in whole words. */
export type CompanyStarts = ReadonlyMap<string, readonly string[]>

const MAX_WORDS = 6
/** Names that are gone through in one step. */
const STEP_SIZE = 500

/** Every start of a company's name, in whole words, with the companies that begin so; by the column of companies. */
export const companyStarts = deriveTable(listStartsInSteps)

/** As the table has it for a catalog. */
export function startsOf({ columns }: Catalog): CompanyStarts {
  return companyStarts.of(columns.company)
}

function* listStartsInSteps({ postings }: ValueColumn): Steps<CompanyStarts> {
  const starts = new Map<string, string[]>()
  let count = 0
  for (const name of postings.keys()) {
    const words = name.split(' ').slice(0, MAX_WORDS)
    words.forEach((_, at) => {
      const start = words.slice(0, at + 1).join(' ')
      const names = starts.get(start)
      if (names) names.push(name)
      else starts.set(start, [name])
    })
    if (words.length === MAX_WORDS) starts.set(name, [...(starts.get(name) ?? []), name])
    if (++count % STEP_SIZE === 0) yield
  }
  // A whole name is that company alone: "Scalable" is not "Scalable Labs".
  for (const name of postings.keys()) {
    if (starts.has(name)) starts.set(name, [name])
    if (++count % STEP_SIZE === 0) yield
  }
  return starts
}

/** The companies whose names have a word; by the column of companies. */
export const companyWords = deriveTable(function* ({
  postings,
}: ValueColumn): Steps<ReadonlyMap<string, readonly string[]>> {
  const byWord = new Map<string, string[]>()
  let count = 0
  for (const name of postings.keys()) {
    for (const word of new Set(name.split(' '))) {
      const names = byWord.get(word)
      if (names) names.push(name)
      else byWord.set(word, [name])
    }
    if (++count % STEP_SIZE === 0) yield
  }
  return byWord
})
