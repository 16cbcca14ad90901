import type { Catalog } from '../catalog/catalog.ts'
import { listVisible } from '../catalog/hide-postings.ts'
import { MESSAGES } from '../messages.ts'
import type { RequestContent } from '../platform.ts'
import { completeQuestion, listTerms, type Term } from '../reply/complete-question.ts'
import type { BlockDraft } from '../reply/draft.ts'
import { completeAlert } from './complete-alert.ts'
import type { Turn } from './handler.ts'

const termsOf = new WeakMap<Catalog, readonly Term[]>()

/** What somebody who is still typing may mean. */
export async function completeTyped(
  turn: Turn,
  { text, completes }: Extract<RequestContent, { type: 'typing' }>,
): Promise<BlockDraft> {
  const { catalog } = turn
  if (completes === 'alert') return { type: 'choices', choices: await completeAlert(turn, text) }
  const choices = completeQuestion(text, catalog === null ? [] : termsIn(catalog), MESSAGES.helpExamples)
  return { type: 'choices', choices }
}

function termsIn(catalog: Catalog): readonly Term[] {
  const terms = termsOf.get(catalog) ?? listTerms(listVisible(catalog))
  termsOf.set(catalog, terms)
  return terms
}
