import type { TitleCounts } from '../title-counts.ts'
import { mergeValues } from './merge-values.ts'
import { countStrings, findPacked, joinRanges, makeTable, type PackedStrings } from './packed-strings.ts'
import type { Renumbering } from './renumbering.ts'

/** Postings by their titles and companies, and what is counted in these. */
export interface NamedTitles {
  /** Title and company of each posting. */
  readonly names: PackedStrings
  readonly titles: TitleCounts
}

/** What is counted in titles after postings came and went: the same as if all were counted anew. */
export function joinTitles(before: NamedTitles, added: NamedTitles, change: Renumbering): TitleCounts {
  const { documentOf, size, ofBefore, ofAdded } = numberDocuments(before, added, change)
  const parts = [
    { titles: before.titles, numbers: ofBefore },
    { titles: added.titles, numbers: ofAdded },
  ] as const
  return {
    ...sortHolders(joinHolders(...parts), size),
    titleLengths: joinLengths(parts, size, ({ titleLengths }) => titleLengths),
    companyLengths: joinLengths(parts, size, ({ companyLengths }) => companyLengths),
    documentOf,
  }
}

/** Counted titles, and the new number of each of their documents; -1 for those that went or are counted elsewhere. */
interface Renumbered {
  readonly titles: TitleCounts
  readonly numbers: Int32Array
}

/** Documents are numbered as their first postings come, so one whose first posting went may stand further back. */
function numberDocuments(before: NamedTitles, added: NamedTitles, { size, stretches }: Renumbering) {
  const twins = findTwins(before, added)
  const ofBefore = new Int32Array(countDocuments(before)).fill(-1)
  const ofAdded = new Int32Array(countDocuments(added)).fill(-1)
  const documentOf = new Uint32Array(size)
  let [place, next] = [0, 0]
  for (const { isAdded, from, to } of stretches)
    for (let posting = from; posting < to; posting++) {
      const document = (isAdded ? added : before).titles.documentOf[posting] ?? 0
      const twin = isAdded ? (twins[document] ?? -1) : document
      const [numbers, at] = twin < 0 ? [ofAdded, document] : [ofBefore, twin]
      if (numbers[at] === -1) numbers[at] = next++
      documentOf[place++] = numbers[at] ?? 0
    }
  return { documentOf, size: next, ofBefore, ofAdded }
}

const countDocuments = ({ titles }: NamedTitles): number => titles.titleLengths.length

/** The document before that has the name of each one that came; -1 where none has. */
function findTwins(before: NamedTitles, added: NamedTitles): Int32Array {
  const twins = new Int32Array(countDocuments(added)).fill(-1)
  const names = makeTable(
    joinRanges(Array.from(listFirst(added.titles), at => ({ list: added.names, from: at, to: at + 1 }))),
  )
  listFirst(before.titles).forEach((posting, document) => {
    const at = findPacked(names, before.names, posting)
    if (at >= 0) twins[at] = document
  })
  return twins
}

/** The first posting of each document. */
function listFirst({ documentOf, titleLengths }: TitleCounts): Uint32Array {
  const first = new Uint32Array(titleLengths.length)
  let next = 0
  for (let posting = 0; posting < documentOf.length; posting++)
    if (documentOf[posting] === next) first[next++] = posting
  return first
}

function joinLengths(
  parts: readonly Renumbered[],
  size: number,
  lengthsOf: (titles: TitleCounts) => Uint16Array,
): Uint16Array {
  const joined = new Uint16Array(size)
  for (const { titles, numbers } of parts) {
    const lengths = lengthsOf(titles)
    for (let document = 0; document < numbers.length; document++) {
      const number = numbers[document] ?? -1
      if (number >= 0) joined[number] = lengths[document] ?? 0
    }
  }
  return joined
}

/** Stems with the documents that hold them. */
type Holders = Pick<TitleCounts, 'stems' | 'starts' | 'documents' | 'inTitle' | 'inCompany'>

/** Stems that nothing holds any more are left out; documents are not in their order yet. */
function joinHolders(left: Renumbered, right: Renumbered): Holders {
  const most = left.titles.documents.length + right.titles.documents.length
  const starts = new Uint32Array(countStrings(left.titles.stems) + countStrings(right.titles.stems) + 1)
  const documents = new Uint32Array(most)
  const [inTitle, inCompany] = [new Uint16Array(most), new Uint16Array(most)]
  let [count, length] = [0, 0]
  const take = ({ titles, numbers }: Renumbered, stem: number) => {
    const end = stem < 0 ? 0 : (titles.starts[stem + 1] ?? 0)
    for (let at = stem < 0 ? 0 : (titles.starts[stem] ?? 0); at < end; at++) {
      const number = numbers[titles.documents[at] ?? 0] ?? -1
      if (number < 0) continue
      documents[length] = number
      inTitle[length] = titles.inTitle[at] ?? 0
      inCompany[length++] = titles.inCompany[at] ?? 0
    }
  }
  const stems = mergeValues(left.titles.stems, right.titles.stems, (i, j) => {
    const start = length
    take(left, i)
    take(right, j)
    if (length > start) starts[++count] = length
    return length > start
  })
  return {
    stems,
    starts: starts.slice(0, count + 1),
    documents: documents.slice(0, length),
    inTitle,
    inCompany,
  }
}

/** Brings the documents of each stem into their order: all of them by document first, and then back to their stems. */
function sortHolders({ stems, starts, documents, inTitle, inCompany }: Holders, size: number): Holders {
  const next = starts.slice()
  const stemOf = new Uint32Array(documents.length)
  for (let stem = 0; stem + 1 < starts.length; stem++) stemOf.fill(stem, starts[stem], starts[stem + 1])
  const sorted = {
    documents: new Uint32Array(documents.length),
    inTitle: new Uint16Array(documents.length),
    inCompany: new Uint16Array(documents.length),
  }
  for (const at of orderByDocument(documents, size)) {
    const stem = stemOf[at] ?? 0
    const place = next[stem] ?? 0
    next[stem] = place + 1
    sorted.documents[place] = documents[at] ?? 0
    sorted.inTitle[place] = inTitle[at] ?? 0
    sorted.inCompany[place] = inCompany[at] ?? 0
  }
  return { stems, starts, ...sorted }
}

/** The places of all documents, ascending by document. */
function orderByDocument(documents: Uint32Array, size: number): Uint32Array {
  const next = new Uint32Array(size + 1)
  for (let at = 0; at < documents.length; at++) {
    const after = (documents[at] ?? 0) + 1
    next[after] = (next[after] ?? 0) + 1
  }
  for (let document = 1; document <= size; document++)
    next[document] = (next[document] ?? 0) + (next[document - 1] ?? 0)
  const order = new Uint32Array(documents.length)
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0
    const place = next[document] ?? 0
    next[document] = place + 1
    order[place] = at
  }
  return order
}
