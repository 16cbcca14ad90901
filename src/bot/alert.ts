import type { ActionOf } from '../action.ts'
import { makeDefaultOptions } from '../alert/default-options.ts'
import type { Created } from '../alert/subscribe.ts'
import type { SubscriptionOptions } from '../alert/subscription.ts'
import { normaliseCompany } from '../catalog/company-name.ts'
import { describeSchedule, ALERT_MESSAGES as WORDS } from '../messages/alert-messages.ts'
import { MESSAGES } from '../messages.ts'
import type { Target } from '../platform.ts'
import { makeAlertList } from '../reply/alert-list-reply.ts'
import { makeAlertPreview } from '../reply/alert-preview-reply.ts'
import { nameWithin } from '../reply/name-within.ts'
import { type FormValues, textBlock } from '../reply.ts'
import { openAlertForm, withOptions } from './alert-form.ts'
import {
  type AlertTurn,
  channelOf,
  listVisible,
  memberTargetOf,
  refuseByServer,
  refuseInChannel,
  withAlert,
  withAlerts,
} from './alert-rights.ts'
import { answerBeside, type Draft, type Handlers, sayDone, sayProblem, type Turn } from './handler.ts'

const PAGE = 10

/** Making alerts, and looking after them. */
export const ALERT_HANDLERS: Handlers<
  | 'alert-preview'
  | 'alert-create'
  | 'alert-list'
  | 'alert-edit'
  | 'alert-pause'
  | 'alert-delete'
  | 'alert-transfer'
  | 'alert-test'
> = {
  'alert-preview': { audience: 'member', run: preview },
  'alert-create': { audience: 'member', run: openForm, submit: create },
  'alert-list': { audience: 'member', run: list },
  'alert-edit': { audience: 'member', run: edit, submit: saveEdited },
  'alert-pause': { audience: 'member', run: pause },
  'alert-delete': { audience: 'member', run: remove },
  'alert-transfer': { audience: 'member', run: transfer },
  'alert-test': { audience: 'member', run: test },
}

/** Only whoever asks sees it, wherever it is asked for: it is about what is to come. */
function preview(turn: Turn, { question }: ActionOf<'alert-preview'>): Promise<Draft> {
  return withAlerts(turn, async known => {
    const { request, now } = turn
    const asked = await known.alerts.preview({ question, withNotStated: false })
    if (asked === null) return sayProblem(request, MESSAGES.noPostings)
    const blocks = makeAlertPreview(question, asked, { now, canPostHere: channelOf(known) !== null })
    return { ...answerBeside(request), viewers: 'asker', blocks }
  })
}

function openForm(turn: Turn, action: ActionOf<'alert-create'>): Promise<Draft> {
  return withAlerts(turn, async known => {
    const refusal = action.to === 'channel' ? await refuseHere(known) : null
    if (refusal !== null) return sayProblem(turn.request, ...refusal)
    return openAlertForm(turn, action, await findDefaults(known, action.to))
  })
}

/** Why somebody may not make an alert in the channel at hand; null where they may. */
async function refuseHere(turn: AlertTurn): Promise<readonly string[] | null> {
  return refuseInChannel(turn) ?? (await refuseByServer(turn))
}

/** The time zone of what somebody made before is most likely right again. */
async function findDefaults(turn: AlertTurn, to: Target['type']): Promise<SubscriptionOptions> {
  const own = await turn.deps.store.subscriptions.listByOwner(turn.member.id)
  return makeDefaultOptions(to, own.at(-1)?.schedule.zone ?? turn.deps.timeZone ?? 'UTC')
}

function create(turn: Turn, action: ActionOf<'alert-create'>, values: FormValues): Promise<Draft> {
  return withAlerts(turn, async known => {
    const { request } = turn
    const { question, to } = action
    const target = to === 'channel' ? channelOf(known) : memberTargetOf(known)
    const refusal = to === 'channel' ? await refuseHere(known) : null
    if (refusal !== null || target === null) return sayProblem(request, ...(refusal ?? [WORDS.needsPlatform]))
    return withOptions(turn, values, await findDefaults(known, to), async options => {
      const asked = { question, withNotStated: options.withNotStated }
      if (!(await known.alerts.preview(asked))?.canWatch) return sayProblem(request, WORDS.cannotWatch)
      const ownerId = known.member.id
      return describeCreated(turn, target, await known.alerts.create({ question, target, ownerId, options }))
    })
  })
}

function describeCreated(
  { request }: Turn,
  target: Target,
  created: Created | { readonly type: 'busy' },
): Draft {
  if (created.type === 'busy') return sayProblem(request, WORDS.busy)
  if (created.type === 'too-many') return sayProblem(request, WORDS.tooMany(created.limit))
  if (created.type === 'same') return sayProblem(request, WORDS.same(created.subscription.id))
  if (created.type === 'unreachable') {
    const { type } = created.outcome
    if (type === 'refused') return sayProblem(request, WORDS.refused)
    if (type !== 'gone') return sayProblem(request, WORDS.tryLater)
    return sayProblem(request, target.type === 'member' ? WORDS.unreachableMember : WORDS.unreachableChannel)
  }
  const { question, id } = created.subscription
  const say = target.type === 'member' ? WORDS.doneMember : WORDS.done
  return sayDone(request, say(question, id), WORDS.manage(id))
}

