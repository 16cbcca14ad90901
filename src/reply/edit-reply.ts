import type { Answer } from '../answer/answer.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { LACKED_FACTS, MESSAGES } from '../messages.ts'
import { describeCondition, describeQuery } from '../query/describe-query.ts'
import { type Query, SORT_ORDERS } from '../query/query.ts'
import { styled, textBlock } from '../reply.ts'
import type { BlockDraft, ButtonDraft } from './draft.ts'

/**
 * Offers every change of a question in one step: a condition dropped, another order, what is not stated let in, or
 * all of it written anew.
 * @param asker id of the member whose question it is; null where there is only one person
 */
export function makeEditReply(answer: Answer, asker: string | null, catalog: Catalog): readonly BlockDraft[] {
  const { query } = answer
  const owned = asker === null ? {} : { asker }
  const ask = (label: string, changed: Query): ButtonDraft => {
    const question = describeQuery(changed, catalog)
    return { label, words: question, action: { type: 'search', question, offset: 0, ...owned } }
  }
  const drops = query.conditions.map(condition =>
    ask(
      MESSAGES.without(describeCondition(condition, catalog)),
      withConditions(query, other => (other === condition ? [] : [other])),
    ),
  )
  const letIns = answer.notStated.map(({ id, total }) =>
    ask(
      MESSAGES.letIn(LACKED_FACTS[id], total),
      withConditions(query, condition =>
        condition.id === id && !condition.isExcluded ? [{ ...condition, orNotStated: true }] : [condition],
      ),
    ),
  )
  const sorts = SORT_ORDERS.filter(sort => sort !== query.sort).map(sort =>
    ask(MESSAGES.sortOrders[sort], { ...query, sort }),
  )
  const question = query.text
  const buttons: readonly ButtonDraft[] = [
    {
      label: MESSAGES.refine,
      words: question,
      action: { type: 'refine', question, ...owned },
      opensForm: true,
      weight: 'primary',
    },
    { label: MESSAGES.back, words: question, action: { type: 'search', question, offset: 0, ...owned } },
  ]
  return [
    textBlock('heading', styled('strong', MESSAGES.editTitle)),
    textBlock('body', describeQuery(query, catalog)),
    ...menus([
      [MESSAGES.dropMenu, query.conditions.length > 1 ? drops : []],
      [MESSAGES.letInMenu, letIns],
      [MESSAGES.sortMenu, query.kind === 'listings' ? sorts : []],
    ]),
    { type: 'buttons', buttons },
  ]
}

function withConditions(
  query: Query,
  change: (condition: Query['conditions'][number]) => Query['conditions'],
): Query {
  return { ...query, conditions: query.conditions.flatMap(change) }
}

function menus(
  offered: readonly (readonly [title: string, options: readonly ButtonDraft[]])[],
): BlockDraft[] {
  return offered
    .filter(([, options]) => options.length > 0)
    .map(([title, options]) => ({ type: 'menu', title, options }))
}
