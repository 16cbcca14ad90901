import { z } from 'zod'
import { ADMIN_MESSAGES as MESSAGES } from '../messages/admin-messages.ts'
import { describeUse } from '../messages/audit-messages.ts'
import { styled, type TextBlock, textBlock } from '../reply.ts'
import type { AuditEntry } from '../store/store.ts'
import { nameWithin } from './name-within.ts'

const givenSchema = z.record(z.string(), z.unknown())

/** Lists who did what, the last first. */
export function makeAuditReply(entries: readonly AuditEntry[], now: Date): readonly TextBlock[] {
  if (entries.length === 0) return [textBlock('body', MESSAGES.logEmpty)]
  return [
    textBlock('heading', styled('strong', MESSAGES.logTitle)),
    ...entries.map(entry => makeLine(entry, now)),
  ]
}

function makeLine({ at, memberId, action, detail, isAllowed }: AuditEntry, now: Date): TextBlock {
  const given = givenSchema.safeParse(detail).data ?? {}
  const use = describeUse({ action, given })
  return textBlock(
    'body',
    styled('strong', MESSAGES.ago(at, now)),
    ' · ',
    ...nameWithin(memberId, memberId),
    ` · ${isAllowed ? '' : `${MESSAGES.refused}: `}${use}`,
  )
}