function list(turn: Turn, { offset }: ActionOf<'alert-list'>): Promise<Draft> {
  return withAlerts(turn, async known => {
    const all = await listVisible(known)
    const blocks = makeAlertList({
      shown: all.slice(offset, offset + PAGE),
      offset,
      total: all.length,
      channelId: channelOf(known)?.channelId ?? null,
      turn: next => ({ type: 'alert-list', offset: next }),
      size: PAGE,
    })
    return { ...answerBeside(turn.request), viewers: 'asker', blocks }
  })
}

function edit(turn: Turn, action: ActionOf<'alert-edit'>): Promise<Draft> {
  return withAlert(turn, action.alert, async ({ alerts }, subscription) => {
    const { request } = turn
    const { id } = subscription
    const { question, mute } = action
    if (question !== undefined) {
      const asked = await alerts.preview({ ...subscription, question })
      if (!asked?.canWatch) return sayProblem(request, WORDS.cannotWatch)
      await alerts.edit({ ...subscription, question, since: turn.now })
      return sayDone(request, WORDS.asksNow(id, question))
    }
    if (mute === undefined) return openAlertForm(turn, { type: 'alert-edit', alert: id }, subscription)
    const { mutedCompanies } = subscription
    const company = normaliseCompany(mute)
    if (company === '') return sayProblem(request, WORDS.noCompany)
    const isSame = (name: string) => normaliseCompany(name) === company
    const others = mutedCompanies.filter(name => !isSame(name))
    const wasMuted = others.length < mutedCompanies.length
    await alerts.edit({ ...subscription, mutedCompanies: wasMuted ? others : [...others, mute.trim()] })
    if (wasMuted) return sayDone(request, WORDS.unmuted(mute))
    const isHere = turn.catalog?.columns.company.postings.has(company) ?? true
    return sayDone(request, WORDS.muted(mute), ...(isHere ? [] : [WORDS.mutedNobody(mute)]))
  })
}

function saveEdited(turn: Turn, { alert }: ActionOf<'alert-edit'>, values: FormValues): Promise<Draft> {
  return withAlert(turn, alert, ({ alerts }, subscription) =>
    withOptions(turn, values, subscription, async options => {
      await alerts.edit({ ...subscription, ...options })
      return sayDone(turn.request, WORDS.saved(subscription.question, describeSchedule(options.schedule)))
    }),
  )
}

function pause(turn: Turn, { alert, isPaused }: ActionOf<'alert-pause'>): Promise<Draft> {
  return withAlert(turn, alert, async ({ alerts }, subscription) => {
    await alerts.pause(subscription, isPaused ? 'member' : null)
    const { id, question } = subscription
    const { blocks, ...rest } = sayDone(turn.request, (isPaused ? WORDS.paused : WORDS.resumed)(question))
    const again = { type: 'alert-pause', alert: id, isPaused: !isPaused } as const
    const button = { label: isPaused ? WORDS.resume : WORDS.stop, words: '', action: again }
    return { ...rest, blocks: [...blocks, { type: 'buttons', buttons: [button] }] }
  })
}

function remove(turn: Turn, { alert }: ActionOf<'alert-delete'>): Promise<Draft> {
  return withAlert(turn, alert, async ({ alerts }, { id, question }) => {
    await alerts.remove(id)
    return sayDone(turn.request, WORDS.deleted(question))
  })
}

function transfer(turn: Turn, { alert, to }: ActionOf<'alert-transfer'>): Promise<Draft> {
  return withAlert(turn, alert, async ({ alerts, member, place }, subscription) => {
    // A mention, as Discord and Slack write it; a direct message stays with whom it goes to.
    const named =
      to === undefined ? null : /^<@!?([A-Z0-9]{1,30})(?:\|[^>]{0,80})?>$|^([A-Z0-9]{5,30})$/.exec(to.trim())
    const memberId = named?.[1] ?? named?.[2]
    if (to !== undefined && memberId === undefined) return sayProblem(turn.request, WORDS.badOwner)
    if (subscription.target.type === 'member') return sayProblem(turn.request, ...WORDS.notYours)
    // Mentions of one platform name nobody on another.
    if (subscription.target.platform !== place.platform) return sayProblem(turn.request, WORDS.otherPlatform)
    const ownerId = memberId === undefined ? member.id : `${place.platform}:${memberId}`
    // Whoever asks is there for sure.
    const isAsker = ownerId === member.id
    const standing = isAsker ? 'member' : await alerts.findStanding(subscription.target, ownerId)
    if (standing !== 'member') return sayProblem(turn.request, WORDS.noOwner[standing])
    await alerts.transfer(subscription, ownerId)
    const blocks = [textBlock('body', ...nameWithin(WORDS.transferred(ownerId), ownerId))]
    return { ...answerBeside(turn.request), blocks }
  })
}

function test(turn: Turn, { alert }: ActionOf<'alert-test'>): Promise<Draft> {
  return withAlert(turn, alert, async ({ alerts }, subscription) => {
    const outcome = await alerts.test(subscription)
    return outcome.type === 'sent'
      ? sayDone(turn.request, WORDS.tested)
      : sayProblem(turn.request, WORDS.notTested(outcome.reason))
  })
}
