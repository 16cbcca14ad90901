import type { MergedPosting } from '../../catalog/merge-duplicates.ts'
import { splitWords } from '../../catalog/split-words.ts'
import { describeCountry } from '../../posting/describe-posting.ts'
import type { Posting } from '../../posting/posting.ts'
import type { DetailAsk } from '../../query/detail/detail-ask.ts'

/** The copy whose title or place a question names; where it names none apart, the posting that all were merged into. */
export function chooseCopy({ posting, copies }: MergedPosting, { words, conditions }: DetailAsk): Posting {
  if (copies.length === 0) return posting
  const places = conditions.filter(({ id }) => id === 'place')
  const isOfPlace = ({ start, end }: { start: number; end: number }) =>
    places.some(({ spans }) => spans.some(span => span.start < end && start < span.end))
  const asked = words.filter(word => word.isOfTarget || isOfPlace(word)).map(({ key }) => key)
  const counted = copies.map(copy => ({ copy, total: countShared(copy, asked) }))
  const [first, ...others] = counted.sort((a, b) => b.total - a.total)
  const isApart = first !== undefined && others.every(({ total }) => total < first.total)
  return isApart ? first.copy : posting
}

function countShared({ title, cities, states, countries }: Posting, asked: readonly string[]): number {
  const named = new Set(
    splitWords([title, ...cities, ...states, ...countries.map(describeCountry)].join(' ')),
  )
  return asked.filter(word => named.has(word)).length
}

/** The path of the document that a quote stands in: what a merged posting says of its places may be a copy's. */
export function findPath({ posting, copies }: MergedPosting, said: Posting, quote: string): string {
  if (copies.length === 0 || said !== posting) return said.path
  const holds = ({ evidence }: Posting) =>
    Object.values(evidence).some(quotes => quotes.some(each => each.startsWith(quote)))
  const [oldest] = copies
  return !oldest || holds(oldest) ? posting.path : (copies.find(holds)?.path ?? posting.path)
}
