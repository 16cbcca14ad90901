import type { ActionOf } from '../action.ts'
import { findEntry } from '../catalog/find-entry.ts'
import { MEMBER_MESSAGES } from '../messages/member-messages.ts'
import { MESSAGES } from '../messages.ts'
import { nameWithin } from '../reply/name-within.ts'
import { type FormValues, styled, textBlock } from '../reply.ts'
import {
  answerBeside,
  type Draft,
  type Handlers,
  readField,
  sayDone,
  sayProblem,
  type Turn,
} from './handler.ts'

/** Telling the admins what is wrong with a posting. */
export const REPORT_HANDLERS: Handlers<'report'> = {
  report: { audience: 'member', run: openReportForm, submit: sendReport },
}

async function openReportForm({ deps, request, now }: Turn, action: ActionOf<'report'>): Promise<Draft> {
  const key = await deps.store.buttons.save(action, now)
  const { reportTitle: title, reportSend: submit, reportWhat, reportKinds, reportMore } = MEMBER_MESSAGES
  const fields = [
    {
      type: 'choice',
      name: 'kind',
      label: reportWhat,
      hint: null,
      isRequired: true,
      isMultiple: false,
      chosen: [],
      options: Object.entries(reportKinds).map(([value, label]) => ({ value, label })),
    },
    { type: 'text', name: 'note', label: reportMore, hint: null, value: '', isLong: true, isRequired: false },
  ] as const
  return { ...answerBeside(request), blocks: [{ type: 'form', key, title, submit, fields }] }
}

/** A report is kept whether or not there is a channel that hears of it. */
async function sendReport(
  { deps, request, now, catalog }: Turn,
  action: ActionOf<'report'>,
  values: FormValues,
): Promise<Draft> {
  const posting = findEntry(catalog, action.postingId)?.posting
  if (!posting) return sayProblem(request, MESSAGES.gone)
  const { member, place } = request
  await deps.store.audit.add({
    at: now,
    memberId: member?.id ?? request.conversationId,
    place: place ?? null,
    action: 'report',
    detail: { ...action, values },
    isAllowed: true,
  })
  const kind = MEMBER_MESSAGES.reportKinds[readField(values, 'kind')] ?? readField(values, 'kind')
  const note = readField(values, 'note')
  const link = posting.url === null ? {} : { url: posting.url }
  const isHeard = await deps.tellAdmins({
    blocks: [
      textBlock('heading', styled('strong', MEMBER_MESSAGES.reported(kind))),
      textBlock(
        'body',
        { ...styled('strong', posting.title), ...link },
        ...(posting.company === null ? [] : [` · ${posting.company}`]),
      ),
      ...(note === '' ? [] : [textBlock('quote', note)]),
      textBlock(
        'hint',
        ...nameWithin(
          MEMBER_MESSAGES.reportFix(posting.id, posting.path, member?.id ?? ''),
          member?.id ?? '',
          'muted',
        ),
      ),
    ],
  })
  return sayDone(request, isHeard ? MEMBER_MESSAGES.reportHeard : MEMBER_MESSAGES.reportKept)
}
