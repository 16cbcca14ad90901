import { serveOrders } from '../../src/reload/worker/serve-orders.ts'

// A thread of the pool that practises for ever, and says in each record how often it has.
let times = 0
const nothing = new Uint8Array(0)

function* practise() {
  for (;;) {
    times++
    yield
  }
}

serveOrders(
  ({ key }) => ({ key, marks: null, facts: JSON.stringify(times), text: nothing, words: nothing }),
  practise(),
)
