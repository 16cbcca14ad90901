import { z } from 'zod'
import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import { styled, textBlock } from '../reply.ts'
import type { AuditEntry } from '../store/store.ts'
import type { BlockDraft } from './draft.ts'

const countsSchema = z.object({
  outcome: z.string(),
  added: z.number(),
  changed: z.number(),
  gone: z.number(),
})
const givenSchema = z.record(z.string(), z.unknown())

/** Lists who did what, the last first. */
export function makeAuditReply(entries: readonly AuditEntry[], now: Date): readonly BlockDraft[] {
  if (entries.length === 0) return [textBlock('body', MESSAGES.logEmpty)]
  const facts = entries.map(entry => ({
    label: MESSAGES.ago(entry.at, now),
    value: [
      entry.memberId,
      entry.action,
      ...(entry.isAllowed ? [] : [MESSAGES.refused]),
      ...describeDetail(entry.detail),
    ].join(' · '),
  }))
  return [textBlock('heading', styled('strong', MESSAGES.logTitle)), { type: 'facts', facts }]
}

/** What came of a reload in figures; else what the action was given, in its own words. */
function describeDetail(detail: unknown): readonly string[] {
  const counts = countsSchema.safeParse(detail).data
  if (counts) return [counts.outcome, MESSAGES.logCounts(counts.added, counts.changed, counts.gone)]
  const given = givenSchema.safeParse(detail).data ?? {}
  const words = Object.entries(given).filter(([name, value]) => name !== 'type' && isPlain(value))
  return words.map(([name, value]) => (value === true ? name : `${name} ${String(value)}`))
}

function isPlain(value: unknown): boolean {
  return (
    typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value !== '')
  )
}
