import { forEachBit, isEmpty } from '../catalog/bit-set.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { deriveTable } from '../catalog/derived-table.ts'
import type { Steps } from '../catalog/steps.ts'
import { MESSAGES } from '../messages.ts'
import type { RequestContent } from '../platform.ts'
import type { Posting } from '../posting/posting.ts'
import { completeQuestion, listTerms, listTermsInSteps, type Term } from '../reply/complete-question.ts'
import type { BlockDraft } from '../reply/draft.ts'
import { completeAlert } from './complete-alert.ts'
import type { Turn } from './handler.ts'

/** What all postings can be asked for by, hidden ones too; by the entries of a catalog. */
const termsOfAll = deriveTable((entries: Catalog['entries']) => listTermsInSteps(listPostings(entries)))

/** What the postings of a catalog can be asked for by; hidden ones suggest nothing. */
export const typingTerms = deriveTable(function* (catalog: Catalog): Steps<readonly Term[]> {
  const terms = yield* termsOfAll.prepare(catalog.entries)
  return isEmpty(catalog.hidden) ? terms : withoutHidden(terms, catalog)
})

/** What somebody who is still typing may mean. */
export async function completeTyped(
  turn: Turn,
  { text, completes }: Extract<RequestContent, { type: 'typing' }>,
): Promise<BlockDraft> {
  const { catalog } = turn
  if (completes === 'alert') return { type: 'choices', choices: await completeAlert(turn, text) }
  const terms = catalog === null ? [] : typingTerms.of(catalog)
  return { type: 'choices', choices: completeQuestion(text, terms, MESSAGES.helpExamples) }
}

function* listPostings(entries: Catalog['entries']): Generator<Posting> {
  for (const { posting } of entries) yield posting
}

function withoutHidden(terms: readonly Term[], { entries, hidden }: Catalog): readonly Term[] {
  const postings: Posting[] = []
  forEachBit(hidden, number => {
    const posting = entries[number]?.posting
    if (posting) postings.push(posting)
  })
  const taken = new Map(listTerms(postings).map(term => [nameTerm(term), term.total ?? 0]))
  return terms
    .map(term => ({ ...term, total: (term.total ?? 0) - (taken.get(nameTerm(term)) ?? 0) }))
    .filter(({ total }) => total > 0)
}

function nameTerm({ lead, text }: Term): string {
  return `${lead} ${text}`
}
