import { GATEWAY_PATH } from '../../gateway/gateway-server.ts'
import { createApplicationPayload } from '../../payloads/application.ts'
import { answerOk, type RestRoute } from '../call.ts'

/** Sessions that Discord lets a bot open in a day. */
const SESSION_STARTS = 1000

/** What the gateway answer depends on. */
export interface GatewayAdvice {
  readonly shards: number
  readonly maxConcurrency: number
  readonly sessionsStarted: () => number
}

/** The application, the bot itself, and where the gateway is. */
export function createApplicationRoutes(advice: GatewayAdvice): readonly RestRoute[] {
  return [
    {
      method: 'GET',
      template: '/users/@me',
      answer: ({ core }) =>
        answerOk({ ...core.world.bot, mfa_enabled: true, locale: 'en-US', verified: true, email: null }),
    },
    {
      method: 'GET',
      template: '/applications/@me',
      answer: ({ core }) => answerOk(createApplicationPayload(core.world)),
    },
    {
      method: 'GET',
      template: '/oauth2/applications/@me',
      answer: ({ core }) => answerOk(createApplicationPayload(core.world)),
    },
    {
      method: 'GET',
      template: '/gateway/bot',
      answer: ({ core }) =>
        answerOk({
          url: `${core.origin().replace('http', 'ws')}${GATEWAY_PATH}`,
          shards: advice.shards,
          session_start_limit: {
            total: SESSION_STARTS,
            remaining: SESSION_STARTS - advice.sessionsStarted(),
            reset_after: 86_400_000,
            max_concurrency: advice.maxConcurrency,
          },
        }),
    },
  ]
}
