import type { ConditionId } from '../query/query.ts'
import type { Answer, UnderstoodPart } from './answer.ts'

/** Scripts know pay by the name of the posting's field. */
const keyOf = (id: ConditionId): string => (id === 'pay' ? 'salary' : id)

/**
 * The answer as the object that `ask --json` prints; its fields are a promise to scripts.
 * @param id what a line of a batch was called; null for a single question
 */
export function renderAnswerJson(answer: Answer, id: string | number | null) {
  return {
    ...(id === null ? {} : { id }),
    query: answer.query.text,
    kind: answer.kind,
    understood: groupUnderstood(answer.understood),
    unread: answer.query.unread.map(({ text }) => text),
    total: answer.total,
    matches: answer.matches.map(({ posting, alsoPaths, reasons }) => ({
      path: posting.path,
      id: posting.id,
      title: posting.title,
      company: posting.company,
      ...(alsoPaths.length === 0 ? {} : { alsoPaths }),
      why: reasons.map(({ label, caveat }) => (caveat === null ? label : `${label} (${caveat})`)),
    })),
    notStated: Object.fromEntries(answer.notStated.map(({ id, total }) => [keyOf(id), total])),
    notStatedTotal: answer.notStatedTotal,
    suggestions: answer.suggestions,
    leftOut: answer.leftOut,
    statistic: answer.statistic,
    facets: answer.facets,
    answer: answer.text,
    found: answer.found,
    evidence: answer.evidence,
  }
}

/** The conditions by what they are about; those read from several places stand side by side. */
function groupUnderstood(
  parts: readonly UnderstoodPart[],
): Record<string, { label: string; note: string | null }[]> {
  const groups: Record<string, { label: string; note: string | null }[]> = {}
  for (const { id, label, note } of parts) {
    const key = keyOf(id)
    groups[key] = [...(groups[key] ?? []), { label, note }]
  }
  return groups
}
