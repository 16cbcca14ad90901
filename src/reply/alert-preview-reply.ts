import type { Preview } from '../alert/preview.ts'
import { ALERT_MESSAGES as WORDS } from '../messages/alert-messages.ts'
import { LACKED_FACTS } from '../messages.ts'
import type { TextBlock } from '../reply.ts'
import { styled, textBlock } from '../reply.ts'
import type { BlockDraft, ButtonDraft } from './draft.ts'
import { narrowQuestion } from './narrow-question.ts'
import { makePostingCard } from './posting-card.ts'

const EXAMPLES = 3
/** From here on an alert is noise. */
const NOISY_PER_DAY = 10

export interface AlertPreviewSetting {
  readonly now: Date
  /** Whether the place is a channel where others are too. */
  readonly canPostHere: boolean
}

/** Shows what an alert would tell of, before it is made. */
export function makeAlertPreview(
  question: string,
  { answer, canWatch, perDay }: Preview,
  { now, canPostHere }: AlertPreviewSetting,
): readonly BlockDraft[] {
  const heading = textBlock('heading', styled('strong', WORDS.previewTitle(question)))
  if (!canWatch) return [heading, textBlock('problem', styled('warning', WORDS.cannotWatch))]
  const isNoisy = perDay !== null && perDay > NOISY_PER_DAY
  const create = (to: 'channel' | 'member', label: string): ButtonDraft => ({
    label,
    words: '',
    action: { type: 'alert-create', question, to },
    opensForm: true,
  })
  const buttons = [
    ...(canPostHere ? [create('channel', WORDS.toChannel)] : []),
    create('member', WORDS.toMember),
  ]
  return [
    heading,
    textBlock('body', WORDS.previewOpen(answer.total)),
    textBlock('body', perDay === null ? WORDS.previewNoDaily : WORDS.previewDaily(perDay)),
    ...describeNotStated(answer),
    ...answer.listMatches(0, EXAMPLES).map((match, index) => makePostingCard(match, index + 1, now)),
    { type: 'buttons', buttons },
    ...(isNoisy ? [offerNarrower(answer)] : []).flatMap(block => block ?? []),
  ]
}

function describeNotStated({ notStated, notStatedTotal }: Preview['answer']): readonly TextBlock[] {
  if (notStatedTotal === 0) return []
  const facts = notStated.map(({ id }) => LACKED_FACTS[id]).join(', ')
  return [textBlock('hint', WORDS.previewNotStated(notStatedTotal, facts))]
}

function offerNarrower(answer: Preview['answer']): BlockDraft | null {
  const options = narrowQuestion(answer).map(
    ({ label, question }): ButtonDraft => ({
      label,
      words: question,
      action: { type: 'alert-preview', question },
    }),
  )
  return options.length === 0 ? null : { type: 'menu', title: WORDS.previewNoisy, options }
}
