/**
 * Sends the alerts of a state until none is left; made to be killed. Waits for a line before it begins, so that it may
 * be started ahead of time. Arguments: state, number of postings, address and token of Discord, of Slack.
 */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { LogLevel, WebClient } from '@slack/web-api'
import { createOutbox } from '../../../adapters/discord/outbox.ts'
import { createSlackOutbox } from '../../../adapters/slack/outbox.ts'
import { createAlerts } from '../../../src/alert/alerts.ts'
import { createAlertWriter } from '../../../src/bot/write-alert.ts'
import { createLog } from '../../../src/log.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { makeFaultCatalog } from './postings.ts'

const [statePath = '', count = '0', discordUrl = '', discordToken = '', slackUrl = '', slackToken = ''] =
  process.argv.slice(2)
const LOOK_AGAIN_MS = 20

const now = () => new Date()
const log = createLog('silent')
const catalog = makeFaultCatalog(Number(count))
await once(process.stdin, 'data')
process.stdin.destroy()

const store = await openStore(`sqlite:${statePath}`)
const client = new WebClient(slackToken, {
  slackApiUrl: slackUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 2000,
  logLevel: LogLevel.ERROR,
})
const alerts = createAlerts({
  store,
  outboxes: new Map([
    ['discord', createOutbox({ token: discordToken, apiUrl: discordUrl })],
    ['slack', createSlackOutbox({ client, cardStyle: 'section', log, paceMs: 0 })],
  ]),
  catalog: () => catalog,
  now,
  log,
  write: createAlertWriter({ store, now }),
  tellTrouble: async () => {},
  defaultCurrency: 'USD',
  limits: {
    perMessage: 1,
    leaseMs: 400,
    channelPaceMs: 0,
    memberPaceMs: 0,
    atOnce: 16,
    backoff: { firstMs: 20, longestMs: 200 },
  },
})
const nothing = { added: [], changed: [], gone: [] }
await alerts.onChange({ cause: 'start', at: now(), before: null, after: catalog, ...nothing })
await alerts.planned()
process.stdout.write('sending\n')
for (;;) {
  await alerts.tick()
  if ((await store.deliveries.nextDue()) === null) break
  await sleep(LOOK_AGAIN_MS)
}
await alerts.stop()
await store.close()
