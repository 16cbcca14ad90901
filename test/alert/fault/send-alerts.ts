/** Sends the alerts of a state until none is left; made to be killed. Arguments: state, address of the platform, postings. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createAlerts } from '../../../src/alert/alerts.ts'
import { createAlertWriter } from '../../../src/bot/write-alert.ts'
import { createLog } from '../../../src/log.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { createHttpOutbox } from './http-outbox.ts'
import { makeFaultCatalog } from './postings.ts'

const [statePath = '', url = '', count = '0'] = process.argv.slice(2)
const LOOK_AGAIN_MS = 20

const now = () => new Date()
const store = await openStore(`sqlite:${statePath}`)
const catalog = makeFaultCatalog(Number(count))
const outbox = createHttpOutbox(url)
const alerts = createAlerts({
  store,
  outboxes: new Map([
    ['discord', outbox],
    ['slack', outbox],
  ]),
  catalog: () => catalog,
  now,
  log: createLog('silent'),
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
await alerts.onChange({
  cause: 'start',
  at: now(),
  before: null,
  after: catalog,
  added: [],
  changed: [],
  gone: [],
})
await alerts.planned()
process.stdout.write('sending\n')
for (;;) {
  await alerts.tick()
  if ((await store.deliveries.nextDue()) === null) break
  await sleep(LOOK_AGAIN_MS)
}
await alerts.stop()
await store.close()
