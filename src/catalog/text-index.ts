import MiniSearch from 'minisearch'
import { memoizeByText } from '../posting/memoize-by-text.ts'
import { packStrings } from './image/packed-strings.ts'
import { splitWords, stemWord } from './split-words.ts'
import type { Steps } from './steps.ts'
import type { TitleCounts } from './title-counts.ts'

/** The part of a posting that is ranked. */
export interface RankedText {
  readonly title: string
  readonly company: string | null
}

const FIELDS = ['title', 'company'] as const
/** Postings that are looked at in one step. */
const STEP_SIZE = 200

/** Has MiniSearch count the words of titles and companies, in short steps but for the last; bodies have an index of their own. */
export function* countTitlesInSteps(postings: readonly RankedText[]): Steps<TitleCounts> {
  const index = new MiniSearch<{ id: number; title: string; company: string }>({
    fields: [...FIELDS],
    tokenize: splitWords,
    // Titles repeat their words, and a look-up is cheaper than a stem.
    processTerm: memoizeByText(stemWord, Number.POSITIVE_INFINITY),
  })
  const known = new Map<string, number>()
  const documentOf = new Uint32Array(postings.length)
  for (const [posting, { title, company }] of postings.entries()) {
    if (posting % STEP_SIZE === 0) yield
    const text = `${title}\n${company ?? ''}`
    const document = known.get(text) ?? known.size
    documentOf[posting] = document
    if (document < known.size) continue
    known.set(text, document)
    index.add({ id: document, title, company: company ?? '' })
  }
  yield
  return { documentOf, ...packCounts(index, known.size) }
}

/** How often a stem stands in a field, by the number of the document; whole numbers come in ascending order. */
type FieldCounts = Readonly<Record<string, number>>

/** The figures behind the index, as MiniSearch hands them out to be stored. */
function packCounts(index: MiniSearch, size: number): Omit<TitleCounts, 'documentOf'> {
  const { index: entries, fieldIds, fieldLength } = index.toJSON()
  const [title, company] = FIELDS.map(field => fieldIds[field] ?? 0) as [number, number]
  const lengthsOf = (field: number) =>
    Uint16Array.from({ length: size }, (_, document) => fieldLength[document]?.[field] ?? 0)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const holders = sorted.map(([, counts]) => listHolders(counts[title] ?? {}, counts[company] ?? {}))
  const starts = new Uint32Array(sorted.length + 1)
  for (const [at, documents] of holders.entries()) starts[at + 1] = (starts[at] ?? 0) + documents.length
  const countIn = (field: number) =>
    Uint16Array.from(
      sorted.flatMap(([, counts], at) => holders[at]?.map(document => counts[field]?.[document] ?? 0) ?? []),
    )
  return {
    stems: packStrings(sorted.map(([stem]) => stem)),
    starts,
    documents: Uint32Array.from(holders.flat()),
    inTitle: countIn(title),
    inCompany: countIn(company),
    titleLengths: lengthsOf(title),
    companyLengths: lengthsOf(company),
  }
}

/** The documents that hold a stem in either field, ascending. */
function listHolders(inTitle: FieldCounts, inCompany: FieldCounts): readonly number[] {
  const inOne = Object.keys(inTitle)
  const others = Object.keys(inCompany).filter(document => inTitle[document] === undefined)
  const holders = [...inOne, ...others].map(Number)
  return others.length === 0 ? holders : holders.sort((a, b) => a - b)
}
