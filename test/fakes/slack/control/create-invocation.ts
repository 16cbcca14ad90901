import type { JsonObject } from '../../discord/json.ts'
import type { Core } from '../core.ts'
import type { Delivery, FailureReason } from '../delivery/delivery.ts'
import { SlackError } from '../slack-error.ts'
import type { FakeInvocation, InvocationRecord } from './fake-invocation.ts'

/** What is handed to the app, and what to do with its answer. */
export interface InvocationPlan {
  readonly kind: Delivery['kind']
  /** The payload; it is given what puts the record into triggers and addresses. */
  readonly createPayload: (record: InvocationRecord) => JsonObject
  /** Does what the acknowledgement asks for. @throws {SlackError} when Slack refuses it */
  readonly onAck?: (body: unknown, record: InvocationRecord) => void
  /** What Slack shows when the app does not acknowledge. */
  readonly failure: (reason: FailureReason) => string
}

/** Hands the app what somebody did and keeps what comes of it. */
export function createInvocation(core: Core, plan: InvocationPlan): FakeInvocation {
  const record: InvocationRecord = {
    outcome: null,
    failure: null,
    isSettled: false,
    responses: [],
    views: [],
    errors: null,
  }
  const payload = plan.createPayload(record)
  const delivery = { kind: plan.kind, payload, acceptsResponse: true }
  void core.deliver(delivery).then(outcome => {
    record.outcome = outcome
    if (outcome.ok) settle(core, plan, record, outcome.body)
    else record.failure = plan.failure(outcome.reason)
    record.isSettled = true
    core.changes.notify()
  })
  return createHandle(core, payload, record)
}

/** An answer that Slack cannot use is shown to the person, and is a mistake of the app. */
function settle(core: Core, plan: InvocationPlan, record: InvocationRecord, body: unknown): void {
  try {
    plan.onAck?.(body, record)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    record.failure = `invalid response: ${error.message}`
    core.violations.push(`an acknowledgement was refused: ${JSON.stringify(error.body)}`)
  }
}

function createHandle(core: Core, payload: JsonObject, record: InvocationRecord): FakeInvocation {
  const { until } = core.changes
  const settled = (timeoutMs?: number) =>
    until(() => (record.isSettled ? record : null), 'an acknowledgement', timeoutMs)
  return {
    payload,
    triggerId: String(payload.trigger_id ?? ''),
    responseUrl: String(payload.response_url ?? ''),
    get ackMs() {
      return record.outcome?.ok === true ? record.outcome.afterMs : null
    },
    acked: async timeoutMs => {
      const { outcome, failure } = await settled(timeoutMs)
      if (outcome?.ok !== true) throw new Error(`not acknowledged: ${failure}`)
      return outcome.body
    },
    failure: async timeoutMs => (await settled(timeoutMs)).failure,
    responses: record.responses,
    response: (index = 0, timeoutMs) => until(() => record.responses[index], `response ${index}`, timeoutMs),
    modal: timeoutMs => until(() => record.views[0], 'a form', timeoutMs),
    errors: timeoutMs => until(() => record.errors, 'problems of a form', timeoutMs),
  }
}
