import type { Answer, DetailResult } from '../answer/answer.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { findEntry } from '../catalog/find-entry.ts'
import { MESSAGES } from '../messages.ts'
import type { Posting } from '../posting/posting.ts'
import { styled, textBlock } from '../reply.ts'
import type { BlockDraft, ButtonDraft } from './draft.ts'

/** What the answer to a question about one posting depends on besides what it says. */
export interface OneAnswerSetting {
  readonly catalog: Catalog
  /** Id of the member whose the buttons are; null where there is only one person. */
  readonly asker: string | null
}

/** Lays out what one posting says to a question: the sentence, the quotes, whose they are; or asks which one is meant. */
export function makeOneAnswerReply(
  answer: Answer,
  detail: DetailResult,
  { catalog, asker }: OneAnswerSetting,
): readonly BlockDraft[] {
  const [only, ...others] = detail.postingIds.flatMap(id => findEntry(catalog, id)?.posting ?? [])
  if (answer.kind === 'clarify' || !only) return askWhich(answer, asker)
  const lead = detail.lead === '' ? MESSAGES.inItsWords : detail.lead
  const said = answer.found ? lead : detail.lead.replace(WHOSE, '.') || MESSAGES.notSaid
  return [
    nameBlock(only),
    textBlock('body', styled(answer.found ? 'strong' : 'warning', said)),
    ...answer.evidence.map(({ quote }) => textBlock('quote', `“${quote}”`)),
    ...(others.length > 0 ? [textBlock('hint', MESSAGES.sameElsewhere(others.length))] : []),
    { type: 'buttons', buttons: [detailsButton(only, answer.query.text)] },
  ]
}

/** The name at the end of a sentence: it stands above it already. */
const WHOSE = / \([^()]*(?:\([^()]*\)[^()]*){0,3}\)\.$/

function nameBlock({ title, company, url }: Posting): BlockDraft {
  const link = url === null ? {} : { url }
  const whose = company === null ? [] : [styled('muted', ` · ${company}`)]
  return textBlock('receipt', { ...styled('strong', title), ...link }, ...whose)
}

function detailsButton({ id }: Posting, question: string): ButtonDraft {
  const action = { type: 'show', postingId: id, question } as const
  return { label: MESSAGES.details, words: question, action }
}

function askWhich({ text, suggestions }: Answer, asker: string | null): readonly BlockDraft[] {
  const owned = asker === null ? {} : { asker }
  const options = suggestions.map(({ label, query }): ButtonDraft => {
    const action = { type: 'search', question: query, offset: 0, ...owned } as const
    return { label, words: query, action }
  })
  return [
    textBlock('body', styled('strong', text)),
    ...(options.length === 0 ? [] : [{ type: 'menu', title: MESSAGES.whichOne, options } as const]),
  ]
}
