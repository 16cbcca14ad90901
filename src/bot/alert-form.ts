import type { Action } from '../action.ts'
import { type OptionProblem, readOptions } from '../alert/read-options.ts'
import type { SubscriptionOptions } from '../alert/subscription.ts'
import { describeClock, ALERT_MESSAGES as WORDS } from '../messages/alert-messages.ts'
import type { FormField, FormValues } from '../reply.ts'
import { answerBeside, type Draft, readField, sayProblem, type Turn } from './handler.ts'

/** A form with when and how an alert tells. */
export async function openAlertForm(
  { deps, request, now }: Turn,
  action: Action,
  options: SubscriptionOptions,
): Promise<Draft> {
  const key = await deps.store.buttons.save(action, now)
  const submit = action.type === 'alert-create' ? WORDS.formCreate : WORDS.formSave
  const fields = makeFields(options)
  return { ...answerBeside(request), blocks: [{ type: 'form', key, title: WORDS.formTitle, submit, fields }] }
}

function makeFields(options: SubscriptionOptions): readonly FormField[] {
  const { cadence, at, weekday, zone, quiet } = options.schedule
  const text = (name: string, label: string, hint: string, value: string): FormField => ({
    type: 'text',
    name,
    label,
    hint,
    value,
    isLong: false,
    isRequired: false,
  })
  const rest = quiet === null ? '' : `${describeClock(quiet.from)}-${describeClock(quiet.to)}`
  const also = [
    ...(options.withNotStated ? ['not-stated'] : []),
    ...(options.saysQuiet ? ['says-quiet'] : []),
  ]
  return [
    {
      type: 'choice',
      name: 'cadence',
      label: WORDS.cadence,
      hint: null,
      isRequired: true,
      isMultiple: false,
      chosen: [cadence === 'weekly' ? `weekly-${weekday}` : cadence],
      options: WORDS.cadences,
    },
    text('time', WORDS.time, WORDS.timeHint, `${describeClock(at)} ${zone}`),
    text('quiet', WORDS.quietHours, WORDS.quietHoursHint, rest),
    text('cap', WORDS.cap, WORDS.capHint, String(options.capADay)),
    {
      type: 'choice',
      name: 'also',
      label: WORDS.also,
      hint: null,
      isRequired: false,
      isMultiple: true,
      chosen: also,
      options: WORDS.alsoOptions,
    },
  ]
}

/** Takes the options out of the form, or says what cannot be understood of it. */
export async function withOptions(
  { request }: Turn,
  values: FormValues,
  before: SubscriptionOptions,
  run: (options: SubscriptionOptions) => Promise<Draft>,
): Promise<Draft> {
  const read = readOptions(
    {
      cadence: readField(values, 'cadence'),
      time: readField(values, 'time'),
      quiet: readField(values, 'quiet'),
      cap: readField(values, 'cap'),
      also: values.also ?? [],
    },
    before,
  )
  return 'field' in read ? sayProblem(request, describeProblem(read)) : run(read)
}

function describeProblem({ field, text }: OptionProblem): string {
  const sentences = {
    time: WORDS.badTime,
    zone: WORDS.badZone,
    quiet: WORDS.badQuiet,
    cap: WORDS.badCap,
  } as const
  return sentences[field](text)
}
